import { afterAll, beforeAll, expect, test } from "vitest";
import { createChance } from "../../bench/words";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { createKilledVisits, works } from "../support/killing/killed-visits";

/** A sample with every other test; `npm run test:long` says 200. */
const KILLS = Number(process.env["KILLS"] ?? 20);
const SEED = Number(process.env["KILL_SEED"] ?? 20_261_122);

let app: RunningApp;
let device: Device;

beforeAll(async () => {
  app = await startApp();
  device = await openDevice();
});

afterAll(async () => {
  await device.forget();
  await app.stop();
});

test(
  `HAZ-02 killed at ${KILLS} moments of a visit, the app comes back to all that it had called saved, to the same page, and finishes once`,
  async () => {
    const chance = createChance(SEED);
    const visits = createKilledVisits({ app, device, chance });
    const done: string[] = [];
    await visits.begin();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const work = [works.typing, works.moving, works.marking, works.moving, works.finishing][kill % 5] ?? works.typing;
      try {
        done.push(await visits.killOnce(work));
      } catch (error) {
        throw new Error(`seed ${SEED}, after ${done.slice(-3).join(", ")}`, { cause: error });
      }
    }
    await visits.reopenLast();
    expect(visits.writesSeen(), "writes whose durability was read").toBeGreaterThan(0);
    if (KILLS >= 20) expect(visits.finishedVisits()).toBeGreaterThan(0);
  },
  120_000 + KILLS * 30_000,
);
