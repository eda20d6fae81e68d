import { describe, expect, test } from "vitest";
import { answerFault } from "#core/questionnaire/answer-fits";
import { understood } from "#core/questionnaire/filled";
import { answersSetAside, countedAnswers } from "#core/questionnaire/going-through";
import { printablePages } from "#core/questionnaire/printable";
import { safetyQuestionsClosed } from "#core/flow/start-state";
import { ageInYears } from "#core/schema/plain-date";
import practicePeople from "../../../practice/people.json";
import { dayInEngland, practiceVisits } from "../../support/practice-families";
import { filledPages } from "../../support/practice-pages";

const each = filledPages.map((filled) => {
  const { visit, questionnaire, personId } = filled;
  const by = visit.people.find(({ id }) => id === personId);
  return [`${visit.file}, ${questionnaire.structure.id} as ${by?.name ?? "nobody"} answered it`, filled] as const;
});

describe.each(each)("%s", (_, { visit, questionnaire: { structure, wording }, personId, sections, filled }) => {
  test("stands on pages that there are, and in the words in which it was asked", () => {
    const pages = structure.pages.map(({ id }) => `page/${structure.id}/${id}/${personId}`);
    expect(sections.filter(([sectionId]) => !pages.includes(sectionId))).toEqual([]);
    for (const [, { instrument }] of sections)
      expect(instrument).toEqual({ id: structure.id, version: structure.version, language: wording.language });
  });

  test("fits what was asked, each answer with the points of its choice", () => {
    const counted = countedAnswers(structure, filled);
    const faults = counted.flatMap(({ shown, answer }) => {
      const read = understood(answer);
      const fault = read === undefined ? "cannot be read" : answerFault(shown.item, read);
      return fault === undefined ? [] : [[shown.key, fault]];
    });
    expect(counted.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  test("answers only what was shown, every answer on its own page", () => {
    expect(answersSetAside(structure, filled)).toEqual([]);
    const kept = sections.flatMap(([, { answers }]) => Object.keys(answers));
    expect(kept.filter((key) => !filled.answers.has(key))).toEqual([]);
  });

  test("was answered by whom it is for, and when it may be", () => {
    const { use } = structure;
    const by = visit.people.find(({ id }) => id === personId);
    if (use.answeredBy === "child") expect(by?.kind).toBe("child");
    if (use.answeredBy === "practitioner") expect(by?.kind).toBe("practitioner");
    if (use.training !== undefined)
      expect(practicePeople.people.find(({ id }) => id === personId)?.training).toContain(use.training);
    const before = practiceVisits.filter(({ file, madeAtMs }) => file === visit.file && madeAtMs < visit.madeAtMs);
    if (use.notFirstVisit === true) expect(before.length).toBeGreaterThan(0);
    // Year 9 begins in the September after a thirteenth birthday.
    if (use.fromSchoolYear !== undefined)
      expect(ageInYears(visit.caseBody.sections.child.bornOn, dayInEngland(visit.madeAtMs))).toBeGreaterThan(
        use.fromSchoolYear + 3,
      );
  });

  test("has nothing on a page that is closed while a relative interprets", () => {
    const { here } = visit.profile.sections;
    const closed = structure.pages.filter((page) => page.notThroughRelative === true).map(({ id }) => id);
    if (here === undefined || !safetyQuestionsClosed(here)) return;
    for (const [sectionId, { answers }] of sections)
      if (closed.includes(sectionId.split("/")[2] ?? "")) expect(answers).toEqual({});
  });

  test("HAZ-24 is seen by nobody but its writer, where it is told of a child and never on the shared screen", () => {
    if (structure.use.neverShared !== true) return;
    const others = visit.people.map(({ id }) => id).filter((id) => id !== personId);
    for (const [, { hiddenFrom, neverShared }] of sections) {
      expect([...hiddenFrom].sort()).toEqual([...others].sort());
      // Whoever is added to the record later is on no list: the mark itself keeps them out, and leads the writer back.
      expect(neverShared).toBe(true);
    }
    expect(printablePages(structure, filled)).not.toContain("not-yet");
  });
});
