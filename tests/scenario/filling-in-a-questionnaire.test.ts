import { describe, expect, test } from "vitest";
import { ProfileBody } from "#core/schema/profile";
import { idOf } from "../support/family";
import { fillIn } from "../support/form";
import { uuid } from "../support/uuid";

describe("Mum goes through the evenings", () => {
  test("and is asked one thing after the other, with what she says opening what follows", () => {
    const form = fillIn();
    expect(form.isAskedNext()).toBe("settling");
    form.chooses("settling", "hardly");
    expect(form.isAskedNext("settling")).toBe("what-helps");
    form.says("what-helps", "A story, twice");
    form.counts("wakings", 3);
    expect(form.isAskedNext("wakings")).toBe("since");
    form.dates("since", "2025-09-01");
    expect(form.isAskedNext("since")).toBe("what-changed");
  });

  test("and what does not follow is not asked", () => {
    const form = fillIn();
    form.chooses("settling", "easily");
    form.counts("wakings", 2);
    expect(form.sees()).not.toContain("what-helps");
    expect(form.sees()).not.toContain("since");
    expect(form.isAskedNext("wakings")).toBe("sounds");
  });

  test("to the end, and then nothing is left", () => {
    const form = fillIn();
    form.chooses("settling", "easily");
    form.doesNotKnow("wakings");
    form.findsItDoesNotApply("sounds");
    form.saysNo("parent.reads of mum");
    form.prefersNotToSay("parent.reads of dad");
    expect(form.isAskedNext()).toBe("professional.sees of teacher");
    form.passes("professional.sees of teacher");
    expect(form.isAskedNext()).toBe("done");
    expect(form.states()).toEqual({
      answered: 2,
      "dont-know": 1,
      "does-not-apply": 1,
      "prefer-not-to-say": 1,
      passed: 1,
    });
  });
});

describe("nothing is ever lost when something is hidden", () => {
  test("Mum changes her mind twice, and her words are there again", () => {
    const form = fillIn();
    form.chooses("settling", "hardly");
    form.says("what-helps", "A story, twice");
    form.chooses("settling", "easily");
    expect(form.sees()).not.toContain("what-helps");
    expect(form.counted()).toEqual(["settling"]);
    expect(form.setAside()).toEqual(["what-helps"]);
    form.chooses("settling", "slowly");
    expect(form.setAside()).toEqual([]);
    expect(form.stateOf("what-helps")).toBe("answered");
  });

  test("what is hidden opens nothing either: the day is hidden with the number, and its follow-up with the day", () => {
    const form = fillIn();
    form.counts("wakings", 4);
    form.dates("since", "2025-09-01");
    form.says("what-changed", "We moved");
    form.counts("wakings", 1);
    expect(form.sees()).not.toContain("since");
    expect(form.sees()).not.toContain("what-changed");
    expect(form.setAside()).toEqual(["since", "what-changed"]);
    form.counts("wakings", 4);
    expect(form.counted()).toEqual(["wakings", "since", "what-changed"]);
  });

  test("a parent who leaves the record takes nothing along, and finds it again", () => {
    const form = fillIn();
    form.saysYes("parent.reads of dad");
    form.around(["child", "mum", "teacher"]);
    expect(form.sees()).not.toContain("parent.reads of dad");
    expect(form.setAside()).toEqual(["parent.reads of dad"]);
    form.around(["child", "mum", "dad", "teacher"]);
    expect(form.counted()).toEqual(["parent.reads of dad"]);
  });
});

describe("it can be left anywhere and come back to", () => {
  test("what was skipped is remembered, is no answer, and is asked again at the end", () => {
    const form = fillIn();
    form.skips("settling");
    expect(form.stateOf("settling")).toBe("not-asked");
    expect(form.isAskedNext("settling")).toBe("what-helps");
    for (const name of ["what-helps", "wakings", "sounds"]) form.skips(name);
    form.saysNo("parent.reads of mum");
    form.saysNo("parent.reads of dad");
    form.passes("professional.sees of teacher");
    expect(form.isAskedNext()).toBe("come back to settling, what-helps, wakings, sounds");
    form.chooses("settling", "easily");
    expect(form.isAskedNext()).toBe("come back to wakings, sounds");
  });

  test("skipping takes no answer away, and an answer is skipped no longer", () => {
    const form = fillIn();
    form.counts("wakings", 1);
    form.skips("wakings");
    expect(form.stateOf("wakings")).toBe("answered");
    form.takesBack("wakings");
    expect(form.stateOf("wakings")).toBe("not-asked");
    expect(form.isAskedNext("what-helps")).toBe("wakings");
  });

  test("what comes before is asked when everything after it is done", () => {
    const form = fillIn();
    expect(form.isAskedNext("professional.sees of teacher")).toBe("settling");
    expect(form.isAskedNext("no such item")).toBe("settling");
  });

  test("what is required holds nobody up, and any answer will do", () => {
    const form = fillIn();
    expect(form.stillRequired()).toEqual(["settling", "parent.reads of mum", "parent.reads of dad"]);
    form.skips("settling");
    expect(form.stillRequired()).toContain("settling");
    form.passes("settling");
    form.doesNotKnow("parent.reads of mum");
    expect(form.stillRequired()).toEqual(["parent.reads of dad"]);
  });
});

describe("what is asked about several people", () => {
  test("each parent apart, and each has their own answers", () => {
    const form = fillIn({ as: "child" });
    form.chooses("settling", "varies");
    form.saysYes("parent.reads of mum");
    form.saysNo("parent.reads of dad");
    expect(form.sees()).toContain("parent.which of mum");
    expect(form.sees()).not.toContain("parent.which of dad");
    form.says("parent.which of mum", "Recipes");
    expect(form.counted()).toEqual(["settling", "parent.reads of mum", "parent.which of mum", "parent.reads of dad"]);
  });

  test("another is added as often as there is room, and one taken away keeps its words", () => {
    const form = fillIn();
    expect(form.sees()).not.toContain("club.name of 1");
    form.counts("wakings", 0);
    expect([form.adds("club"), form.adds("club"), form.adds("club"), form.adds("club")]).toEqual([
      "done",
      "done",
      "done",
      "Full",
    ]);
    form.says("club.name of 2", "Chess");
    expect(form.sees()).toContain("club.likes of 2");
    expect(form.sees()).not.toContain("club.likes of 1");
    form.takesAway("club", 2);
    expect(form.setAside()).toEqual(["club.name of 2"]);
    expect(form.sees()).toContain("club.name of 3");
  });
});

describe("what is kept", () => {
  test("is a section for each page and person, with the words it was asked in", () => {
    const form = fillIn();
    form.chooses("settling", "slowly");
    form.says("professional.sees of teacher", "Tired on Mondays");
    const instrument = { id: "evenings", version: 1, language: "en-GB" };
    expect(form.kept()).toEqual({
      [`page/evenings/at-home/${idOf("mum")}`]: {
        hiddenFrom: [],
        instrument,
        answers: { settling: { kind: "answered", value: { type: "choice", choice: "slowly", points: 1 } } },
        skipped: [],
        added: {},
        earlier: [],
      },
      [`page/evenings/out-and-about/${idOf("mum")}`]: {
        hiddenFrom: [],
        instrument,
        answers: {
          [`professional.sees@${idOf("teacher")}`]: {
            kind: "answered",
            value: { type: "words", words: "Tired on Mondays" },
          },
        },
        skipped: [],
        added: {},
        earlier: [],
      },
    });
  });

  test("is read back from a profile as it was written, also what a newer version wrote", () => {
    const form = fillIn();
    form.chooses("settling", "slowly");
    const sectionId = `page/evenings/at-home/${idOf("mum")}` as const;
    const section = form.kept()[sectionId];
    const newer = {
      ...section,
      answers: { ...section?.answers, wakings: { kind: "drawn", strokes: [1] } },
      mood: "calm",
    };
    const frame = {
      instrument: { id: "nd-profile", version: 1, language: "en-GB" },
      band: "primary",
      childId: uuid(1),
      ledBy: uuid(2),
      startedAtMs: 0,
      practice: true,
      length: { kind: "whole", strandIds: [] },
      hiddenFrom: [],
    };
    const sections = { frame, [sectionId]: newer };
    expect(ProfileBody.parse({ schemaVersion: 1, sections }).sections).toEqual(sections);
  });

  test.each([
    ["settling", { type: "choice", choice: "never" }, "NoSuchChoice"],
    ["settling", { type: "choice", choice: "slowly", points: 2 }, "OtherPoints"],
    ["settling", { type: "choice", choice: "slowly" }, "OtherPoints"],
    ["settling", { type: "words", words: "Slowly" }, "OtherKind"],
    ["sounds", { type: "choices", choices: [{ choice: "rain" }, { choice: "rain" }], ownWords: "" }, "ChosenTwice"],
    ["sounds", { type: "choices", choices: [], ownWords: "  " }, "NothingSaid"],
    ["what-helps", { type: "words", words: " " }, "NothingSaid"],
    ["wakings", { type: "date", value: "2026-01-01" }, "OtherKind"],
    ["hello", { type: "words", words: "Hello" }, "NoSuchItem"],
    ["parent", { type: "words", words: "Hello" }, "NoSuchItem"],
    ["parent.reads", { type: "boolean", value: true }, "NoSuchItem"],
    ["wakings of mum", { type: "integer", value: 1 }, "NoSuchItem"],
    ["nobody", { type: "integer", value: 1 }, "NoSuchItem"],
  ])("is never what is no answer: %s %j", (name, value, why) => {
    const form = fillIn();
    expect(form.gives(name, { kind: "answered", value })).toBe(why);
    expect(form.kept()).toEqual({});
  });
});
