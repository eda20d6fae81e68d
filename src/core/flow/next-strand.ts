import type { StrandId } from "../schema/ids";

/**
 * The strand after this one in the questionnaire's order; after the last there is none, and the picture is next.
 *
 * Shape  only those of `today` come next; from a strand that is not one of them the way leads on all the same.
 */
export const strandAfter = (
  strandIds: readonly StrandId[],
  strandId: StrandId,
  today: readonly StrandId[] = strandIds,
): StrandId | undefined =>
  strandIds.includes(strandId)
    ? strandIds.slice(strandIds.indexOf(strandId) + 1).find((each) => today.includes(each))
    : undefined;

/** The same way back; before the first there is none, and the start is next. */
export const strandBefore = (
  strandIds: readonly StrandId[],
  strandId: StrandId,
  today: readonly StrandId[] = strandIds,
): StrandId | undefined =>
  strandIds.slice(0, Math.max(0, strandIds.indexOf(strandId))).findLast((each) => today.includes(each));
