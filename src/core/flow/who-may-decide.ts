import type { PersonId } from "../schema/ids";
import type { Person } from "../schema/person";
import type { Decider } from "./agreement";

/** Parental responsibility as it decides the order of asking; what a newer version wrote counts as not known. */
const FIRST_ASKED = ["yes", "shared-with-council", "court-limits", "not-known", "no"];

const rank = (person: Person): number => {
  const place = FIRST_ASKED.indexOf(person.parentalResponsibility);
  return place === -1 ? FIRST_ASKED.indexOf("not-known") : place;
};

const hasSomeWritten = (person: Person): boolean => rank(person) < FIRST_ASKED.indexOf("not-known");

/**
 * Who can be named as the one who decides for the child: those with parental responsibility first.
 *
 * Shape  never the child, a brother or a sister. Under 16: family, and whoever else has it written down, but not the
 *        one who leads the visit. In the child's best interests, from 16: anyone else, in the order of the record.
 */
export const whoMayDecide = (
  decider: Decider,
  people: readonly Person[],
  { childId, ledBy }: { readonly childId: PersonId; readonly ledBy: PersonId },
): readonly Person[] => {
  const others = people.filter((person) => person.id !== childId && person.role !== "sibling");
  if (decider === "best-interests") return others;
  return others
    .filter((person) => person.id !== ledBy && (person.kind === "family" || hasSomeWritten(person)))
    .sort((one, other) => rank(one) - rank(other));
};

/** What to check before this person's yes is taken for the child; nothing where their responsibility is written down. */
export type DecisionCheck = "none" | "not-written-down" | "shared-with-council" | "court-limits";

export const checkBeforeDeciding = ({ parentalResponsibility }: Person): DecisionCheck => {
  if (parentalResponsibility === "yes") return "none";
  if (parentalResponsibility === "shared-with-council" || parentalResponsibility === "court-limits")
    return parentalResponsibility;
  return "not-written-down";
};
