import type { StrandId } from "../schema/ids";
import type { PlacedMark } from "../schema/mark";
import type { ProfileSections } from "../schema/profile";
import { bandBeside } from "./band-on";
import { type MarkOwner, marksOn } from "./marks-on";

/**
 * A mark of last time. Drawn grey where it can be compared, hollow where it cannot, with the reason.
 *
 * Shape  `now` is absent where the same owner has no mark this time: then there is nothing to say.
 */
export interface Ghost {
  readonly ownerId: MarkOwner;
  readonly position: number;
  readonly comparison:
    | { readonly kind: "comparable"; readonly now?: "about-the-same" | "was-further-left" | "was-further-right" }
    | { readonly kind: "not-comparable"; readonly why: "other-person" | "other-band" | "other-wording" };
}

const ABOUT_THE_SAME_UNDER = 10;

/**
 * The marks of an earlier profile on one strand, each compared with the same owner's mark now.
 *
 * Shape   both sides have been hidden for the reader first.
 * Errors  none; a mark that cannot be compared says why.
 * Source  questionnaires/nd-profile/SOURCE.md, "Drawing rules": the ten is a rule for drawing, not evidence.
 */
export const ghostsOn = (strandId: StrandId, now: ProfileSections, before: ProfileSections): readonly Ghost[] => {
  const marksNow = marksOn(strandId, now);
  return [...marksOn(strandId, before)].map(([ownerId, mark]) => ({
    ownerId,
    position: mark.position,
    comparison: compare(strandId, { sections: now, mark: marksNow.get(ownerId) }, { sections: before, mark }),
  }));
};

interface Side<M> {
  readonly sections: ProfileSections;
  readonly mark: M;
}

const compare = (
  strandId: StrandId,
  now: Side<PlacedMark | undefined>,
  before: Side<PlacedMark>,
): Ghost["comparison"] => {
  const [a, b] = [now.sections.frame.instrument, before.sections.frame.instrument];
  if (a.id !== b.id || a.version !== b.version) return { kind: "not-comparable", why: "other-wording" };
  if (bandBeside(now.mark, strandId, now.sections) !== bandBeside(before.mark, strandId, before.sections))
    return { kind: "not-comparable", why: "other-band" };
  if (now.mark === undefined) {
    const othersMarked = marksOn(strandId, now.sections).size > 0;
    return othersMarked ? { kind: "not-comparable", why: "other-person" } : { kind: "comparable" };
  }
  const moved = now.mark.position - before.mark.position;
  if (Math.abs(moved) < ABOUT_THE_SAME_UNDER) return { kind: "comparable", now: "about-the-same" };
  return { kind: "comparable", now: moved > 0 ? "was-further-left" : "was-further-right" };
};
