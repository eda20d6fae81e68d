import { addDays, type PlainDate } from "../schema/plain-date";
import type { ProfileSections } from "../schema/profile";

const DAYS_TO_CHECK = 7;

/** The days in which a family checks at home what was finished for today. */
export interface CheckAtHome {
  readonly lastDay: PlainDate;
  readonly isOver: boolean;
}

/**
 * Until when a profile is to be checked at home: the seventh day after it was finished.
 *
 * Shape    `dayOf` gives the day of a moment where the device is; the core knows no time zone.
 * Missing  undefined for a profile that was not finished, or was finished in another way.
 */
export const checkAtHome = (
  { finish }: Pick<ProfileSections, "finish">,
  nowMs: number,
  dayOf: (atMs: number) => PlainDate,
): CheckAtHome | undefined => {
  if (finish?.outcome.kind !== "for-today") return undefined;
  const lastDay = addDays(dayOf(finish.atMs), DAYS_TO_CHECK);
  return { lastDay, isOver: dayOf(nowMs) > lastDay };
};
