import { describe, expect, test } from "vitest";
import { addDays, ageInYears, PlainDate, weekdayOf } from "#core/schema/plain-date";

describe("a day", () => {
  test.each(["2026-11-22", "2024-02-29", "2000-02-29", "1999-12-31"])("%s is one", (text) => {
    expect(PlainDate.safeParse(text).success).toBe(true);
  });

  test.each([
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-4-3",
    "22-11-2026",
    "2026-11-22T10:00",
    " 2026-11-22",
    "",
    "yesterday",
    "9999-99-99",
  ])("“%s” is none, and is refused without a throw", (text) => {
    expect(PlainDate.safeParse(text).success).toBe(false);
  });
});

describe("days are counted without a clock or a zone", () => {
  test("over the end of a month, a year, a leap day and the nights when clocks change", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });

  test("and so are weekdays, 1970 and before too", () => {
    expect(weekdayOf("2026-11-22")).toBe(0);
    expect(weekdayOf("2026-11-28")).toBe(6);
    expect(weekdayOf("1970-01-01")).toBe(4);
    expect(weekdayOf("1969-12-28")).toBe(0);
  });
});

describe("age", () => {
  test("changes on the birthday", () => {
    expect(ageInYears("2010-09-01", "2026-08-31")).toBe(15);
    expect(ageInYears("2010-09-01", "2026-09-01")).toBe(16);
  });

  test("of somebody born on 29 February changes on 1 March in a common year, and on the day in a leap year", () => {
    expect(ageInYears("2012-02-29", "2028-02-28")).toBe(15);
    expect(ageInYears("2012-02-29", "2028-02-29")).toBe(16);
    expect(ageInYears("2012-02-29", "2027-02-28")).toBe(14);
    expect(ageInYears("2012-02-29", "2027-03-01")).toBe(15);
  });

  test("is 0 on the day of birth, and less before", () => {
    expect(ageInYears("2026-11-22", "2026-11-22")).toBe(0);
    expect(ageInYears("2026-11-23", "2026-11-22")).toBe(-1);
  });
});
