import { describe, expect, test } from "vitest";
import { isSchoolDay, nearestSchoolDay, offeredCall, offeredReview } from "#core/plan/review-day";

const christmas = { from: "2026-12-21", to: "2027-01-01" };

describe("a school day", () => {
  test("is Monday to Friday", () => {
    expect(
      ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"].every((day) => isSchoolDay(day, [])),
    ).toBe(true);
    expect(isSchoolDay("2026-11-28", [])).toBe(false);
    expect(isSchoolDay("2026-11-29", [])).toBe(false);
  });

  test("is outside the area's closures, whose first and last day count", () => {
    expect(isSchoolDay("2026-12-18", [christmas])).toBe(true);
    expect(isSchoolDay("2026-12-21", [christmas])).toBe(false);
    expect(isSchoolDay("2027-01-01", [christmas])).toBe(false);
    expect(isSchoolDay("2027-01-04", [christmas])).toBe(true);
  });
});

describe("the nearest school day", () => {
  test("is the day itself where there is school", () => {
    expect(nearestSchoolDay("2026-11-25", [])).toBe("2026-11-25");
  });

  test("is Friday for a Saturday and Monday for a Sunday", () => {
    expect(nearestSchoolDay("2026-11-28", [])).toBe("2026-11-27");
    expect(nearestSchoolDay("2026-11-29", [])).toBe("2026-11-30");
  });

  test("is the earlier of two that are as near", () => {
    const wednesday = { from: "2026-11-25", to: "2026-11-25" };
    expect(nearestSchoolDay("2026-11-25", [wednesday])).toBe("2026-11-24");
  });

  test("is outside a holiday, over the weekend before it", () => {
    expect(nearestSchoolDay("2026-12-22", [christmas])).toBe("2026-12-18");
    expect(nearestSchoolDay("2026-12-31", [christmas])).toBe("2027-01-04");
  });

  test("is the day itself where closures leave none near", () => {
    expect(nearestSchoolDay("2026-12-22", [{ from: "2026-01-01", to: "2027-12-31" }])).toBe("2026-12-22");
  });
});

test("the review is offered for the school day nearest twelve weeks on", () => {
  expect(offeredReview("2026-11-23", [])).toBe("2027-02-15");
  expect(offeredReview("2026-11-23", [{ from: "2027-02-15", to: "2027-02-19" }])).toBe("2027-02-12");
  expect(offeredReview("2026-11-22", [])).toBe("2027-02-15");
});

test("the call is two weeks on", () => {
  expect(offeredCall("2026-12-23")).toBe("2027-01-06");
});
