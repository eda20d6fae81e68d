import { expect, test, vi } from "vitest";
import { createObserved } from "#core/observed";
import { createLateRunner } from "#sync/late-runner";
import type { SyncRunner, SyncStatus } from "#sync/runner";

const aRunner = () => {
  const status = createObserved<SyncStatus>({ kind: "busy" });
  const calls: string[] = [];
  const runner: SyncRunner = {
    status,
    syncNow: async () => void calls.push("sync"),
    pause: () => void calls.push("pause"),
    start: () => void calls.push("start"),
    stop: () => void calls.push("stop"),
  };
  return { runner, status, calls };
};

test("law 1: what is asked for before the code is there is done when it is, and it is loaded once", async () => {
  const { runner, calls } = aRunner();
  const load = vi.fn(async () => runner);
  const late = createLateRunner(load);
  expect(load).not.toHaveBeenCalled();
  late.start();
  await late.syncNow();
  expect(calls).toEqual(["start", "sync"]);
  expect(load).toHaveBeenCalledTimes(1);
});

test("it says what the runner says, from the moment it is there", async () => {
  const { runner, status } = aRunner();
  const late = createLateRunner(async () => runner);
  expect(late.status.get()).toEqual({ kind: "not-yet" });
  await late.syncNow();
  expect(late.status.get()).toEqual({ kind: "busy" });
  status.set({ kind: "signed-out" });
  expect(late.status.get()).toEqual({ kind: "signed-out" });
});

test("stopped before the code is there, it never starts", async () => {
  const { runner, calls } = aRunner();
  const late = createLateRunner(async () => runner);
  late.start();
  late.stop();
  await Promise.resolve();
  await late.syncNow();
  expect(calls).not.toContain("start");
});

test("code that could not be loaded is asked for again the next time", async () => {
  const { runner, calls } = aRunner();
  const load = vi.fn(async () => runner);
  load.mockRejectedValueOnce(new Error("a part of the app is missing"));
  const late = createLateRunner(load);
  await late.syncNow();
  expect(calls).toEqual([]);
  await late.syncNow();
  expect(calls).toEqual(["sync"]);
});
