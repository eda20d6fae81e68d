import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDraftLocks, type DraftHold } from "#platform/draft-lock";
import { createMemoryLocks } from "../../support/memory-locks";

let locks: ReturnType<typeof createMemoryLocks>;
beforeEach(() => {
  vi.useFakeTimers();
  locks = createMemoryLocks();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Each tab has its own object over the browser's one set of locks. */
const aTab = () => createDraftLocks({ locks, waitMs: 500 });
const afterMs = async (hold: Promise<DraftHold>, ms: number): Promise<DraftHold> => {
  await vi.advanceTimersByTimeAsync(ms);
  return hold;
};

test("a draft is held by the first tab that asks, and by no other", async () => {
  const first = await afterMs(aTab().holdDraft("a"), 1);
  const second = await afterMs(aTab().holdDraft("a"), 500);
  expect([first.held, second.held]).toEqual([true, false]);
});

test("two drafts can be held at once", async () => {
  const tab = aTab();
  expect(await afterMs(tab.holdDraft("a"), 1)).toMatchObject({ held: true });
  expect(await afterMs(tab.holdDraft("b"), 1)).toMatchObject({ held: true });
});

test("a draft that was let go can be held by another tab", async () => {
  const first = await afterMs(aTab().holdDraft("a"), 1);
  first.release();
  expect(await afterMs(aTab().holdDraft("a"), 1)).toMatchObject({ held: true });
});

test("a screen that is left and opened again at once is not locked out by itself", async () => {
  const tab = aTab();
  const first = await afterMs(tab.holdDraft("a"), 1);
  const second = tab.holdDraft("a");
  first.release();
  expect(await afterMs(second, 10)).toMatchObject({ held: true });
});

test("who was told no does not get hold of the draft later without knowing", async () => {
  const first = await afterMs(aTab().holdDraft("a"), 1);
  await afterMs(aTab().holdDraft("a"), 500);
  first.release();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await aTab().isAnyDraftHeld()).toBe(false);
});

test("every tab knows whether any draft is held in any tab", async () => {
  const [one, other] = [aTab(), aTab()];
  expect(await other.isAnyDraftHeld()).toBe(false);
  const hold = await afterMs(one.holdDraft("a"), 1);
  expect(await other.isAnyDraftHeld()).toBe(true);
  hold.release();
  await vi.advanceTimersByTimeAsync(1);
  expect(await other.isAnyDraftHeld()).toBe(false);
});

test("a lock of another kind is no draft", async () => {
  void locks.request("leader", {}, () => new Promise(() => undefined));
  await vi.advanceTimersByTimeAsync(1);
  expect(await aTab().isAnyDraftHeld()).toBe(false);
});

test("letting go twice, or of what was not held, does no harm", async () => {
  const first = await afterMs(aTab().holdDraft("a"), 1);
  const second = await afterMs(aTab().holdDraft("a"), 500);
  second.release();
  expect(await aTab().isAnyDraftHeld()).toBe(true);
  first.release();
  first.release();
  await vi.advanceTimersByTimeAsync(1);
  expect(await aTab().isAnyDraftHeld()).toBe(false);
});

test("a browser that refuses locks altogether is not taken for another tab", async () => {
  const refusing = { ...locks, request: () => Promise.reject(new DOMException("no", "SecurityError")) };
  await expect(createDraftLocks({ locks: refusing }).holdDraft("a")).rejects.toThrow("no");
});

test("a tab that waits for a draft hears once when it is let go of, and has not taken it", async () => {
  const [one, other] = [aTab(), aTab()];
  const hold = await afterMs(one.holdDraft("a"), 1);
  const heard = vi.fn<() => void>();
  other.whenFree("a", new AbortController().signal, heard);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(heard).not.toHaveBeenCalled();
  hold.release();
  await vi.advanceTimersByTimeAsync(10);
  expect(heard).toHaveBeenCalledOnce();
  expect(await one.isAnyDraftHeld()).toBe(false);
});

test("a tab that waits no more hears nothing", async () => {
  const hold = await afterMs(aTab().holdDraft("a"), 1);
  const waiting = new AbortController();
  const heard = vi.fn<() => void>();
  aTab().whenFree("a", waiting.signal, heard);
  waiting.abort();
  hold.release();
  await vi.advanceTimersByTimeAsync(10);
  expect(heard).not.toHaveBeenCalled();
});

test("a tab knows the drafts of others from its own", async () => {
  const [one, other] = [aTab(), aTab()];
  const hold = await afterMs(one.holdDraft("a"), 1);
  expect([await one.isHeldElsewhere("a"), await other.isHeldElsewhere("a")]).toEqual([false, true]);
  expect(await other.isHeldElsewhere("b")).toBe(false);
  hold.release();
  await vi.advanceTimersByTimeAsync(1);
  expect(await other.isHeldElsewhere("a")).toBe(false);
});
