import { expect, test } from "vitest";
import { localDay, localTimeOfDay } from "#platform/clock";

test("the day and the time are those of the place where the device is", () => {
  const summerMorning = new Date(2026, 6, 1, 9, 5).getTime();
  expect([localDay(summerMorning), localTimeOfDay(summerMorning)]).toEqual(["2026-07-01", "09:05"]);
  const lastMinute = new Date(2026, 11, 31, 23, 59, 59).getTime();
  expect([localDay(lastMinute), localTimeOfDay(lastMinute)]).toEqual(["2026-12-31", "23:59"]);
});
