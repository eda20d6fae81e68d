import { ok, type Result } from "../../result";
import type { Instrument, InstrumentRef } from "../../schema/instrument";
import type { PageSection } from "../../schema/page";
import type { ProfileSections } from "../../schema/profile";
import type { Questionnaire } from "../../schema/questionnaire";
import type { VersionDifference } from "./compare-versions";
import { moveAnswers } from "./move-answers";
import { moveProfile } from "./move-profile";
import type { CannotMove, Moved } from "./moved";

/** A questionnaire of a draft in the version that it was begun with, and in the one to move to. */
export type NewerVersion =
  | { readonly kind: "lines"; readonly old: Instrument; readonly next: Instrument }
  | { readonly kind: "pages"; readonly old: Questionnaire; readonly next: Questionnaire };

/** A draft of which one or more questionnaires were moved; what is different is told for each of them. */
export type MovedDraft = Omit<Moved<ProfileSections>, "difference"> & {
  readonly differences: readonly VersionDifference[];
};

/**
 * Moves a draft to newer versions of its questionnaires, of all of them or of none.
 *
 * Errors  the first of those of `moveProfile` and `moveAnswers`; then nothing is moved.
 * Laws    those of `moveProfile` and `moveAnswers`
 */
export const moveDraft = (
  sections: ProfileSections,
  newer: readonly NewerVersion[],
): Result<MovedDraft, CannotMove> => {
  let so: MovedDraft = { before: sections, after: sections, differences: [], toCheck: [], withoutPlace: [] };
  for (const each of newer) {
    const moved =
      each.kind === "lines" ? moveProfile(so.after, each.old, each.next) : moveAnswers(so.after, each.old, each.next);
    if (!moved.ok) return moved;
    const { after, difference, toCheck, withoutPlace } = moved.value;
    so = {
      before: sections,
      after,
      differences: [...so.differences, difference],
      toCheck: [...so.toCheck, ...toCheck],
      withoutPlace: [...so.withoutPlace, ...withoutPlace],
    };
  }
  return ok(so);
};

/** The versions that a draft was begun with: of the nine lines, and of every other questionnaire it has pages of. */
export const versionsIn = (sections: ProfileSections): readonly InstrumentRef[] => {
  const pages = (Object.entries(sections) as [string, PageSection][])
    .filter(([sectionId]) => sectionId.startsWith("page/"))
    .map(([, section]) => section.instrument);
  const byName = new Map([...pages, sections.frame.instrument].map((ref) => [`${ref.id}/v${ref.version}`, ref]));
  byName.delete(`${sections.frame.instrument.id}/v${sections.frame.instrument.version}`);
  return [sections.frame.instrument, ...byName.values()];
};
