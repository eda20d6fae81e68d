import fc from "fast-check";
import { expect, test } from "vitest";
import type { ProfileSections } from "#core/schema/profile";
import { Visit } from "#core/schema/visit";
import { asFollowed } from "#core/visit/as-followed";
import { areTogether } from "#core/visit/together";
import { rawSections, readSections, STRANDS } from "../support/arbitrary-profile";
import { idOf } from "../support/family";
import { uuid } from "../support/uuid";

const arbitrarySections = rawSections.map(readSections);

const visitOf = (sections: ProfileSections, more: object = {}): Visit => ({
  ...Visit.parse({
    profileId: uuid(1),
    planId: uuid(2),
    caseId: uuid(3),
    profile: { schemaVersion: 1, sections: { frame: sections.frame } },
    plan: { schemaVersion: 1, profileId: uuid(1), sections: {} },
    ...more,
  }),
  profile: { schemaVersion: 1, sections },
});

const without = (sections: ProfileSections, isGone: (sectionId: string) => boolean): ProfileSections =>
  Object.fromEntries(
    Object.entries(sections).filter(([sectionId]) => !isGone(sectionId)),
  ) as unknown as ProfileSections;

test("law 1: a window that follows shows the same whatever was said on a strand that is not seen together yet", () => {
  fc.assert(
    fc.property(arbitrarySections, fc.constantFrom(...STRANDS), (sections, strandId) => {
      const visit = visitOf(sections);
      fc.pre(!areTogether(visit, strandId));
      const unsaid = without(sections, (id) => /^(?:voice|agreed)\//.test(id) && id.split("/")[1] === strandId);
      expect(asFollowed(visit)).toEqual(asFollowed(visitOf(unsaid)));
    }),
    { numRuns: 300 },
  );
});

test("law 2: with the device in a guest's hands a window that follows shows the same whatever anybody said", () => {
  const handedTo = { personId: idOf("child"), to: "strands/attention" };
  fc.assert(
    fc.property(arbitrarySections, (sections) => {
      const unsaid = without(sections, (id) => !["frame", "here"].includes(id));
      expect(asFollowed(visitOf(sections, { handedTo }))).toEqual(asFollowed(visitOf(unsaid, { handedTo })));
    }),
    { numRuns: 300 },
  );
});

test("what is seen together is shown as it was said", () => {
  fc.assert(
    fc.property(arbitrarySections, (sections) => {
      const visit = visitOf(sections);
      const shown = asFollowed(visit).profile.sections as unknown as Record<string, unknown>;
      for (const [id, section] of Object.entries(sections as unknown as Record<string, unknown>)) {
        const [kind = "", strandId = ""] = id.split("/");
        if (kind === "voice" && areTogether(visit, strandId)) expect(shown[id]).toBe(section);
      }
    }),
    { numRuns: 100 },
  );
});
