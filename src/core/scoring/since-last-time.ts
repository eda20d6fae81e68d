import type { AgeBand } from "../schema/age-band";
import type { PersonId, StrandId } from "../schema/ids";
import type { ProfileSections } from "../schema/profile";
import { voicesOn } from "../schema/profile";

/** Whose mark a ghost is: a person's id, or `agreed` for the one that people placed together. */
export type GhostOwner = PersonId;

/**
 * A mark of last time. Drawn grey where it can be compared, hollow where it cannot, with the reason.
 *
 * Shape  `now` is absent where the same owner has no mark this time: then there is nothing to say.
 */
export interface Ghost {
  readonly ownerId: GhostOwner;
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
  const positionsNow = positionsOn(strandId, now);
  return [...positionsOn(strandId, before)].map(([ownerId, position]) => ({
    ownerId,
    position,
    comparison: compare(strandId, now, before, position, positionsNow.get(ownerId)),
  }));
};

const compare = (
  strandId: StrandId,
  now: ProfileSections,
  before: ProfileSections,
  positionBefore: number,
  positionNow: number | undefined,
): Ghost["comparison"] => {
  const [a, b] = [now.frame.instrument, before.frame.instrument];
  if (a.id !== b.id || a.version !== b.version) return { kind: "not-comparable", why: "other-wording" };
  if (bandOn(strandId, now) !== bandOn(strandId, before)) return { kind: "not-comparable", why: "other-band" };
  if (positionNow === undefined) {
    const othersMarked = positionsOn(strandId, now).size > 0;
    return othersMarked ? { kind: "not-comparable", why: "other-person" } : { kind: "comparable" };
  }
  const moved = positionNow - positionBefore;
  if (Math.abs(moved) < ABOUT_THE_SAME_UNDER) return { kind: "comparable", now: "about-the-same" };
  return { kind: "comparable", now: moved > 0 ? "was-further-left" : "was-further-right" };
};

/** Whose band's words stood under the line: the strand's own choice, else the profile's. */
export const bandOn = (strandId: StrandId, sections: ProfileSections): AgeBand =>
  sections[`talk/${strandId}`]?.descriptionsBand ?? sections.frame.band;

const positionsOn = (strandId: StrandId, sections: ProfileSections): ReadonlyMap<GhostOwner, number> => {
  const positions = new Map<GhostOwner, number>();
  for (const { personId, voice } of voicesOn(sections, strandId)) {
    if (voice.mark.kind === "placed") positions.set(personId, voice.mark.position);
  }
  const agreed = sections[`agreed/${strandId}`]?.outcome;
  if (agreed?.kind === "placed" && agreed.mark.kind === "placed") positions.set("agreed", agreed.mark.position);
  return positions;
};
