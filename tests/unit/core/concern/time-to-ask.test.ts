import { expect, test } from "vitest";
import { isTimeToAsk } from "#core/concern/time-to-ask";

test.each([
  ["a Monday", "2026-11-23", "2026-11-24"],
  ["a Thursday", "2026-11-26", "2026-11-27"],
  ["a Friday", "2026-11-27", "2026-11-30"],
  ["a Saturday", "2026-11-28", "2026-11-30"],
  ["a Sunday", "2026-11-29", "2026-11-30"],
  ["the last day of a year", "2026-12-31", "2027-01-01"],
])("what was written on %s is asked about from the next working day on", (_, writtenOn, due) => {
  const dayBefore = new Date(Date.parse(due) - 86_400_000).toISOString().slice(0, 10);
  expect(isTimeToAsk(writtenOn, dayBefore)).toBe(false);
  expect(isTimeToAsk(writtenOn, due)).toBe(true);
  expect(isTimeToAsk(writtenOn, "2027-06-01")).toBe(true);
});
