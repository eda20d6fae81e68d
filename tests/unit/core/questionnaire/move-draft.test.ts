import { describe, expect, test } from "vitest";
import { compareInstruments } from "#core/questionnaire/versions/compare-versions";
import { everythingSaid, fatesOf } from "#core/questionnaire/versions/everything-said";
import { moveDraft, versionsIn } from "#core/questionnaire/versions/move-draft";
import { wordChanges } from "#core/questionnaire/versions/word-changes";
import { PageSection } from "#core/schema/page";
import { canTakeBackMove, lettingGoOfMove, moveVisit, takeBackMove } from "#core/visit/move-visit";
import { changeVoice, withSection } from "#core/visit/change-section";
import { idOf } from "../../../support/family";
import { ndProfile } from "../../../support/nd-profile";
import { CHANGED, newerNdProfile } from "../../../support/newer-nd-profile";
import { begin } from "../../../support/scenario";
import { valueOf } from "../../../support/value-of";

const lines = [{ kind: "lines", old: ndProfile, next: newerNdProfile() }] as const;
const visit = () => {
  const made = begin({ here: ["child", "mum"] });
  for (const strandId of ["communication", "energy", "social", "motor"]) {
    made.mark(strandId, { as: "mum", position: 40 });
    made.pins(strandId, { as: "mum", words: "Kind" });
    made.answers(strandId, { as: "mum", points: [3, 0, 3, undefined, 1] });
  }
  made.seeTogether("energy", ["child"]);
  made.agreeOn("energy", 44);
  return made.kept();
};

describe("what becomes of a moved draft", () => {
  test("law 1: everything said in it has one fate, and nothing has two", () => {
    const { sections } = visit().profile;
    const fates = fatesOf(valueOf(moveDraft(sections, lines))).map(({ sectionId, key }) => `${sectionId} ${key}`);
    expect(fates).toEqual(everythingSaid(sections).map(({ sectionId, key }) => `${sectionId} ${key}`));
    expect(new Set(fates).size).toBe(fates.length);
  });

  test("stays, is to be looked at, or has no place", () => {
    const fates = fatesOf(valueOf(moveDraft(visit().profile.sections, lines)));
    const fateOf = (strandId: string, key: string) =>
      fates.find((each) => each.sectionId === `voice/${strandId}/${idOf("mum")}` && each.key === key)?.fate;
    expect(fateOf("motor", "mark")).toBe("same");
    expect(fateOf("energy", "mark")).toBe("to-check");
    expect(fateOf("energy", "goesWell")).toBe("same");
    expect(fateOf("communication", CHANGED.removed)).toBe("without-place");
    expect(fateOf("social", CHANGED.reworded)).toBe("to-check");
  });

  test("says nothing of questionnaires that are not moved", () => {
    const id = `page/evenings/at-home/${idOf("mum")}` as const;
    const page = PageSection.parse({
      instrument: { id: "evenings", version: 1, language: "en-GB" },
      answers: { "what-helps": { kind: "passed" } },
    });
    const { sections } = withSection(visit(), id, page).profile;
    expect(fatesOf(valueOf(moveDraft(sections, lines))).some(({ sectionId }) => sectionId === id)).toBe(false);
    expect(versionsIn(sections).map((ref) => ref.id)).toEqual(["nd-profile", "evenings"]);
  });
});

describe("what is different, word for word", () => {
  test("law 1: every word of the difference is in it, before beside after", () => {
    const difference = compareInstruments(ndProfile, newerNdProfile());
    const changes = wordChanges(difference).flatMap((group) => group.changes);
    const words = new Set(changes.flatMap(({ before, after }) => [before, after]));
    for (const { before, after } of difference.reworded)
      expect([words.has(before), words.has(after)]).toEqual([true, true]);
    for (const asked of [...difference.added, ...difference.removed])
      for (const each of Object.values(asked.words)) expect(words).toContain(each);
    expect(changes).toContainEqual({
      place: "choices",
      part: "choice",
      before: ndProfile.wording.choices[CHANGED.choice],
      after: CHANGED.choiceWords,
    });
    expect(changes).toContainEqual(
      expect.objectContaining({ place: `strands/attention/prompts/${CHANGED.turned}`, part: "answered" }),
    );
  });

  test("goes line by line, and what all lines share comes first", () => {
    const groups = wordChanges(compareInstruments(ndProfile, newerNdProfile())).map(({ group }) => group);
    expect(groups[0]).toBe("all");
    expect(new Set(groups).size).toBe(groups.length);
    expect(groups).toContain("strands/communication");
  });

  test("names an answer that counts otherwise under the same words", () => {
    const next = structuredClone(newerNdProfile());
    const choices = next.structure.choices.map((each) => (each.id === "now-and-then" ? { ...each, points: 2 } : each));
    const other = { ...next, structure: { ...next.structure, choices } };
    expect(wordChanges(compareInstruments(ndProfile, other)).flatMap((group) => group.changes)).toContainEqual(
      expect.objectContaining({ place: "choices", part: "points" }),
    );
  });
});

describe("a moved visit", () => {
  test("is taken back exactly, with where people were and what was planned since", () => {
    const before = visit();
    const moved = { ...valueOf(moveVisit(before, lines)), place: "plan" };
    expect(canTakeBackMove(moved)).toBe(true);
    const back = takeBackMove(moved);
    expect(back.profile).toBe(before.profile);
    expect([back.place, canTakeBackMove(back)]).toEqual(["plan", false]);
    expect(takeBackMove(before)).toBe(before);
  });

  test("can be taken back while people only turn pages, and no more once something is said", () => {
    const moved = valueOf(moveVisit(visit(), lines));
    const elsewhere = { ...moved, place: "picture" };
    expect(lettingGoOfMove(moved, elsewhere)).toBe(elsewhere);
    const said = lettingGoOfMove(moved, changeVoice(moved, "motor", idOf("mum"), { harder: "Laces" }));
    expect(canTakeBackMove(said)).toBe(false);
    expect(JSON.stringify(said)).not.toContain("beforeMove");
    expect(lettingGoOfMove(visit(), moved)).toBe(moved);
  });

  test("is not moved at all where one of its questionnaires cannot be", () => {
    const before = visit();
    const other = { kind: "lines", old: newerNdProfile(), next: newerNdProfile() } as const;
    expect(moveVisit(before, [...lines, lines[0]])).toEqual({ ok: false, error: { type: "OtherVersion" } });
    expect(moveVisit(before, [other])).toMatchObject({ ok: false });
  });
});
