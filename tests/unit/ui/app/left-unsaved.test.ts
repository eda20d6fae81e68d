// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createObserved } from "#core/observed";
import type { SaveStatus } from "#storage/autosave";
import type { CannotSave } from "#storage/drafts";
import type { Services } from "../../../../src/ui/app/services";
import { leftUnsavedOf } from "../../../../src/ui/app/unsaved/left-unsaved";

type Status = SaveStatus<CannotSave>;
const FULL: Status = { kind: "failed", reason: { type: "QuotaExceeded" }, sinceMs: 1 };

const windowForTest = () => {
  const lockState = createObserved<{ kind: string }>({ kind: "open" });
  const services = { draftLocks: {}, lock: { state: lockState } } as unknown as Services;
  return { left: leftUnsavedOf(services), lockState, services };
};
const pageForTest = (first: Status, afterFlush: Status = first) => {
  const status = createObserved<Status>(first);
  const letGo = vi.fn();
  const flush = async () => {
    await Promise.resolve();
    status.set(afterFlush);
    return afterFlush;
  };
  return { status, letGo, page: { opened: { words: "typed" }, saving: { status, flush }, letGo } };
};
const asksBeforeClosing = (): boolean => {
  const event = new Event("beforeunload", { cancelable: true });
  globalThis.dispatchEvent(event);
  return event.defaultPrevented;
};

let made: ReturnType<typeof windowForTest>;
beforeEach(() => {
  made = windowForTest();
});
afterEach(() => {
  made.left.giveUp("visit");
});

test("a page that is left is let go of once its last words are saved", async () => {
  const { page, letGo } = pageForTest({ kind: "saving" }, { kind: "saved", atMs: 2 });
  await made.left.leave("visit", page);
  expect(letGo).toHaveBeenCalledOnce();
  expect(made.left.takeUp("visit")).toBeUndefined();
});

test("what is saved already, as what was finished is, is let go of at once: whoever opens it next opens it anew", () => {
  const { page, letGo } = pageForTest({ kind: "saved", atMs: 1 });
  void made.left.leave("visit", page);
  expect(letGo).toHaveBeenCalledOnce();
  expect(made.left.takeUp("visit")).toBeUndefined();
});

test("HAZ-02 left unsaved, law 1: what could not be saved is kept until it is, however late", async () => {
  const { page, letGo, status } = pageForTest({ kind: "saving" }, FULL);
  await made.left.leave("visit", page);
  expect(letGo).not.toHaveBeenCalled();
  expect(made.left.has("visit")).toBe(true);
  status.set({ kind: "saved", atMs: 3 });
  expect(letGo).toHaveBeenCalledOnce();
  expect(made.left.has("visit")).toBe(false);
});

test("left unsaved, law 1: it goes only where somebody gives it up", async () => {
  const { page, letGo } = pageForTest(FULL);
  await made.left.leave("visit", page);
  made.left.giveUp("another visit");
  expect(letGo).not.toHaveBeenCalled();
  made.left.giveUp("visit");
  expect(letGo).toHaveBeenCalledOnce();
  expect(made.left.takeUp("visit")).toBeUndefined();
});

test("HAZ-02 left unsaved, law 2: opened again, it is the very page; who took it up is not disturbed by a late save", async () => {
  const { page, letGo, status } = pageForTest(FULL);
  await made.left.leave("visit", page);
  expect(made.left.takeUp("visit")).toBe(page.opened);
  status.set({ kind: "saved", atMs: 3 });
  expect(letGo).not.toHaveBeenCalled();
  expect(made.left.takeUp("visit")).toBeUndefined();
});

test("left unsaved, law 2: a page that is opened again while it is still being saved stays open", async () => {
  const { page, letGo } = pageForTest({ kind: "saving" }, { kind: "saved", atMs: 2 });
  const leaving = made.left.leave("visit", page);
  expect(made.left.takeUp("visit")).toBe(page.opened);
  await leaving;
  expect(letGo).not.toHaveBeenCalled();
});

test("left unsaved, law 3: the browser asks before the window is closed, until it is saved", async () => {
  const { page, status } = pageForTest(FULL);
  expect(asksBeforeClosing()).toBe(false);
  await made.left.leave("visit", page);
  expect(asksBeforeClosing()).toBe(true);
  status.set({ kind: "saved", atMs: 3 });
  expect(asksBeforeClosing()).toBe(false);
});

test("left unsaved, law 3: a window that is locked closes without asking, whichever came first", async () => {
  const { page } = pageForTest(FULL);
  await made.left.leave("visit", page);
  made.lockState.set({ kind: "locked" });
  expect(asksBeforeClosing()).toBe(false);
  await made.left.leave("form", pageForTest(FULL).page);
  expect(asksBeforeClosing()).toBe(false);
});
