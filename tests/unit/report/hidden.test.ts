import { expect, test } from "vitest";
import { peopleOf } from "#core/schema/case";
import type { Visit } from "#core/schema/visit";
import { addAmendment } from "#core/visit/amendments";
import { familyDocument } from "#report/family/family-document";
import { lettersIn } from "#report/pdf/letters-in";
import { changeBand } from "#core/visit/change-band";
import { changeLoves, changeVoice, withPlan } from "#core/visit/change-section";
import { Action } from "#core/schema/plan";
import {
  copyOf,
  dad,
  fullVisit,
  marked,
  mum,
  robin,
  robinsFamily,
  robinsVisit,
  teacher,
} from "../../support/made-up-copy";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

/** A finished copy in which somebody has put something right, kept from these people. */
const amendedFor = (forPersonId: string, byId: string, hiddenFrom: readonly string[], caseBody = robinsFamily()) => {
  const copy = copyOf({ forPersonId, caseBody, outcome: FOR_TODAY });
  const amendment = { what: "Not on Sundays with Dad", byId, why: "He asked me", atMs: copy.madeAtMs, hiddenFrom };
  const body = valueOf(addAmendment(copy.profile, { id: uuid(0xd01), ...amendment }, peopleOf(robinsFamily())));
  return { without: familyDocument(copy), withIt: familyDocument({ ...copy, profile: body }) };
};
const FOR_TODAY = { kind: "for-today" } as const;
const documentFor = (forPersonId: string, visit: Visit, caseBody = robinsFamily()) =>
  valueOf(familyDocument(copyOf({ visit, forPersonId, caseBody, outcome: FOR_TODAY })));

/** What a copy says, without the reader's own name: so that two copies can be laid side by side. */
const sayings = (forPersonId: string, visit: Visit): readonly string[] =>
  lettersIn(documentFor(forPersonId, visit)).filter(
    (text) => !/made for|for Mum|for Dad|what (?:Mum|Dad) may/i.test(text),
  );
const onlyIn = (one: readonly string[], other: readonly string[]) => one.filter((text) => !other.includes(text));

test("HAZ-07 Mum's and Dad's copies differ exactly by what each may see", () => {
  let visit = fullVisit();
  visit = changeVoice(visit, "attention", mum, { hiddenFrom: [dad] });
  visit = changeVoice(visit, "attention", dad, { hiddenFrom: [mum] });
  const [mums, dads] = [sayings(mum, visit), sayings(dad, visit)];
  expect(onlyIn(mums, dads)).toEqual([
    "Builds for an hour when it is his own idea.",
    "Starting something new after a change of plan.",
    "A list with pictures. Five minutes' notice.",
    "What it takes out of them:",
    "He is worn out after school and needs an hour alone.",
  ]);
  expect(onlyIn(dads, mums)).toEqual(["Dad's words", "Homework, above all on Sundays."]);
});

test("HAZ-08 a copy is the same whether or not a hidden mark exists, in everything drawn, said and derived", () => {
  const withoutIt = marked(robinsVisit(), "attention", mum, 30);
  const withIt = changeVoice(marked(withoutIt, "attention", dad, 95), "attention", dad, {
    hiddenFrom: [mum],
    goesWell: "A joy that Dad keeps",
    strengthPinned: true,
  });
  expect(documentFor(mum, withIt)).toEqual(documentFor(mum, withoutIt));
  // The same comparison is not blind: for Dad, who may see it, the copies differ.
  expect(documentFor(dad, withIt)).not.toEqual(documentFor(dad, withoutIt));
});

test("HAZ-08 a copy is the same whether or not a hidden mark stands beside another age's words", () => {
  const changed = changeBand(marked(robinsVisit(), "attention", dad, 95), "secondary");
  const withIt = changeVoice(marked(changed, "attention", mum, 30), "attention", dad, { hiddenFrom: [mum] });
  const withoutIt = marked(changeBand(robinsVisit(), "secondary"), "attention", mum, 30);
  expect(documentFor(mum, withIt)).toEqual(documentFor(mum, withoutIt));
  expect(lettersIn(documentFor(dad, withIt)).join()).toContain("those for: primary school");
});

test("HAZ-08 letters that tell two people apart do not give away that there is a second", () => {
  const visit = changeVoice(marked(marked(robinsVisit(), "energy", mum, 40), "energy", dad, 60), "energy", dad, {
    hiddenFrom: [mum],
  });
  const chart = documentFor(mum, visit).blocks.find((block) => block.kind === "chart");
  expect(chart?.key.voices).toEqual([{ shape: "family", initials: "", name: "Mum" }]);
});

test("what a child said they love stays from whom it was kept", () => {
  const visit = changeLoves(robinsVisit(), robin, { loves: "Sundays without anyone", hiddenFrom: [mum] });
  expect(JSON.stringify(documentFor(mum, visit))).not.toContain("Sundays without anyone");
  expect(JSON.stringify(documentFor(robin, visit))).toContain("Sundays without anyone");
});

test("an action of the plan that is kept from somebody is not in their copy", () => {
  const action = Action.parse({
    order: 0,
    what: "A talk with Robin alone",
    changes: "adults-or-place",
    hiddenFrom: [dad],
  });
  const visit = withPlan(robinsVisit(), { [`action/${uuid(0xc01)}`]: action });
  expect(JSON.stringify(documentFor(dad, visit))).not.toContain("A talk with Robin alone");
  expect(JSON.stringify(documentFor(mum, visit))).toContain("A talk with Robin alone");
});

test("somebody whom the reader may not know of is not named, and has not spoken", () => {
  const family = robinsFamily();
  const section = family.sections[`person/${teacher}`] ?? expect.fail("the teacher is not there");
  const caseBody = {
    ...family,
    sections: { ...family.sections, [`person/${teacher}`]: { ...section, hiddenFrom: [mum] } },
  };
  let visit = changeVoice(marked(robinsVisit(), "energy", teacher, 20), "energy", teacher, { harder: "After lunch." });
  visit = withPlan(visit, {
    [`action/${uuid(0xc02)}`]: Action.parse({ order: 0, what: "A break", whoId: teacher, changes: "adults-or-place" }),
  });
  const text = JSON.stringify(documentFor(mum, visit, caseBody));
  expect(text).not.toContain("Ionescu");
  expect(text).not.toContain("After lunch.");
  expect(text).toContain("A break");
  expect(JSON.stringify(documentFor(dad, visit, caseBody))).toContain("Miss Ionescu");
});

test("HAZ-07 what was put right stands in the copies of those who may see it, and leaves no trace in the others", () => {
  const dads = amendedFor(dad, robin, [dad]);
  expect(dads.withIt).toEqual(dads.without);
  const mums = amendedFor(mum, robin, [dad]);
  expect(JSON.stringify(mums.withIt)).toContain("Not on Sundays with Dad");
});

test("what somebody put right whom the reader may not know of is not told", () => {
  const family = robinsFamily();
  const section = family.sections[`person/${teacher}`] ?? expect.fail("the teacher is not there");
  const caseBody = {
    ...family,
    sections: { ...family.sections, [`person/${teacher}`]: { ...section, hiddenFrom: [mum] } },
  };
  const mums = amendedFor(mum, teacher, [], caseBody);
  expect(mums.withIt).toEqual(mums.without);
  expect(JSON.stringify(amendedFor(dad, teacher, [], caseBody).withIt)).toContain("Miss Ionescu");
});
