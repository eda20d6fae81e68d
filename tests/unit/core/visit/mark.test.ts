import { describe, expect, test } from "vitest";
import { Here } from "#core/schema/profile";
import type { Visit } from "#core/schema/visit";
import { changeVoice, voiceIn, withSection } from "#core/visit/change-section";
import { answerWithoutMark, placeMark, restoreMark, sayHow } from "#core/visit/mark";
import { seeTogether } from "#core/visit/together";
import { idOf, type Who } from "../../../support/family";
import { aVisit } from "../../../support/made-up-bodies";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const STRAND = "attention";
const begun = (...here: readonly Who[]): Visit =>
  withSection(aVisit(uuid(1)), "here", Here.parse({ presentIds: here.map(idOf) }));
const marking = (who: Who, atMs = 7) => ({
  strandId: STRAND,
  personId: idOf(who),
  enteredBy: idOf("practitioner"),
  atMs,
});
const marked = (visit: Visit, who: Who, position: number): Visit =>
  placeMark(visit, marking(who), { position, input: "drag" });
const markOf = (visit: Visit, who: Who) => voiceIn(visit, STRAND, idOf(who)).mark;
const together = (visit: Visit): Visit => valueOf(seeTogether(visit, STRAND, 9));
const hidden = (visit: Visit, of: Who, from: Who): Visit =>
  changeVoice(visit, STRAND, idOf(of), { hiddenFrom: [idOf(from)] });
const seenBy = (visit: Visit, who: Who) => {
  const mark = markOf(visit, who);
  return mark.kind === "placed" ? mark.seenBefore : undefined;
};

describe("a mark", () => {
  test("keeps where it is, how it was put there, when, by whose hand, and beside whose words", () => {
    expect(markOf(marked(begun("child"), "child", 68), "child")).toEqual({
      kind: "placed",
      position: 68,
      input: "drag",
      how: { kind: "self" },
      atMs: 7,
      enteredBy: idOf("practitioner"),
      seenBefore: [],
      band: "primary",
    });
  });

  test("HAZ-14 that an adult made from what they understood says so, and goes on saying so when it is moved", () => {
    const how = { kind: "told-through", by: idOf("dad") } as const;
    const told = placeMark(begun("dad"), marking("child"), { position: 20, input: "tap", how });
    expect(markOf(marked(told, "child", 30), "child")).toMatchObject({ position: 30, how });
    expect(markOf(sayHow(told, STRAND, idOf("child"), { kind: "self" }), "child")).toMatchObject({
      how: { kind: "self" },
    });
  });

  test("that is not there has no way in which it was made", () => {
    const visit = begun("child");
    expect(sayHow(visit, STRAND, idOf("child"), { kind: "from-paper" })).toBe(visit);
  });

  test("leaves every other section the very same object", () => {
    const before = marked(begun("child", "mum"), "mum", 20);
    const after = marked(before, "child", 60);
    expect(after.profile.sections[`voice/attention/${idOf("mum")}`]).toBe(
      before.profile.sections[`voice/attention/${idOf("mum")}`],
    );
    expect(after.plan).toBe(before.plan);
  });

  test("leaves the person's words and answers on the strand as they were", () => {
    const words = changeVoice(begun("child"), STRAND, idOf("child"), { goesWell: "Trains.", strengthPinned: true });
    expect(voiceIn(marked(words, "child", 60), STRAND, idOf("child"))).toMatchObject({
      goesWell: "Trains.",
      strengthPinned: true,
    });
  });
});

describe("HAZ-13 whose marks had been seen", () => {
  test("is nobody's while marks are apart, whoever has marked", () => {
    expect(seenBy(marked(marked(begun("child", "mum"), "child", 60), "mum", 20), "mum")).toEqual([]);
  });

  test("is everyone's who has a mark, once together, and never one's own", () => {
    const seen = together(marked(marked(begun("child", "mum"), "child", 60), "mum", 20));
    expect(seenBy(marked(seen, "mum", 30), "mum")).toEqual([idOf("child")]);
    expect(seenBy(marked(seen, "dad", 30), "dad")).toEqual([idOf("child"), idOf("mum")]);
  });

  test("is not the one who passed", () => {
    const passed = answerWithoutMark(marked(begun("child", "mum"), "child", 60), marking("mum"), "passed");
    expect(seenBy(marked(together(passed), "dad", 30), "dad")).toEqual([idOf("child")]);
  });

  test("is kept when the mark is moved, also after the other mark was taken away", () => {
    const seen = marked(together(marked(marked(begun("child", "mum"), "child", 60), "mum", 20)), "mum", 30);
    const alone = restoreMark(seen, STRAND, idOf("child"), { kind: "none" });
    expect(seenBy(marked(alone, "mum", 35), "mum")).toEqual([idOf("child")]);
  });

  test("never is a person's who hid theirs from the one marking, or from somebody looking on", () => {
    const visit = marked(marked(begun("child", "mum"), "child", 60), "mum", 20);
    expect(seenBy(marked(hidden(together(visit), "mum", "dad"), "dad", 30), "dad")).toEqual([idOf("child")]);
    expect(seenBy(marked(hidden(together(visit), "mum", "child"), "dad", 30), "dad")).toEqual([idOf("child")]);
  });
});

describe("answers that are no place", () => {
  test.each(["passed", "too-early"] as const)("%s takes the mark away and is kept as the answer", (kind) => {
    const answered = answerWithoutMark(marked(begun("child"), "child", 60), marking("child", 8), kind);
    expect(markOf(answered, "child")).toEqual({ kind, atMs: 8, enteredBy: idOf("practitioner") });
  });

  test("a mark after passing is a mark", () => {
    const passed = answerWithoutMark(begun("child"), marking("child"), "passed");
    expect(markOf(marked(passed, "child", 10), "child")).toMatchObject({ kind: "placed", position: 10 });
  });
});

test("undo puts back exactly the mark that was there, or none", () => {
  const first = marked(begun("child"), "child", 60);
  const moved = marked(first, "child", 10);
  expect(markOf(restoreMark(moved, STRAND, idOf("child"), markOf(first, "child")), "child")).toEqual(
    markOf(first, "child"),
  );
  expect(markOf(restoreMark(moved, STRAND, idOf("child"), { kind: "none" }), "child")).toEqual({ kind: "none" });
});

test("a visit is never changed in place", () => {
  const visit = marked(begun("child", "mum"), "child", 60);
  const before = structuredClone(visit);
  marked(visit, "child", 10);
  answerWithoutMark(visit, marking("child"), "passed");
  seeTogether(visit, STRAND, 1, [idOf("mum")]);
  expect(visit).toEqual(before);
});
