import { type CaseBody, childOf } from "../schema/case";
import type { Delivery } from "../schema/delivery";
import type { Id } from "../schema/ids";
import { type Alike, alikeNames } from "./nearly-same-name";
import { type DecisionRecord, type Standing, standingOf } from "./standing-decision";

/** One child's record as this person sees it. */
export interface SeenCase {
  readonly caseId: Id;
  readonly caseBody: CaseBody;
  readonly delivery: Delivery;
}

/** Another record that may be, or was said to be, of the same child. */
export interface OtherRecord<T extends SeenCase> {
  readonly other: T;
  readonly standing: Standing;
  /** Why it is suggested; undefined where it is not, and only what a person said of it stands. */
  readonly because: Alike | undefined;
}

/**
 * Whether two records may be one child's: the same birth date and nearly the same name, and neither is protected nor one
 * whose access has ended.
 *
 * Laws   1. it is the same from either side
 *        2. a record that is marked *identity protected* is never one of the two
 * Source  domain.md §8
 * (tests/property/same-child.test.ts)
 */
export const mayBeOneChild = (one: SeenCase, other: SeenCase): Alike | undefined => {
  if (one.caseId === other.caseId || !mayBeMatched(one) || !mayBeMatched(other)) return undefined;
  if (one.caseBody.sections.child.bornOn !== other.caseBody.sections.child.bornOn) return undefined;
  return alikeNames(childOf(one.caseBody).name, childOf(other.caseBody).name);
};

/** Whether a record may be set beside another at all. */
export const mayBeMatched = ({ caseBody, delivery }: SeenCase): boolean =>
  !caseBody.sections.child.identityProtected && !(delivery.kind === "needs-you" && delivery.reason === "access-ended");

/**
 * The other records that a person may be asked about, or that somebody said something of, beside one.
 *
 * Laws     what was said of a record that is protected by now, or that this person does not have, is not shown
 * Missing  none where the record itself is protected.
 * (tests/property/same-child.test.ts)
 */
export const othersBeside = <T extends SeenCase>(
  one: T,
  all: readonly T[],
  decisions: readonly DecisionRecord[],
): readonly OtherRecord<T>[] =>
  mayBeMatched(one)
    ? all
        .filter((other) => other.caseId !== one.caseId && mayBeMatched(other))
        .map((other) => ({
          other,
          standing: standingOf(decisions, one.caseId, other.caseId),
          because: mayBeOneChild(one, other),
        }))
        .filter(({ standing, because }) => standing.kind !== "open" || because !== undefined)
    : [];
