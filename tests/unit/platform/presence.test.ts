import { afterEach, expect, test, vi } from "vitest";
import { type Sign, watchPresence } from "#platform/presence";

afterEach(() => {
  vi.useRealTimers();
});

/** A window and its page, as little of them as presence asks for. */
const open = ({ touch = false } = {}) => {
  vi.useFakeTimers();
  const hand = { touch };
  const window = Object.assign(new EventTarget(), { matchMedia: () => ({ matches: hand.touch }) });
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const heard: Sign[] = [];
  const clock = { ms: 0 };
  const stop = watchPresence(
    {
      window: window as unknown as Window,
      page: page as unknown as Document,
      steadyMs: () => clock.ms,
    },
    (sign) => heard.push(sign),
  );
  const press = (key: string, held: object = {}) =>
    window.dispatchEvent(Object.assign(new Event("keydown"), { key, ...held }));
  return { window, page, heard, clock, stop, hand, press };
};

test("a touch is told at once, and a hand that moves on and on once a second", () => {
  const { window, heard, clock } = open();
  for (let each = 0; each < 30; each += 1) {
    window.dispatchEvent(new Event("pointermove"));
    clock.ms += 100;
  }
  expect(heard).toEqual(["active", "active", "active"]);
});

test("being hidden is told before the call returns, and so is being closed", () => {
  const { window, page, heard } = open();
  page.visibilityState = "hidden";
  page.dispatchEvent(new Event("visibilitychange"));
  expect(heard).toEqual(["hidden"]);
  window.dispatchEvent(new Event("pagehide"));
  page.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));
  expect(heard).toEqual(["hidden", "hidden", "shown"]);
});

test("another program has the keys: on a touch screen that is put away, on a laptop it is not", () => {
  for (const [touch, told] of [
    [true, ["turned-away", "turned-back"]],
    [false, ["turned-back"]],
  ] as const) {
    const { window, heard } = open({ touch });
    window.dispatchEvent(new Event("blur"));
    window.dispatchEvent(new Event("focus"));
    expect(heard).toEqual(told);
  }
});

test("a window of a laptop is hidden once it is out of sight, whoever has the keys", () => {
  const { window, page, heard } = open();
  window.dispatchEvent(new Event("blur"));
  page.visibilityState = "hidden";
  page.dispatchEvent(new Event("visibilitychange"));
  expect(heard).toEqual(["hidden"]);
});

test("a tablet whose keyboard is taken off is a tablet again", () => {
  const { window, heard, hand } = open();
  window.dispatchEvent(new Event("blur"));
  hand.touch = true;
  window.dispatchEvent(new Event("blur"));
  expect(heard).toEqual(["turned-away"]);
});

test("Tab past the end of the page is nobody's going away; long after it, or by a key of the system's, it is", () => {
  const { window, heard, clock, press } = open({ touch: true });
  const isToldAfter = (key: string, waitMs: number, held: object = {}): boolean => {
    heard.length = 0;
    clock.ms += 10_000;
    press(key, held);
    clock.ms += waitMs;
    window.dispatchEvent(new Event("blur"));
    return heard.includes("turned-away");
  };
  expect(isToldAfter("Tab", 20)).toBe(false);
  expect(isToldAfter("Tab", 20, { shiftKey: true })).toBe(false);
  expect(isToldAfter("Tab", 500)).toBe(true);
  expect(isToldAfter("a", 20)).toBe(true);
  for (const held of ["altKey", "metaKey", "ctrlKey"]) expect(isToldAfter("Tab", 20, { [held]: true })).toBe(true);
  press("Tab");
  expect(isToldAfter("Tab", 20, { altKey: true })).toBe(true);
});

test("a print dialog is told when it opens and when it closes", () => {
  const { window, heard } = open();
  window.dispatchEvent(new Event("beforeprint"));
  window.dispatchEvent(new Event("afterprint"));
  expect(heard).toEqual(["dialog-opened", "dialog-closed"]);
});

test("time passes by itself, and once it is stopped nothing is told any more", () => {
  const { window, heard, stop } = open();
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual(["time-passed", "time-passed"]);
  stop();
  vi.advanceTimersByTime(10_000);
  window.dispatchEvent(new Event("pointerdown"));
  expect(heard).toHaveLength(2);
});
