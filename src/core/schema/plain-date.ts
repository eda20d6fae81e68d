import { z } from "zod";

/** A day without a time or a zone, as `2026-11-22`; days that do not exist are refused. */
export const PlainDate = z
  .string()
  // Stops here: what is not even written as a day cannot be asked whether it exists.
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "use a date such as 2018-03-31", abort: true })
  .refine((text) => plainDateExists(text), "there is no such day");
export type PlainDate = z.infer<typeof PlainDate>;

const DAY_MS = 86_400_000;

const utcMs = (date: PlainDate): number => Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date));
const fromUtcMs = (ms: number): PlainDate => {
  // Built from the number of days, so that no clock and no zone takes part.
  const day = new Date(ms);
  return day.toISOString().slice(0, 10);
};

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7));
export const dayOf = (date: PlainDate): number => Number(date.slice(8, 10));

const plainDateExists = (text: string): boolean => fromUtcMs(utcMs(text)) === text;

export const addDays = (date: PlainDate, days: number): PlainDate => fromUtcMs(utcMs(date) + days * DAY_MS);

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (date: PlainDate): number => (((Math.floor(utcMs(date) / DAY_MS) + 4) % 7) + 7) % 7;

/** Whole years lived on a given day; negative before birth. A child born on 29 February is a year older on 1 March. */
export const ageInYears = (born: PlainDate, on: PlainDate): number => {
  const beforeBirthday = on.slice(5) < born.slice(5);
  return yearOf(on) - yearOf(born) - (beforeBirthday ? 1 : 0);
};
