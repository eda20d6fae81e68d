import { isSchoolDay } from "../plan/review-day";
import { addDays, type PlainDate } from "../schema/plain-date";

/**
 * Whether it is time to ask the author of a concern if somebody has answered: from the next working day after it was
 * written, Monday to Friday. A bank holiday counts as a working day: it is asked too early rather than too late.
 */
export const isTimeToAsk = (writtenOn: PlainDate, today: PlainDate): boolean => {
  let due = addDays(writtenOn, 1);
  while (!isSchoolDay(due, [])) due = addDays(due, 1);
  return today >= due;
};
