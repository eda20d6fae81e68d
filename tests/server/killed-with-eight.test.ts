import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { sha256Hex } from "#platform/digest";
import { verifyAudit } from "#server/audit/verify-audit";
import { giveRelationship } from "#server/identity/people";
import { openPostgresStore } from "#server/store/open-postgres-store";
import type { Store } from "#server/store/store";
import { aDeviceOnTheRoad, type DeviceOnTheRoad } from "../support/afternoon/device";
import { wordsIn } from "../support/afternoon/spend";
import { type RunningApp, startApp } from "../support/app";
import { connect, createDatabase } from "../support/postgres";
import { caseBody } from "../support/server/bodies";
import { createTestServer, newDevice, type TestServer } from "../support/server/test-server";
import { acknowledgedBy, aBusyDevice, type Busy } from "../support/server-kills/busy-devices";
import { fetchOver, type WayOver } from "../support/server-kills/fetch-over";
import { valueOf } from "../support/value-of";

const KILLS = Number(process.env["KILLS"] ?? 20);
const PEOPLE = 4;
const DEVICES_EACH = 2;
const QUIET_ROUNDS = 4;

let app: RunningApp;
let store: Store;
let beside: TestServer;
let superuser: Awaited<ReturnType<typeof connect>>;
let ways: readonly WayOver[];
let busy: readonly Busy[];
let devices: readonly DeviceOnTheRoad[];

beforeAll(async () => {
  const url = await createDatabase(inject("postgresPort"));
  store = valueOf(await openPostgresStore(url));
  superuser = await connect(url.replace("login_of_tests", "owner"));
  await superuser.query("set search_path = strandline");
  beside = await createTestServer(store);
  app = await startApp({ args: [], env: { DATABASE_URL: url } });
  const areaId = await beside.newArea();
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => beside.newPerson(areaId)));
  const seats = await Promise.all(
    people.flatMap(({ who }) => Array.from({ length: DEVICES_EACH }, () => newDevice(beside.app, store, who))),
  );
  ways = seats.map(({ cookie }) => fetchOver(app, cookie));
  devices = await Promise.all(seats.map((seat, index) => aDeviceOnTheRoad(beside, seat, ways[index])));
  const chance = fc.sample(fc.double({ min: 0, max: 0.999, noNaN: true }), { numRuns: 5_000, seed: 20_261_123 });
  let next = 0;
  busy = devices.map((device) => aBusyDevice(device, () => chance[(next += 1) % chance.length] ?? 0));
  // One family that all of them work with, so that they come into each other's way.
  await devices[0]?.begin(caseBody(false));
  expect((await devices[0]?.sync())?.ok).toBe(true);
  const [shared] = devices[0]?.written ?? [];
  for (const { who } of people.slice(1))
    await store.asDesk((tx) => giveRelationship(tx, { ...who, caseId: shared?.caseId ?? "" }));
}, 120_000);

afterAll(async () => {
  for (const device of devices) device.close();
  await app.stop();
  await beside.close();
  await store.close();
  await superuser.end();
});

test(
  `HAZ-02 eight devices whose server is killed ${KILLS} times lose nothing, double nothing and end at the same`,
  async () => {
    let isOver = false;
    const working = Promise.all(busy.map(({ work }) => work(() => isOver)));
    for (const delayMs of fc.sample(fc.integer({ min: 1, max: 250 }), { numRuns: KILLS, seed: 20_261_124 })) {
      await isReady();
      for (const { mayWrite } of busy) mayWrite();
      await pause(delayMs);
      await app.kill();
      await app.start();
    }
    isOver = true;
    await working;
    await isReady();
    for (let round = 0; round < QUIET_ROUNDS; round += 1)
      for (const device of devices) expect((await device.sync()).ok).toBe(true);

    await keptOnce();
    await answersStand();
    await noWordIsGone();
    await allEndAtTheSame();
    const { heads, broken } = await verifyAudit(store);
    expect(broken).toEqual([]);
    expect(heads).not.toEqual([]);
    // The kills are meant to fall into the pushing, or this shows nothing.
    expect(ways.reduce((sum, way) => sum + way.brokenPushes(), 0)).toBeGreaterThan(KILLS / 5);
  },
  120_000 + KILLS * 20_000,
);

const written = () => devices.flatMap((device) => device.written);

const isReady = (): Promise<void> =>
  vi.waitFor(
    async () => {
      expect((await fetch(`${app.origin}/readyz`)).status).toBe(200);
    },
    { timeout: 60_000, interval: 20 },
  );

/** Nothing waits any more, and every operation is kept exactly once, byte for byte, with one entry in the audit. */
const keptOnce = async (): Promise<void> => {
  for (const device of devices) expect((await device.pending()).map(({ opId }) => opId)).toEqual([]);
  for (const operation of written()) {
    const { rows } = await superuser.query<{ body: string; sha256: string; audited: number }>(
      `select k.body, k.sha256, (select count(*)::int from audit where rev_id = $1 and kind like 'op-%') as audited
       from (select body, sha256 from revision where rev_id = $1
         union all select body, sha256 from quarantine where op_id = $1) as k`,
      [operation.opId],
    );
    expect(rows).toEqual([{ body: operation.body, sha256: await sha256Hex(operation.body), audited: 1 }]);
  }
  const { rows } = await superuser.query(`select count(*)::int as kept from revision`);
  expect(rows).toEqual([{ kept: written().length }]);
};

/** What a device was answered is what the database says today: no receipt was given for what is not there. */
const answersStand = async (): Promise<void> => {
  const answered = devices.flatMap(acknowledgedBy);
  expect(answered.length).toBeGreaterThan(0);
  for (const { opId, receipt } of answered.filter(({ status }) => status !== "retry")) {
    const { rows } = await superuser.query("select hmac, audit_seq::int as seq from receipt where rev_id = $1", [opId]);
    expect(rows).toEqual([{ hmac: receipt?.hmac, seq: receipt?.auditSeq }]);
  }
};

const noWordIsGone = async (): Promise<void> => {
  const { rows } = await superuser.query<{ content: string }>("select content::text as content from section");
  const all = rows.map(({ content }) => content).join("\n");
  for (const word of written().flatMap(wordsIn)) expect(all.includes(word)).toBe(true);
};

const allEndAtTheSame = async (): Promise<void> => {
  const shown = async (device: DeviceOnTheRoad) =>
    (await device.seen())
      .map(({ head, otherHeads }) => [head.recordId, head.revId, ...otherHeads.map(({ revId }) => revId).sort()])
      .sort();
  for (const device of devices)
    expect((await device.person.digest([...(await device.held()).versions])).statusCode).toBe(204);
  for (let first = 0; first < devices.length; first += DEVICES_EACH) {
    const [one, other] = devices.slice(first, first + DEVICES_EACH);
    if (one === undefined || other === undefined) throw new Error("a person has too few devices");
    expect(await shown(one)).toEqual(await shown(other));
  }
};
