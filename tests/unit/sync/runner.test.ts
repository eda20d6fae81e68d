import { aDeliveringDevice, deviceId } from "../../support/delivering"; // first: it brings the database
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { err, ok } from "#core/result";
import type { PullResponse } from "#core/schema/wire";
import { createSyncRunner, type SyncStatus } from "#sync/runner";
import type { TransportError } from "#sync/ask-server";
import type { Compared, Transport } from "#sync/transport";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const unused = () => Promise.reject(new Error("not asked for"));

const aRunner = async (compare: Transport["compare"], pull: Transport["pull"] = unused) => {
  const { deliveries, events, questionnaires } = await aDeliveringDevice();
  return createSyncRunner({
    transport: { push: unused, pull, questionnaire: unused, compare },
    deliveries,
    events,
    questionnaires,
    sha256: async (text) => text,
    deviceId,
    clock: { nowMs: () => 7 },
    chance: () => 0.5,
  });
};
const same: Compared = { isSame: true, policyVersion: undefined };
const noAnswer = err<TransportError>({ type: "NoAnswer" });

test("all delivered is said only once the server has confirmed it", async () => {
  const said: string[] = [];
  const runner = await aRunner(async () => {
    said.push(runner.status.get().kind);
    return ok(same);
  });
  await runner.syncNow();
  expect(said).toEqual(["busy"]);
  expect(runner.status.get()).toEqual({ kind: "all-delivered", atMs: 7 });
});

test("law 1: one round at a time, and what is asked for meanwhile is done right after", async () => {
  let atOnce = 0;
  let most = 0;
  let rounds = 0;
  const runner = await aRunner(async () => {
    most = Math.max(most, (atOnce += 1));
    rounds += 1;
    await Promise.resolve();
    atOnce -= 1;
    return ok(same);
  });
  await Promise.all([runner.syncNow(), runner.syncNow(), runner.syncNow()]);
  await vi.waitFor(() => {
    expect(rounds).toBe(2);
  });
  expect(most).toBe(1);
});

test("law 2: it waits longer after each failure, and begins anew after a success", async () => {
  let answer: Awaited<ReturnType<Transport["compare"]>> = noAnswer;
  const runner = await aRunner(async () => answer);
  const waits = vi.spyOn(globalThis, "setTimeout");
  const nextWait = async (): Promise<number> => {
    waits.mockClear();
    await runner.syncNow();
    await Promise.resolve();
    return Math.max(...waits.mock.calls.map(([, ms]) => ms ?? 0));
  };
  runner.start();
  await runner.syncNow();
  const [first, second, third] = [await nextWait(), await nextWait(), await nextWait()];
  expect(second).toBeGreaterThan(first);
  expect(third).toBeGreaterThan(second);
  expect(runner.status.get()).toEqual({ kind: "no-connection" });
  answer = ok(same);
  expect(await nextWait()).toBe(60_000);
  runner.stop();
});

test("law 3: it leaves the server alone for as long as the server asks", async () => {
  let answer: Awaited<ReturnType<Transport["compare"]>> = err({ type: "ServerBusy", status: 429, waitMs: 40_000 });
  const runner = await aRunner(async () => answer);
  const waits = vi.spyOn(globalThis, "setTimeout");
  runner.start();
  await runner.syncNow();
  await Promise.resolve();
  expect(waits.mock.calls.at(-1)?.[1]).toBe(50_000);
  answer = ok(same);
  await runner.syncNow();
  await Promise.resolve();
  expect(waits.mock.calls.at(-1)?.[1]).toBe(60_000);
  runner.stop();
});

test("an ended session is said, and is not an ended connection", async () => {
  const runner = await aRunner(async () => err({ type: "SignedOut" }));
  await runner.syncNow();
  expect(runner.status.get()).toEqual({ kind: "signed-out" });
});

test.each([
  ["a busy server", { type: "ServerBusy", status: 503 }, "server-trouble"],
  ["a device that was taken off", { type: "TakenOff" }, "taken-off"],
  ["an app that is too old", { type: "AppTooOld" }, "needs-update"],
  ["a server that says no", { type: "SaidNo", status: 400 }, "server-trouble"],
  ["no answer", { type: "NoAnswer" }, "no-connection"],
] as const)("%s is said as what it is", async (_, error, kind) => {
  const runner = await aRunner(async () => err<TransportError>(error));
  await runner.syncNow();
  expect(runner.status.get()).toEqual({ kind });
});

test("a round that takes several messages says how far it is; stopped for now, it ends, and none begins by itself", async () => {
  const page: PullResponse = {
    ...{ puts: [], gone: [], more: true, left: 28, storeEpoch: "e" },
    policy: { version: "1", withdrawnWording: [], questionnaires: [], settings: {}, minimumProtocol: 1 },
  };
  let pulls = 0;
  const runner = await aRunner(
    async () => ok({ isSame: false }),
    async () => {
      if ((pulls += 1) === 3) runner.pause();
      return ok(page);
    },
  );
  const said: SyncStatus[] = [];
  runner.status.subscribe(() => said.push(runner.status.get()));
  runner.start();
  await runner.syncNow();
  expect(said).toContainEqual({ kind: "busy", progress: { kind: "fetching", done: 0, of: 28 } });
  expect([pulls, runner.status.get()]).toEqual([3, { kind: "stopped" }]);
  const waits = vi.spyOn(globalThis, "setTimeout");
  await Promise.resolve();
  expect(waits).not.toHaveBeenCalled();
  runner.stop();
});
