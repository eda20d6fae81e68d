import { expect, test } from "vitest";
import { afterWrongPin, MOST_WRONG_PINS, NO_WRONG_PINS, pinAsk, type PinTries } from "#core/lock/pin-tries";

/** The tries after so many wrong PINs, each as soon as it may be typed, and the waits between them. */
const wrongTimes = (times: number): { readonly tries: PinTries; readonly nowMs: number; readonly waits: number[] } => {
  let tries = NO_WRONG_PINS;
  let nowMs = 7_000;
  const waits: number[] = [];
  for (let each = 0; each < times; each += 1) {
    expect(pinAsk(tries, nowMs)).toEqual({ kind: "may-try" });
    tries = afterWrongPin(tries, nowMs);
    const ask = pinAsk(tries, nowMs);
    if (ask.kind !== "wait") break;
    waits.push(ask.waitMs);
    nowMs += ask.waitMs;
  }
  return { tries, nowMs, waits };
};

test("1: a wrong PIN only slows down: after each wait there is another try", () => {
  const { tries, nowMs } = wrongTimes(MOST_WRONG_PINS - 1);
  expect(pinAsk(tries, nowMs)).toEqual({ kind: "may-try" });
});

test("2: each wait is longer than the one before", () => {
  const { waits } = wrongTimes(MOST_WRONG_PINS - 1);
  expect(waits).toHaveLength(MOST_WRONG_PINS - 1);
  expect(waits.every((wait, index) => wait > (waits[index - 1] ?? 0))).toBe(true);
});

test("during a wait no PIN may be tried, up to its last millisecond", () => {
  const tries = afterWrongPin(NO_WRONG_PINS, 7_000);
  expect(pinAsk(tries, 7_999)).toEqual({ kind: "wait", waitMs: 1 });
  expect(pinAsk(tries, 8_000)).toEqual({ kind: "may-try" });
});

test("after five wrong PINs a passphrase or a passkey is asked, however long anybody waits", () => {
  const { tries, nowMs } = wrongTimes(MOST_WRONG_PINS);
  expect(pinAsk(tries, nowMs + 365 * 24 * 3_600_000)).toEqual({ kind: "asks-passphrase" });
});
