import { err, ok, type Result } from "../result";
import { ageInYears, PlainDate, yearOf } from "./plain-date";

/** A date of birth as it was typed, in three fields. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Profiles are for people up to this age: the last day is the one before the twenty-sixth birthday. */
export const OLDEST_YEARS = 25;

/**
 * Reads a typed date of birth.
 *
 * Shape   white space around the digits and missing leading zeros are taken; a year has all four digits, since "18"
 *         may be this century or the last.
 * Errors  one fault at a time, in the order in which a person would mend them, with the field to go to.
 */
export const birthDateFrom = (typed: TypedDate, today: PlainDate): Result<PlainDate, BirthDateFault> => {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()];
  if (day === "" && month === "" && year === "") return err({ type: "Missing", field: "day" });
  for (const [field, text] of [
    ["day", day],
    ["month", month],
    ["year", year],
  ] as const) {
    if (text === "") return err({ type: "Incomplete", field });
  }
  if (!ONE_OR_TWO_DIGITS.test(day)) return err({ type: "NotReal", field: "day" });
  if (!ONE_OR_TWO_DIGITS.test(month) || Number(month) > 12) return err({ type: "NotReal", field: "month" });
  if (!/^\d{4}$/.test(year)) return err({ type: "YearNotFourDigits", field: "year" });
  if (Number(year) < yearOf(today) - OLDEST_YEARS - 1) return err({ type: "TooLongAgo", field: "year" });
  const date = PlainDate.safeParse(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  if (!date.success) return err({ type: "NotReal", field: "day" });
  if (date.data > today) return err({ type: "InFuture", field: "year" });
  if (ageInYears(date.data, today) > OLDEST_YEARS) return err({ type: "TooLongAgo", field: "year" });
  return ok(date.data);
};

export interface BirthDateFault {
  readonly type: "Missing" | "Incomplete" | "NotReal" | "YearNotFourDigits" | "InFuture" | "TooLongAgo";
  /** Where to look. */
  readonly field: keyof TypedDate;
}

const ONE_OR_TWO_DIGITS = /^\d{1,2}$/;
