import type { StrandId } from "../schema/ids";

/** The strand after this one in the questionnaire's order; after the last there is none, and the picture is next. */
export const strandAfter = (strandIds: readonly StrandId[], strandId: StrandId): StrandId | undefined =>
  strandIds.includes(strandId) ? strandIds[strandIds.indexOf(strandId) + 1] : undefined;

export const strandBefore = (strandIds: readonly StrandId[], strandId: StrandId): StrandId | undefined =>
  strandIds[strandIds.indexOf(strandId) - 1];
