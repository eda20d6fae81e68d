import { describe, expect, test } from "vitest";
import { loadStructure } from "#core/questionnaire/load-questionnaire";
import { put, putAll } from "../../../support/changed";
import { fillIn } from "../../../support/form";
import { evenings, eveningsStructure as structure } from "../../../support/made-up-questionnaire";
import { valueOf } from "../../../support/value-of";

const faultsOf = (content: unknown): readonly string[] => {
  const loaded = loadStructure({ file: "structure.json", content });
  return loaded.ok ? [] : loaded.error.faults.map(({ path, reason }) => `${path}: ${reason}`);
};
const at = "pages/0/printedIf";
const equals = (item: string, value: unknown) => ({ test: "equals", item, value });
const easily = equals("settling", "easily");

test("a page may be printed under the answers to its own items", () => {
  const helps = { test: "answered", item: "what-helps" };
  for (const printedIf of [
    easily,
    { test: "answered", item: "sounds" },
    { test: "greater", item: "wakings", value: 2 },
    { test: "all", of: [equals("settling", "slowly"), { test: "not", of: helps }] },
    { test: "any", of: [easily, helps] },
  ])
    expect(faultsOf(put(structure, at, printedIf))).toEqual([]);
});

describe("HAZ-24 a condition that could not keep a page back, or would for good, is named with its place", () => {
  test.each<[why: string, printedIf: unknown, fault: string]>([
    ["nothing of that name", equals("ghost", "yes"), `${at}/item: there is no item "ghost"`],
    ["a note", { test: "answered", item: "hello" }, `${at}/item: "hello" is a note: nothing is answered there`],
    ["a group", { test: "answered", item: "parent" }, `${at}/item: "parent" is a group: nothing is answered there`],
    ["asked of each parent", equals("parent.reads", true), `${at}/item: "parent.reads" is asked several times`],
    ["another page", { test: "answered", item: "club.name" }, `${at}/item: "club.name" stands on another page`],
    [
      "no such choice",
      equals("settling", "never"),
      `${at}/value: this is none of the choices of "settling", so it can never be so`,
    ],
    ["a choice of a number", equals("wakings", "many"), `${at}/value: "wakings" is answered with a whole number`],
    [
      "deep inside",
      { test: "any", of: [easily, { test: "all", of: [easily, equals("settling", "never")] }] },
      `${at}/of/1/of/1/value: this is none of the choices of "settling", so it can never be so`,
    ],
    [
      "two answers to one question",
      { test: "all", of: [easily, equals("settling", "slowly")] },
      `${at}: this contradicts itself: it can never be so`,
    ],
    ["so from the start", { test: "not", of: easily }, `${at}: this is so before anybody has answered`],
    [
      "so from the start, as one of two",
      { test: "any", of: [easily, { test: "not", of: { test: "answered", item: "sounds" } }] },
      `${at}: this is so before anybody has answered`,
    ],
    [
      "too many parts",
      { test: "any", of: Array.from({ length: 50 }, () => easily) },
      `${at}: a condition may have 50 parts at most`,
    ],
  ])("%s", (_, printedIf, fault) => {
    expect(faultsOf(put(structure, at, printedIf))).toEqual([fault]);
  });

  test("no condition at all", () => {
    expect(faultsOf(put(structure, at, "always"))).not.toEqual([]);
  });
});

test("HAZ-24 a page waits for its answer, and a pass, a maybe and another answer keep it back", () => {
  const kept = valueOf(loadStructure({ file: "structure.json", content: put(structure, at, easily) }));
  const form = fillIn({ questionnaire: { structure: kept, wording: evenings.wording } });
  expect(form.prints()).toEqual(["out-and-about"]);
  form.chooses("settling", "slowly");
  expect(form.prints()).toEqual(["out-and-about"]);
  form.passes("settling");
  expect(form.prints()).toEqual(["out-and-about"]);
  form.chooses("settling", "easily");
  expect(form.prints()).toEqual(["at-home", "out-and-about"]);
});

describe("the picture that stands for a person", () => {
  const marker = putAll(structure, {
    use: { answeredBy: "child", marker: "settling" },
    ...Object.fromEntries([0, 1, 2, 3].map((n) => [`pages/0/items/1/choices/${n}/picture`, "fox"])),
  });

  test("is a choice of pictures", () => {
    expect(faultsOf(marker)).toEqual([]);
  });

  test.each<[why: string, name: string, fault: string]>([
    ["nothing of that name", "ghost", 'use/marker: there is no item "ghost"'],
    ["words", "what-helps", 'use/marker: "what-helps" is no choice of one picture'],
    ["several", "sounds", 'use/marker: "sounds" is no choice of one picture'],
    ["own words too", "parent.which", 'use/marker: "parent.which" is no choice of one picture'],
  ])("is not %s", (_, name, fault) => {
    expect(faultsOf(put(marker, "use/marker", name))).toEqual([fault]);
  });

  test("is asked once", () => {
    const inRounds = putAll(marker, {
      "pages/0/items/7/items/1": { kind: "choice", id: "parent.picture", choices: [{ id: "fox", picture: "fox" }] },
      "use/marker": "parent.picture",
    });
    expect(faultsOf(inRounds)).toEqual(['use/marker: "parent.picture" is asked several times']);
  });

  test("is there for every choice", () => {
    expect(faultsOf(put(marker, "pages/0/items/1/choices/2", { id: "hardly", points: 2 }))).toEqual([
      'pages/0/items/1/choices/2/id: "hardly" may stand for a person and needs a picture',
    ]);
  });
});
