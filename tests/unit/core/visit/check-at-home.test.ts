import { describe, expect, test } from "vitest";
import { Finish } from "#core/schema/profile";
import { checkAtHome } from "#core/visit/check-at-home";
import { localDay } from "#platform/clock";

const DAY_MS = 86_400_000;
/** A quarter to midnight in universal time: in some time zones it is the next day already. */
const FINISHED_MS = Date.UTC(2026, 10, 23, 23, 45);

const finished = (kind: string, views?: readonly unknown[]) => ({
  finish: Finish.parse({ outcome: { kind, ...(views === undefined ? {} : { views }) }, atMs: FINISHED_MS }),
});
const utcDay = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
const inKiritimati = (atMs: number): string => utcDay(atMs + 14 * 3_600_000);
const check = (nowMs: number, dayOf = utcDay) => checkAtHome(finished("for-today"), nowMs, dayOf);

describe("what was finished for today is checked at home", () => {
  test("until the seventh day after, the whole of that day", () => {
    expect(check(FINISHED_MS)).toEqual({ lastDay: "2026-11-30", isOver: false });
    expect(check(Date.UTC(2026, 10, 30, 23, 59, 59, 999))).toEqual({ lastDay: "2026-11-30", isOver: false });
    expect(check(Date.UTC(2026, 11, 1))).toEqual({ lastDay: "2026-11-30", isOver: true });
  });

  test("by the days where people are: fourteen hours further on it was finished a day later", () => {
    expect(check(FINISHED_MS, inKiritimati)?.lastDay).toBe("2026-12-01");
  });

  test("by the device's own days, whatever its zone: seven days after, and not eight", () => {
    const lastDay = check(FINISHED_MS, localDay)?.lastDay;
    expect(lastDay).toBe(localDay(FINISHED_MS + 7 * DAY_MS));
    expect(check(FINISHED_MS + 7 * DAY_MS, localDay)?.isOver).toBe(false);
    expect(check(FINISHED_MS + 8 * DAY_MS, localDay)?.isOver).toBe(true);
  });

  test("also on a device whose clock was set back", () => {
    expect(check(FINISHED_MS - 30 * DAY_MS)?.isOver).toBe(false);
  });

  test("over a change of the clocks the days stay days", () => {
    const beforeSummer = { finish: Finish.parse({ outcome: { kind: "for-today" }, atMs: Date.UTC(2027, 2, 25, 12) }) };
    expect(checkAtHome(beforeSummer, Date.UTC(2027, 2, 25, 12), localDay)?.lastDay).toBe(
      localDay(Date.UTC(2027, 3, 1, 12)),
    );
  });
});

test.each(["right-for-today", "seen-differently"])("what was finished as %s is not to be checked", (kind) => {
  expect(checkAtHome(finished(kind, []), FINISHED_MS, utcDay)).toBeUndefined();
});

test("what is not finished is not to be checked", () => {
  expect(checkAtHome({}, FINISHED_MS, utcDay)).toBeUndefined();
});
