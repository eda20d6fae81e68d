import type { PersonId, StrandId } from "../schema/ids";
import type { PlacedMark } from "../schema/mark";
import { type ProfileSections, voicesOn } from "../schema/profile";

/** Whose a mark is: a person's id, or `agreed` for the one that people placed together. */
export type MarkOwner = PersonId;

/**
 * Every mark on one strand by its owner, people in the order of their sections and the agreed one last.
 *
 * Missing  who has not marked is not in it.
 */
export const marksOn = (strandId: StrandId, sections: ProfileSections): ReadonlyMap<MarkOwner, PlacedMark> => {
  const marks = new Map<MarkOwner, PlacedMark>();
  for (const { personId, voice } of voicesOn(sections, strandId)) {
    if (voice.mark.kind === "placed") marks.set(personId, voice.mark);
  }
  const agreed = sections[`agreed/${strandId}`]?.outcome;
  if (agreed?.kind === "placed" && agreed.mark.kind === "placed") marks.set("agreed", agreed.mark);
  return marks;
};
