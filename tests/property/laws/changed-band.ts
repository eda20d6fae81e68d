import fc from "fast-check";
import { expect } from "vitest";
import { AgeBand } from "#core/schema/age-band";
import type { ProfileSections } from "#core/schema/profile";
import { Visit } from "#core/schema/visit";
import { rawSections, someReaders, STRANDS } from "../../support/arbitrary-profile";
import { runs } from "../../support/runs";
import type { Core } from "../../support/seed-bug";
import { uuid } from "../../support/uuid";
import { without } from "./hidden-marks";

type Raw = Readonly<Record<string, unknown>>;

const visitOf = (sections: Raw): Visit =>
  Visit.parse({
    profileId: uuid(1),
    planId: uuid(2),
    caseId: uuid(3),
    profile: { schemaVersion: 1, sections },
    plan: { schemaVersion: 1, profileId: uuid(1), sections: {} },
  });

/** What a reader sees of the words: whose stand on each strand, whose each mark was made beside, and every section. */
const wordsFor = (core: Core, readerIds: readonly string[], sections: ProfileSections) => {
  const seen = core.hide(readerIds, sections);
  return {
    seen,
    strands: STRANDS.map((strandId) => [core.bandOn(strandId, seen), core.besideOtherWords(strandId, seen)]),
  };
};

/** The same sections with nothing hidden, as they were before somebody asked for it. */
const nothingHiddenYet = (sections: Raw): Raw =>
  Object.fromEntries(
    Object.entries(sections).map(([id, content]) =>
      id.startsWith("voice/") || id.startsWith("agreed/")
        ? [id, { ...(content as object), hiddenFrom: [] }]
        : [id, content],
    ),
  );

/** What was to be hidden, hidden. */
const hiddenNow = (sections: ProfileSections, wanted: Raw): ProfileSections =>
  Object.fromEntries(
    Object.entries(sections).map(([id, content]: [string, unknown]) => {
      const { hiddenFrom } = (wanted[id] ?? {}) as { readonly hiddenFrom?: unknown };
      return [id, hiddenFrom === undefined ? content : { ...(content as object), hiddenFrom }];
    }),
  ) as unknown as ProfileSections;

/** Law 1: another age leaves no trace of a hidden mark, whether it was hidden before the change or after it. */
export const changedBandLeavesNoTrace = (core: Core): void => {
  fc.assert(
    fc.property(someReaders, rawSections, fc.constantFrom(...AgeBand.options), (readerIds, raw, band) => {
      const change = (sections: Raw) => core.changeBand(visitOf(sections), band).profile.sections;
      const never = wordsFor(core, readerIds, change(without(raw, readerIds)));
      expect(wordsFor(core, readerIds, change(raw))).toEqual(never);
      expect(wordsFor(core, readerIds, hiddenNow(change(nothingHiddenYet(raw)), raw))).toEqual(never);
    }),
    runs,
  );
};

/** No mark moves, is lost or gained, and nobody's words change, when another age is chosen. */
export const changedBandKeepsEveryWord = (core: Core): void => {
  fc.assert(
    fc.property(rawSections, fc.constantFrom(...AgeBand.options), (raw, band) => {
      const visit = visitOf(raw);
      const { frame: before, ...kept } = visit.profile.sections;
      const { frame: after, ...left } = core.changeBand(visit, band).profile.sections;
      expect(left).toEqual(kept);
      expect(after).toEqual({ ...before, band });
    }),
    runs,
  );
};
