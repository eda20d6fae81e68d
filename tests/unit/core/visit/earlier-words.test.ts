import { describe, expect, test } from "vitest";
import { saidThen } from "#core/questionnaire/versions/said-then";
import { EarlierAnswer } from "#core/schema/page";
import { isLookedAt, saidEarlier, sayStillFits } from "#core/visit/earlier-words";
import { moveVisit } from "#core/visit/move-visit";
import { idOf } from "../../../support/family";
import { ndProfile } from "../../../support/nd-profile";
import { CHANGED, newerNdProfile } from "../../../support/newer-nd-profile";
import { begin } from "../../../support/scenario";
import { valueOf } from "../../../support/value-of";

const strandIds = ndProfile.structure.strands.map(({ id }) => id);
const moved = () => {
  const made = begin({ here: ["child", "mum"] });
  made.mark("energy", { as: "mum", position: 40 });
  made.answers("communication", { as: "mum", points: [3, 0, 1] });
  return valueOf(moveVisit(made.kept(), [{ kind: "lines", old: ndProfile, next: newerNdProfile() }]));
};
const said = (visit: ReturnType<typeof moved>, strands = strandIds) =>
  saidEarlier(visit.profile.sections, strands).map((each) => ({ key: each.said.key, hasPlace: each.hasPlace }));

describe("what was said under earlier words", () => {
  test("has its place, or is kept beside it", () => {
    expect(said(moved())).toContainEqual({ key: "mark", hasPlace: true });
    expect(said(moved())).toContainEqual({ key: CHANGED.removed, hasPlace: false });
    expect(said(moved(), []).every(({ hasPlace }) => !hasPlace)).toBe(true);
  });

  test("that still fits is not asked again, and nothing of it goes", () => {
    const visit = moved();
    const mark = saidEarlier(visit.profile.sections, strandIds).find((each) => each.said.key === "mark")!;
    const after = sayStillFits(visit, mark);
    const marks = saidEarlier(after.profile.sections, strandIds).filter((each) => isLookedAt(each.said));
    expect(marks).toEqual([{ ...mark, said: { ...mark.said, lookedAt: true } }]);
    expect(after.profile.sections["here"]).toBe(visit.profile.sections["here"]);
  });

  test("is said to be looked at only where it is", () => {
    const visit = moved();
    const mark = saidEarlier(visit.profile.sections, strandIds).find((each) => each.said.key === "mark")!;
    expect(sayStillFits(visit, { ...mark, sectionId: `voice/motor/${idOf("mum")}` })).toBe(visit);
  });
});

const earlier = (answer: object, words: Readonly<Record<string, string>> = {}) =>
  saidThen(
    EarlierAnswer.parse({ key: "k", question: "Q", words, answer, from: { id: "a", version: 1, language: "en-GB" } }),
  );
const value = (given: object) => ({ kind: "answered", value: given });

test.each<[said: object, words: Readonly<Record<string, string>>, told: object]>([
  [{ kind: "answered", choice: "often", points: 3 }, { often: "Often" }, { kind: "words", words: ["Often"] }],
  [{ kind: "pattern", pattern: "lower" }, { lower: "Lower" }, { kind: "words", words: ["Lower"] }],
  [value({ type: "words", words: "A story" }), {}, { kind: "words", words: ["A story"] }],
  [
    value({ type: "choices", choices: [{ choice: "rain" }], ownWords: "A fan" }),
    { rain: "Rain" },
    { kind: "words", words: ["Rain", "A fan"] },
  ],
  [value({ type: "choice", choice: "rain" }), { rain: "Rain" }, { kind: "words", words: ["Rain"] }],
  [value({ type: "boolean", value: false }), {}, { kind: "no" }],
  [value({ type: "integer", value: 0 }), {}, { kind: "words", words: ["0"] }],
  [{ kind: "does-not-apply" }, {}, { kind: "does-not-apply" }],
  [{ kind: "missing", why: "dont-know" }, {}, { kind: "missing", why: "dont-know" }],
  [{ kind: "differently" }, {}, { kind: "differently" }],
  [{ kind: "passed" }, {}, { kind: "passed" }],
  [{ kind: "from-the-future", words: "Kept" }, {}, { kind: "unknown" }],
])("%j is told with the words of then", (answer, words, told) => {
  expect(earlier(answer, words)).toEqual(told);
});

test("a mark is told as a place, a pass as a pass", () => {
  const made = begin({ here: ["child", "mum"] });
  made.mark("energy", { as: "mum", position: 40 });
  const { mark } = made.kept().profile.sections[`voice/energy/${idOf("mum")}`]!;
  expect(earlier(mark)).toEqual({ kind: "place", position: 40 });
  expect(earlier({ kind: "passed", atMs: 1, enteredBy: idOf("mum") })).toEqual({ kind: "passed" });
});
