import { ageInYears, monthOf, type PlainDate, yearOf } from "../schema/plain-date";
import type { AgeBand } from "../schema/age-band";

const SCHOOL_YEAR_STARTS_IN = 9;
const RECEPTION_AGE = 4;
const YEAR_7_AGE = 11;
const AFTER_YEAR_11_AGE = 16;

/**
 * The age band offered for a child, by England's school year; people may choose another.
 *
 * Shape  the school year runs from 1 September; the age that counts is the one on 31 August before it.
 */
export const offeredBand = (born: PlainDate, on: PlainDate): AgeBand => {
  if (ageInYears(born, on) < 2) return "under-2";
  const ageAtStart = ageAtSchoolYear(born, on);
  if (ageAtStart < RECEPTION_AGE) return "early-years";
  if (ageAtStart < YEAR_7_AGE) return "primary";
  if (ageAtStart < AFTER_YEAR_11_AGE) return "secondary";
  return "16-to-25";
};

/**
 * The school year of England that somebody of this age is in: Reception is 0, Year 9 is 9.
 *
 * Shape  it goes on counting where there is no school: below 0 before Reception, above 13 after Year 13.
 */
export const schoolYearOn = (born: PlainDate, on: PlainDate): number => ageAtSchoolYear(born, on) - RECEPTION_AGE;

const ageAtSchoolYear = (born: PlainDate, on: PlainDate): number => {
  const startYear = monthOf(on) >= SCHOOL_YEAR_STARTS_IN ? yearOf(on) : yearOf(on) - 1;
  return ageInYears(born, `${startYear}-08-31`);
};
