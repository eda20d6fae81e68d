import { expect, test } from "vitest";
import { loadWhereItGoes } from "#core/where-it-goes/load-where-it-goes";
import { put, take } from "../../../support/changed";
import { indexPlaces, indexStructure as structure, indexWording as wording } from "../../../support/made-up-index";

const load = (structureContent: unknown, wordingContent: unknown = wording) =>
  loadWhereItGoes(
    { file: "first-words/v1/structure.json", content: structureContent },
    { file: "first-words/v1/en-GB.json", content: wordingContent },
    indexPlaces,
  );
const faultsOf = (structureContent: unknown, wordingContent: unknown = wording): readonly string[] => {
  const loaded = load(structureContent, wordingContent);
  return loaded.ok ? [] : loaded.error.faults.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`);
};

test("an index loads with its places and words, in its order", () => {
  const loaded = load(structure);
  expect(loaded.ok && loaded.value).toMatchObject({
    id: "first-words",
    version: 1,
    language: "en-GB",
    entries: [
      {
        id: "bedtime",
        word: "Bedtime",
        places: [
          { kind: "page", questionnaireId: "evenings", pageId: "at-home" },
          { kind: "strand", questionnaireId: "nd-profile", strandId: "energy" },
        ],
      },
      { id: "anger", places: [{ kind: "strand", questionnaireId: "nd-profile", strandId: "emotions" }] },
      { id: "loves", places: [{ kind: "questionnaire", questionnaireId: "my-page" }] },
    ],
  });
});

test.each<[string, unknown, string]>([
  [
    "entries/1/places/0/strand",
    "sleeping",
    'entries/1/places/0/strand: "nd-profile" has no strand "sleeping" that is known',
  ],
  ["entries/0/places/0/page", "cellar", 'entries/0/places/0/page: "evenings" has no page "cellar" that is known'],
  ["entries/2/places/0/page", "loves", 'entries/2/places/0/page: "my-page" has no page "loves" that is known'],
  ["entries/2/places/0/in", "your-page", 'entries/2/places/0/in: "your-page" is not one of those in "into"'],
  [
    "entries/0/places/1",
    { in: "evenings", page: "at-home" },
    'entries/0/places/1: the place "evenings at-home" is given twice; first at entries/0/places/0',
  ],
  ["entries/1/id", "bedtime", 'entries/1/id: the id "bedtime" is given twice; first at entries/0/id'],
  ["entries/1/places", [], "entries/1/places: a word needs a place"],
  ["into/evenings", 2, "into/evenings: version 2 is named, and version 1 was read"],
  ["kind", "strategies", "kind: "],
  ["colour", "red", ": "],
])("in the bones: %s = %j", (path, value, fault) => {
  expect(faultsOf(put(structure, path, value)).join("\n")).toContain(`first-words/v1/structure.json: ${fault}`);
});

test.each<[string, unknown, string]>([
  [
    "entries/anger/word",
    "BEDTIME!",
    'entries/anger/word: the word "bedtime" is given twice; first at entries/bedtime/word',
  ],
  [
    "entries/anger/alsoTyped/1",
    "Naughty",
    'entries/anger/alsoTyped/1: the word "naughty" is given twice; first at entries/anger/alsoTyped/0',
  ],
  [
    "entries/anger/alsoTyped/0",
    "anger",
    'entries/anger/alsoTyped/0: the word "anger" is given twice; first at entries/anger/word',
  ],
  ["entries/ghost", { word: "Boo", why: "Boo." }, 'entries/ghost: "ghost" names nothing in the structure'],
  ["entries/anger/why", " ", "entries/anger/why: the text is empty"],
  ["language", "../en", "language: use a tag such as en-GB"],
])("in the words: %s = %j", (path, value, fault) => {
  expect(faultsOf(structure, put(wording, path, value)).join("\n")).toContain(`first-words/v1/en-GB.json: ${fault}`);
});

test("words that are missing are named", () => {
  expect(faultsOf(structure, take(wording, "entries/anger"))).toEqual([
    'first-words/v1/en-GB.json: entries/anger: the words for "anger" are missing',
  ]);
});

test("one word may be typed for two entries", () => {
  expect(faultsOf(structure, put(wording, "entries/anger/alsoTyped/0", "won't sleep"))).toEqual([]);
});
