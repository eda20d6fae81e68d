import type { AgeBand } from "../schema/age-band";
import type { StrandId } from "../schema/ids";
import type { PlacedMark } from "../schema/mark";
import type { ProfileSections } from "../schema/profile";
import { type MarkOwner, marksOn } from "./marks-on";

/**
 * Whose age's words stand under a strand's line: the one that people chose for it, else the visit's.
 *
 * [Note: Words go with the mark] No mark decides which words a strand has: if one did, the words would show that a
 * hidden mark is there. So each mark keeps, in its own section, the age whose words it was made beside.
 */
export const bandOn = (strandId: StrandId, sections: ProfileSections): AgeBand =>
  sections[`talk/${strandId}`]?.descriptionsBand ?? sections.frame.band;

/** The age whose words a mark was made beside; a mark that does not say so was made beside the strand's. */
export const bandBeside = (mark: PlacedMark | undefined, strandId: StrandId, sections: ProfileSections): AgeBand =>
  mark?.band ?? bandOn(strandId, sections);

/** A mark that was made beside the words of another age than those that stand under its line now. */
export interface BesideOtherWords {
  readonly ownerId: MarkOwner;
  readonly band: AgeBand;
}

/**
 * The marks on one strand that were made beside the words of another age.
 *
 * Shape  of sections that have been hidden for the reader first.
 */
export const besideOtherWords = (strandId: StrandId, sections: ProfileSections): readonly BesideOtherWords[] => {
  const now = bandOn(strandId, sections);
  return [...marksOn(strandId, sections)]
    .map(([ownerId, mark]) => ({ ownerId, band: bandBeside(mark, strandId, sections) }))
    .filter(({ band }) => band !== now);
};
