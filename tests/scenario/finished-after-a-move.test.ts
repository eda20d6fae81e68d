import { expect, test } from "vitest";
import { Person } from "#core/schema/person";
import { moveVisit } from "#core/visit/move-visit";
import { finishVisit } from "#core/visit/finish-visit";
import { familyDocument } from "#report/family/family-document";
import { documentLanguage } from "#report/words/report-words";
import { familyOf, idOf, TODAY, type Who } from "../support/family";
import { ndProfile } from "../support/nd-profile";
import { CHANGED, newerNdProfile } from "../support/newer-nd-profile";
import { begin } from "../support/scenario";
import { valueOf } from "../support/value-of";

/** In the newer words there is no line about energy. */
const next = newerNdProfile(({ structure, wording }) => {
  structure.strands = structure.strands.filter(({ id }) => id !== "energy");
  Reflect.deleteProperty(wording.strands, "energy");
});

const copyFor = (reader: Who, hideMums = false): string => {
  const visit = begin({ here: ["child", "mum"] });
  visit.mark("energy", { as: "mum", position: 30 });
  visit.pins("energy", { as: "mum", words: "Full of ideas before breakfast" });
  visit.answers("communication", { as: "mum", points: [3] });
  if (hideMums) for (const strandId of ["energy", "communication"]) visit.hides(strandId, { of: "mum", from: ["dad"] });
  visit.agrees({ as: "child", words: "Yes." });
  const moved = valueOf(moveVisit(visit.kept(), [{ kind: "lines", old: ndProfile, next }]));
  const caseBody = familyOf();
  const finished = valueOf(finishVisit(moved, { kind: "right-for-today" }, { today: TODAY, nowMs: 9_000, caseBody }));
  const document = familyDocument({
    ...finished,
    caseBody,
    instrument: next,
    forPersonId: idOf(reader),
    madeBy: Person.parse({ id: idOf("practitioner"), name: "Jo Reed", kind: "practitioner", role: "early-help" }),
    madeAtMs: 10_000,
    dayOf: () => TODAY,
    area: { name: "Practice", schoolClosures: [] },
    practice: true,
    language: valueOf(documentLanguage("en-GB")),
  });
  return JSON.stringify(valueOf(document).blocks);
};

test("HAZ-02 what was said on a line that the newer words do not have goes home in the copy, with what was asked", () => {
  const copy = copyFor("mum");
  expect(copy).toContain("Said under earlier words");
  expect(copy).toContain("Full of ideas before breakfast");
  expect(copy).toContain("left of the middle");
  expect(copy).toContain(ndProfile.wording.strands["communication"]?.prompts[CHANGED.removed]);
});

test("HAZ-07 and nothing of it reaches somebody from whom it is kept", () => {
  const copy = copyFor("dad", true);
  expect(copy).not.toContain("Said under earlier words");
  expect(copy).not.toContain("Full of ideas");
});
