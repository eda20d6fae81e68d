import type { NextVisit } from "../schema/case";
import type { PlainDate } from "../schema/plain-date";
import { type Family, familyStateOf } from "./family";

/** What time it is where the device is. The core has no time zone, so it is given the day of a moment. */
export interface LocalTime {
  readonly today: PlainDate;
  /** As `14:02`. */
  readonly timeOfDay: string;
  readonly dayOf: (atMs: number) => PlainDate;
}

/** The one family that the opening screen names. */
export type OpeningFamily =
  | { readonly kind: "next-visit"; readonly family: Family; readonly nextVisit: NextVisit }
  | { readonly kind: "unfinished"; readonly family: Family }
  | { readonly kind: "nothing-set" };

/** A visit takes 45 to 90 minutes: until then one that begins late is still the next. */
const LONGEST_VISIT_MINUTES = 90;

/**
 * Chooses the family to open on: the nearest visit still to come today; else the visit that was begun and last saved
 * today; else the nearest visit of another day; else the unfinished visit last saved.
 *
 * Shape  of two visits at one time, the one whose record came first; a visit without a time counts for its whole day
 *        and comes after those with one.
 */
export const openingFamily = (families: readonly Family[], now: LocalTime): OpeningFamily => {
  const next = families
    .flatMap((family) => {
      const nextVisit = visitToCome(family, now);
      return nextVisit === undefined ? [] : [{ kind: "next-visit" as const, family, nextVisit }];
    })
    .sort((a, b) => byText(momentOf(a.nextVisit), momentOf(b.nextVisit)))[0];
  const begun = families
    .filter(({ unfinished }) => unfinished[0]?.saidNo === false)
    .sort((a, b) => lastSavedMs(b) - lastSavedMs(a))[0];
  const unfinished = begun === undefined ? undefined : { kind: "unfinished" as const, family: begun };
  if (next?.nextVisit.on === now.today) return next;
  if (unfinished !== undefined && now.dayOf(lastSavedMs(unfinished.family)) === now.today) return unfinished;
  return next ?? unfinished ?? { kind: "nothing-set" };
};

/** The visit that is set for a family and still to come; one that was finished since its day is over. */
export const visitToCome = ({ caseBody, finished }: Family, now: LocalTime): NextVisit | undefined => {
  const nextVisit = caseBody.sections["next-visit"];
  if (nextVisit === undefined || nextVisit.on < now.today) return undefined;
  if (finished.some((profile) => now.dayOf(profile.finishedAtMs) >= nextVisit.on)) return undefined;
  if (nextVisit.on > now.today || nextVisit.at === "") return nextVisit;
  return minutesOf(nextVisit.at) + LONGEST_VISIT_MINUTES > minutesOf(now.timeOfDay) ? nextVisit : undefined;
};

/**
 * Everyone else, in the order of what waits: visits begun, the last saved first; then visits set, the nearest first;
 * then families with no visit yet; then finished ones, the last first.
 */
export const inOrderOfWaiting = (families: readonly Family[], now: LocalTime): readonly Family[] => {
  const places = families.map((family) => ({ family, place: placeOf(family, now) }));
  return places.sort((a, b) => a.place[0] - b.place[0] || byText(a.place[1], b.place[1])).map(({ family }) => family);
};

const placeOf = (family: Family, now: LocalTime): readonly [group: number, within: string] => {
  const state = familyStateOf(family);
  if (state.kind === "started") return [0, latestFirst(lastSavedMs(family))];
  const nextVisit = visitToCome(family, now);
  // After a no, what was set stands where it stood.
  if (nextVisit !== undefined) return [1, momentOf(nextVisit)];
  return state.kind === "not-started" ? [2, ""] : [3, latestFirst(state.atMs)];
};

const lastSavedMs = ({ unfinished }: Family): number => unfinished[0]?.savedAtMs ?? -Infinity;
const latestFirst = (atMs: number): string => String(Number.MAX_SAFE_INTEGER - atMs).padStart(16, "0");
const momentOf = ({ on, at }: NextVisit): string => `${on} ${at === "" ? "24:00" : at}`;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const minutesOf = (timeOfDay: string): number => Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3, 5));
