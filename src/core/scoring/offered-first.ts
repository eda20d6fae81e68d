import type { StrandId } from "../schema/ids";
import { DIFFERENT_FROM } from "./looks-different";

/** What is known of one strand, for the order of offering: only what this reader may see. */
export interface StrandMarks {
  readonly strandId: StrandId;
  readonly agreed?: number;
  readonly youngPerson?: number;
  /** Every visible person's position, the young person's among them. */
  readonly people: readonly number[];
}

/**
 * Which strands are offered to work on first. People choose; this is only an order of offering.
 *
 * Shape  `seenDifferently` names the strands that have no one position because people's marks are apart.
 */
export interface OfferedFirst {
  readonly offer:
    | { readonly kind: "strands"; readonly strandIds: readonly StrandId[] }
    | { readonly kind: "much-the-same" }
    | { readonly kind: "nothing" };
  readonly seenDifferently: readonly StrandId[];
}

const OFFERED_UNDER = 50;
const OFFERED = 3;
const MOST_WITH_TIES = 4;
const OWN_DECISION_FROM_AGE = 16;

/**
 * Takes one position a strand, keeps those under the middle, and offers the three lowest with every tie of the third.
 *
 * Units   positions 0–100; ageYears on the day of the conversation.
 * Missing a strand without a mark is left out; it is not at zero.
 * Source  questionnaires/nd-profile/SOURCE.md, "Drawing rules".
 */
export const offeredFirst = (strands: readonly StrandMarks[], ageYears: number): OfferedFirst => {
  const placed = strands.map((strand) => ({ strandId: strand.strandId, at: onePosition(strand, ageYears) }));
  const seenDifferently = placed.filter(({ at }) => at === "seen-differently").map(({ strandId }) => strandId);
  const candidates = placed
    .flatMap(({ strandId, at }) => (typeof at === "number" && at < OFFERED_UNDER ? [{ strandId, at }] : []))
    .sort((a, b) => a.at - b.at);

  const third = candidates[OFFERED - 1]?.at ?? OFFERED_UNDER;
  const offered = candidates.filter(({ at }) => at <= third).map(({ strandId }) => strandId);
  if (offered.length === 0) return { offer: { kind: "nothing" }, seenDifferently };
  if (offered.length > MOST_WITH_TIES) return { offer: { kind: "much-the-same" }, seenDifferently };
  return { offer: { kind: "strands", strandIds: offered }, seenDifferently };
};

const onePosition = (strand: StrandMarks, ageYears: number): number | "seen-differently" | "none" => {
  if (strand.agreed !== undefined) return strand.agreed;
  if (ageYears >= OWN_DECISION_FROM_AGE && strand.youngPerson !== undefined) return strand.youngPerson;
  const leftmost = Math.min(...strand.people);
  const rightmost = Math.max(...strand.people);
  if (strand.people.length === 0) return "none";
  if (rightmost - leftmost < DIFFERENT_FROM) return strand.youngPerson ?? leftmost;
  return "seen-differently";
};
