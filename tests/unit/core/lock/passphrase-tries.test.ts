import { expect, test } from "vitest";
import {
  afterWrongPassphrase,
  MOST_WRONG_PASSPHRASES,
  waitLeftMs,
  type WrongPassphrases,
  wrongPassphrasesNow,
} from "#core/lock/passphrase-tries";

const NOW = Date.UTC(2026, 10, 24);
const YEAR = 365 * 24 * 3_600_000;
const NONE: WrongPassphrases = { count: 0, waitUntilMs: 0 };

const afterWrong = (times: number): { readonly wrong: WrongPassphrases; readonly erased: readonly boolean[] } => {
  let wrong = NONE;
  const erased: boolean[] = [];
  for (let each = 0; each < times; each += 1) {
    const next = afterWrongPassphrase(wrong, NOW);
    wrong = next.wrong;
    erased.push(next.erase);
  }
  return { wrong, erased };
};

test("whoever typed nothing wrong waits for nothing", () => {
  expect(waitLeftMs(wrongPassphrasesNow(NONE, NOW), NOW)).toBe(0);
});

test("each wrong passphrase makes the wait longer, and none takes a quarter of an hour", () => {
  const waits = Array.from({ length: MOST_WRONG_PASSPHRASES - 1 }, (_, index) =>
    waitLeftMs(afterWrong(index + 1).wrong, NOW),
  );
  expect(waits[0]).toBe(1_000);
  expect(waits.every((wait, index) => wait > (waits[index - 1] ?? 0))).toBe(true);
  expect(waits.at(-1)).toBeLessThan(15 * 60_000);
});

test("the tenth wrong passphrase erases the slot, and no earlier one does", () => {
  expect(afterWrong(10).erased).toEqual([...Array.from({ length: 9 }, () => false), true]);
});

test("1: a clock that is set back by a year keeps nobody out for a year", () => {
  const { wrong } = afterWrong(9);
  const backThen = NOW - YEAR;
  const asked = wrongPassphrasesNow(wrong, backThen);
  expect(waitLeftMs(asked, backThen)).toBe(waitLeftMs(wrong, NOW));
  expect(waitLeftMs(asked, backThen + waitLeftMs(wrong, NOW))).toBe(0);
});

test("2: the count stays, though the clock is set forward or back by a year", () => {
  const { wrong } = afterWrong(9);
  for (const nowMs of [NOW + YEAR, NOW - YEAR]) {
    const asked = wrongPassphrasesNow(wrong, nowMs);
    expect(asked.count).toBe(9);
    expect(afterWrongPassphrase(asked, nowMs).erase).toBe(true);
  }
});
