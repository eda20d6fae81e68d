import { describe, expect, test } from "vitest";
import { AnswersFile } from "#core/scoring/answers-file";
import { GoldenFile } from "#core/scoring/golden";
import { type Scored, scoreAnswers } from "#core/scoring/score-answers";
import { Structure } from "#core/schema/instrument";
import goldenJson from "../../questionnaires/nd-profile/v1/golden.json";
import structureJson from "../../questionnaires/nd-profile/v1/structure.json";
import { valueOf } from "../support/value-of";

const structure = Structure.parse(structureJson);
const cases = GoldenFile.parse(goldenJson);
const scored = (answers: unknown): Scored => valueOf(scoreAnswers(structure, answers));
const caseNamed = (name: string | undefined) => cases.find((each) => each.name === name);

describe("a case worked by hand from the rules comes out of scoring the same", () => {
  test.each(cases)("$name", ({ answers, expect: byHand }) => {
    const { suggestions, offer, seenDifferently, looksDifferent, rows } = scored(answers);
    const { rows: rowsByHand, ...restByHand } = byHand;
    expect({ suggestions, offer, seenDifferently, looksDifferent }).toEqual(restByHand);
    for (const [strandId, row] of Object.entries(rowsByHand)) {
      const found = rows.find((each) => each.strandId === strandId) ?? {};
      expect(Object.fromEntries(Object.entries(found).filter(([part]) => part in row))).toEqual(row);
    }
  });
});

describe("the cases cover what the rules ask for", () => {
  test("one, three and five marks, all left, all right and all equal are among them", () => {
    expect(cases.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "one mark",
        "three marks",
        "five marks",
        "all left",
        "all right",
        "all equal in the middle",
      ]),
    );
  });

  test.each(structure.bands)("the words for %s have two cases or more, each with answers", (band) => {
    const those = cases.filter(({ answers }) => {
      const read = AnswersFile.parse(answers);
      return read.band === band && read.voices.some((voice) => Object.keys(voice.answers).length > 0);
    });
    expect(those.length).toBeGreaterThanOrEqual(2);
  });

  test("HAZ-04 not yet is answered in some, and stands beside what is missing in some", () => {
    const answersIn = (answers: unknown) =>
      AnswersFile.parse(answers).voices.flatMap((voice) => Object.values(voice.answers));
    const withNotYet = cases
      .map(({ answers }) => answersIn(answers))
      .filter((all) => all.some((each) => each.kind === "answered" && each.choice === "not-yet"));
    expect(withNotYet).not.toHaveLength(0);
    expect(withNotYet.filter((all) => all.some((each) => each.kind === "missing"))).not.toHaveLength(0);
  });

  test("the line has nine strands, and a row stands for each in the questionnaire's order", () => {
    const strandIds = structure.strands.map(({ id }) => id);
    expect(strandIds).toHaveLength(9);
    for (const { answers } of cases) expect(scored(answers).rows.map((row) => row.strandId)).toEqual(strandIds);
  });
});

test("HAZ-08 a case that is said to be the same as another has the same outcome to the last field", () => {
  const pairs = cases.filter(({ sameAs }) => sameAs !== undefined);
  expect(pairs).not.toHaveLength(0);
  for (const { sameAs, answers } of pairs) expect(scored(answers)).toEqual(scored(caseNamed(sameAs)?.answers));
});
