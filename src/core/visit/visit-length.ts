import type { StrandId } from "../schema/ids";
import type { Length, ProfileSections } from "../schema/profile";
import type { Visit } from "../schema/visit";
import { withSection } from "./change-section";

/** The three lengths of a visit: one to three strands, all of them, or all of them over two visits. */
export const VISIT_LENGTHS = ["worry", "whole", "two-visits"] as const;
export type VisitLength = (typeof VISIT_LENGTHS)[number];

export const MOST_STRANDS_OF_A_WORRY = 3;

/**
 * How much people mean to talk about.
 *
 * [Note: The length stands in the frame] It is nobody's words and hides nothing, so it must not vanish with a hidden
 * section: a copy whose reader did not see it would show the strands that were left out as if something were missing.
 * It travels with the profile, because whoever reads it later asks the same. And a visit in which only the length was
 * chosen is still one in which nobody has said anything.
 *
 * Missing  a visit that says what only a newer version knows is the whole picture.
 */
export const lengthIn = ({ frame }: Pick<ProfileSections, "frame">): VisitLength =>
  VISIT_LENGTHS.find((each) => each === frame.length.kind) ?? "whole";

/** The strands of today's worry as they were chosen, whatever the length is now. */
export const chosenStrands = ({ frame }: Pick<ProfileSections, "frame">): readonly StrandId[] => frame.length.strandIds;

/**
 * The strands to go through, in the questionnaire's order.
 *
 * Missing  while none is chosen that the questionnaire has, all of them.
 */
export const strandsToday = (
  sections: Pick<ProfileSections, "frame">,
  strandIds: readonly StrandId[],
): readonly StrandId[] => {
  if (lengthIn(sections) !== "worry") return strandIds;
  const chosen = strandIds.filter((strandId) => chosenStrands(sections).includes(strandId));
  return chosen.length === 0 ? strandIds : chosen;
};

/** Whether a strand was left out on purpose this time: it is not one of those that were chosen for today's worry. */
export const isLeftOut = (
  sections: Pick<ProfileSections, "frame">,
  strandIds: readonly StrandId[],
  strandId: StrandId,
): boolean => !strandsToday(sections, strandIds).includes(strandId);

/** Chooses how much to talk about. Nothing that was said goes, and the strands of a worry are there if it comes back. */
export const chooseLength = (visit: Visit, kind: VisitLength): Visit =>
  lengthIn(visit.profile.sections) === kind ? visit : withLength(visit, { kind });

/** Whether one more strand may be chosen for today's worry. */
export const hasRoomForStrand = (sections: Pick<ProfileSections, "frame">): boolean =>
  chosenStrands(sections).length < MOST_STRANDS_OF_A_WORRY;

/** Takes a strand into today's worry, while there is room for it, or takes it out again. */
export const chooseStrand = (visit: Visit, strandId: StrandId, isChosen: boolean): Visit => {
  const { sections } = visit.profile;
  const before = chosenStrands(sections);
  if (before.includes(strandId) === isChosen || (isChosen && !hasRoomForStrand(sections))) return visit;
  return withLength(visit, {
    strandIds: isChosen ? [...before, strandId] : before.filter((each) => each !== strandId),
  });
};

const withLength = (visit: Visit, change: Partial<Length>): Visit => {
  const { frame } = visit.profile.sections;
  return withSection(visit, "frame", { ...frame, length: { ...frame.length, ...change } });
};
