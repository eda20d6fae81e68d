import { addDays, type PlainDate, weekdayOf } from "../schema/plain-date";

/** Days on which schools of an area are closed, first and last included: holidays, training days, bank holidays. */
export interface Closure {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const REVIEW_AFTER_DAYS = 12 * 7;
const CALL_AFTER_DAYS = 2 * 7;
const FURTHEST_DAYS = 60;

/** Monday to Friday outside the area's closures. */
export const isSchoolDay = (day: PlainDate, closures: readonly Closure[]): boolean => {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !closures.some(({ from, to }) => from <= day && day <= to);
};

/**
 * The school day nearest to a day, the earlier of two that are as near; the day itself where closures leave none
 * within sixty days.
 */
export const nearestSchoolDay = (day: PlainDate, closures: readonly Closure[]): PlainDate => {
  for (let distance = 0; distance <= FURTHEST_DAYS; distance += 1) {
    const near = [addDays(day, -distance), addDays(day, distance)].find((each) => isSchoolDay(each, closures));
    if (near !== undefined) return near;
  }
  return day;
};

/** The review, offered and not set: the school day nearest twelve weeks on. */
export const offeredReview = (finishedOn: PlainDate, closures: readonly Closure[]): PlainDate =>
  nearestSchoolDay(addDays(finishedOn, REVIEW_AFTER_DAYS), closures);

/** The call to ask how it is going: about two weeks on, Monday to Friday. */
export const offeredCall = (finishedOn: PlainDate): PlainDate =>
  nearestSchoolDay(addDays(finishedOn, CALL_AFTER_DAYS), []);
