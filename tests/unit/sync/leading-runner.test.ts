import { expect, test, vi } from "vitest";
import { createObserved } from "#core/observed";
import type { SyncRunner, SyncStatus } from "#sync/runner";
import { createLeadingRunner } from "#sync/leading-runner";
import { createMemoryLocks } from "../../support/memory-locks";

/** Two or more windows of one browser: they share locks and hear each other. */
const aBrowser = () => {
  const locks = createMemoryLocks();
  const windows = new Set<(event: Event) => void>();
  let leading = 0;
  let most = 0;
  const openWindow = () => {
    const status = createObserved<SyncStatus>({ kind: "not-yet" });
    const rounds = vi.fn<() => void>();
    const pauses = vi.fn<() => void>();
    const own: SyncRunner & { say: (next: SyncStatus) => void } = {
      status,
      say: status.set,
      syncNow: async () => {
        rounds();
      },
      pause: pauses,
      start: () => {
        most = Math.max(most, (leading += 1));
      },
      stop: () => {
        leading -= 1;
      },
    };
    let heard: ((event: Event) => void) | undefined;
    const channel = {
      postMessage: (data: unknown) => {
        for (const hear of windows) if (hear !== heard) hear(new MessageEvent("message", { data }));
      },
      addEventListener: (_: string, listener: unknown) => {
        heard = listener as (event: Event) => void;
        windows.add(heard);
      },
      removeEventListener: () => {
        if (heard !== undefined) windows.delete(heard);
      },
    };
    const shared = createLeadingRunner({ own, locks, channel, name: "sync:grace" });
    shared.start();
    return { shared, own, rounds, pauses, channel };
  };
  return { openWindow, most: () => most, leading: () => leading };
};

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test("law 1: of two windows one syncs, and the other asks it to", async () => {
  const browser = aBrowser();
  const [first, second] = [browser.openWindow(), browser.openWindow()];
  await soon();
  expect(browser.most()).toBe(1);
  await second.shared.syncNow();
  expect([first.rounds.mock.calls.length, second.rounds.mock.calls.length]).toEqual([1, 0]);
});

test("law 1: when the window that leads is closed, another one takes over", async () => {
  const browser = aBrowser();
  const [first, second] = [browser.openWindow(), browser.openWindow()];
  await soon();
  first.shared.stop();
  await soon();
  expect([browser.leading(), browser.most()]).toEqual([1, 1]);
  await second.shared.syncNow();
  expect(second.rounds).toHaveBeenCalledTimes(1);
});

test("whichever window is asked to stop for now, the one that syncs does", async () => {
  const browser = aBrowser();
  const [first, second] = [browser.openWindow(), browser.openWindow()];
  await soon();
  second.shared.pause();
  first.shared.pause();
  expect([first.pauses.mock.calls.length, second.pauses.mock.calls.length]).toEqual([2, 0]);
});

test("law 2: every window shows what the leading one says, a window that opens later too", async () => {
  const browser = aBrowser();
  const [first, second] = [browser.openWindow(), browser.openWindow()];
  await soon();
  first.own.say({ kind: "some-left", waiting: 2, needPerson: 0 });
  expect(second.shared.status.get()).toEqual({ kind: "some-left", waiting: 2, needPerson: 0 });
  const third = browser.openWindow();
  expect(third.shared.status.get()).toEqual({ kind: "some-left", waiting: 2, needPerson: 0 });
});

test("a window of another version, which says something else, is not heard", async () => {
  const browser = aBrowser();
  const [first, second] = [browser.openWindow(), browser.openWindow()];
  await soon();
  first.channel.postMessage({ say: "status", status: { kind: "a state to come" } });
  first.channel.postMessage("sync-now");
  expect(second.shared.status.get()).toEqual({ kind: "not-yet" });
});
