import { describe, expect, test } from "vitest";
import { birthDateFrom } from "#core/schema/birth-date";

const today = "2026-11-24";
const read = (day: string, month: string, year: string) => birthDateFrom({ day, month, year }, today);
const faultOf = (day: string, month: string, year: string) => {
  const result = read(day, month, year);
  return result.ok ? undefined : [result.error.type, result.error.field];
};

test("a typed date is taken with or without leading zeros and white space", () => {
  expect(read("31", "3", "2018")).toEqual({ ok: true, value: "2018-03-31" });
  expect(read(" 01 ", "09", " 2012")).toEqual({ ok: true, value: "2012-09-01" });
  expect(read("29", "2", "2024")).toEqual({ ok: true, value: "2024-02-29" });
});

describe("a date that cannot be taken says why, and where to look", () => {
  test.each([
    ["", "", "", "Missing", "day"],
    ["", "3", "2018", "Incomplete", "day"],
    ["31", " ", "2018", "Incomplete", "month"],
    ["31", "3", "", "Incomplete", "year"],
    ["31", "2", "2020", "NotReal", "day"],
    ["29", "2", "2025", "NotReal", "day"],
    ["0", "1", "2020", "NotReal", "day"],
    ["32", "1", "2020", "NotReal", "day"],
    ["1", "0", "2020", "NotReal", "day"],
    ["1", "13", "2020", "NotReal", "month"],
    ["first", "1", "2020", "NotReal", "day"],
    ["1", "March", "2020", "NotReal", "month"],
    ["1", "1", "1", "YearNotFourDigits", "year"],
    ["1", "1", "18", "YearNotFourDigits", "year"],
    ["1", "1", "02018", "YearNotFourDigits", "year"],
    ["25", "11", "2026", "InFuture", "year"],
    ["1", "1", "0001", "TooLongAgo", "year"],
    ["24", "11", "2000", "TooLongAgo", "year"],
  ])("%s %s %s", (day, month, year, type, field) => {
    expect(faultOf(day, month, year)).toEqual([type, field]);
  });
});

test("the first and the last day that a profile is for are both taken", () => {
  expect(faultOf("24", "11", "2026")).toBeUndefined();
  expect(faultOf("25", "11", "2000")).toBeUndefined();
});
