import { describe, expect, test } from "vitest";
import type { Fault } from "#core/instrument/load-instrument";
import { loadStrategies } from "#core/strategies/load-strategies";

const STRUCTURE = "made-up/v1/structure.json";
const WORDING = "made-up/v1/en-GB.json";

const structure = {
  format: 1,
  kind: "strategies",
  id: "made-up",
  version: 1,
  licence: "CC-BY-4.0",
  strands: ["energy", "motor"],
  strategies: [
    { id: "rest-first", strand: "energy", setting: "home", bands: ["primary"], notForAll: true, checkFirst: true },
    { id: "ramps", strand: "motor", setting: "community", bands: ["early-years", "primary"] },
  ],
};
const words = {
  title: "Rest first",
  what: "Rest.",
  why: "It may help.",
  howToTell: "They smile.",
  stopIf: "It hurts.",
};
const wording = {
  language: "en-GB",
  title: "Ideas",
  strategies: {
    "rest-first": { ...words, notFor: "Babies.", checkWith: "The nurse." },
    ramps: { ...words, title: "Ramps" },
  },
};

const load = (structureContent: unknown, wordingContent: unknown) =>
  loadStrategies({ file: STRUCTURE, content: structureContent }, { file: WORDING, content: wordingContent });
const faultsOf = (structureContent: unknown, wordingContent: unknown): readonly Fault[] => {
  const loaded = load(structureContent, wordingContent);
  return loaded.ok ? [] : loaded.error.faults;
};
const withEntry = (index: number, change: object) => ({
  ...structure,
  strategies: structure.strategies.map((entry, at) => (at === index ? { ...entry, ...change } : entry)),
});
const withWords = (strategies: object) => ({ ...wording, strategies: { ...wording.strategies, ...strategies } });

test("a strategy is its place and its words, in the order of the structure", () => {
  expect(load(structure, wording)).toEqual({
    ok: true,
    value: {
      id: "made-up",
      version: 1,
      language: "en-GB",
      strategies: [
        {
          id: "rest-first",
          strandId: "energy",
          setting: "home",
          bands: ["primary"],
          ...words,
          notFor: "Babies.",
          checkWith: "The nurse.",
        },
        {
          id: "ramps",
          strandId: "motor",
          setting: "community",
          bands: ["early-years", "primary"],
          ...words,
          title: "Ramps",
        },
      ],
    },
  });
});

describe("a fault is named with its file, its place and the reason", () => {
  test("an id that is used twice, where it comes the second time", () => {
    expect(
      faultsOf(withEntry(1, { id: "rest-first" }), {
        ...wording,
        strategies: { "rest-first": wording.strategies["rest-first"] },
      }),
    ).toContainEqual({
      file: STRUCTURE,
      path: "strategies/1/id",
      reason: 'the id "rest-first" is used twice; first at strategies/0/id',
    });
  });

  test("a strand that the set does not have", () => {
    expect(faultsOf(withEntry(0, { strand: "moods" }), wording)).toEqual([
      { file: STRUCTURE, path: "strategies/0/strand", reason: `"moods" is not one of this set's strands` },
    ]);
  });

  test.each([
    ["a place that is not known", { setting: "shop" }, "strategies/0/setting"],
    ["an age that is not known", { bands: ["primary", "old"] }, "strategies/0/bands/1"],
    ["no age at all", { bands: [] }, "strategies/0/bands"],
    ["a field that is not known", { colour: "blue" }, "strategies/0"],
  ])("%s", (_, change, path) => {
    expect(faultsOf(withEntry(0, change), wording)).toMatchObject([{ file: STRUCTURE, path }]);
  });

  test("words that are missing, and words for nothing", () => {
    const { ramps: _ramps, ...rest } = wording.strategies;
    expect(faultsOf(structure, { ...wording, strategies: { ...rest, slides: words } })).toEqual([
      { file: WORDING, path: "strategies/ramps", reason: 'the words for "ramps" are missing' },
      { file: WORDING, path: "strategies/slides", reason: '"slides" names nothing in the structure' },
    ]);
  });

  test("also for an id that every JavaScript object seems to have", () => {
    const faults = faultsOf(withEntry(1, { id: "constructor" }), wording);
    expect(faults).toContainEqual({
      file: WORDING,
      path: "strategies/constructor",
      reason: 'the words for "constructor" are missing',
    });
  });

  test("HAZ-15 words that leave out whom to check with first, or whom it is not for", () => {
    expect(faultsOf(structure, withWords({ "rest-first": words }))).toEqual([
      { file: WORDING, path: "strategies/rest-first/notFor", reason: 'the words for "notFor" are missing' },
      { file: WORDING, path: "strategies/rest-first/checkWith", reason: 'the words for "checkWith" are missing' },
    ]);
  });

  test("whom to check with where the structure does not ask for it: a flag is missing there", () => {
    expect(faultsOf(structure, withWords({ ramps: { ...words, checkWith: "The nurse." } }))).toEqual([
      { file: WORDING, path: "strategies/ramps/checkWith", reason: '"checkWith" names nothing in the structure' },
    ]);
  });

  test("HAZ-15 words that do not say when to stop", () => {
    const { stopIf: _stopIf, ...without } = words;
    expect(faultsOf(structure, withWords({ ramps: without }))).toMatchObject([
      { file: WORDING, path: "strategies/ramps/stopIf" },
    ]);
    expect(faultsOf(structure, withWords({ ramps: { ...words, stopIf: "  " } }))).toEqual([
      { file: WORDING, path: "strategies/ramps/stopIf", reason: "the text is empty" },
    ]);
  });

  test("every fault of both files at once", () => {
    expect(
      faultsOf({ ...structure, version: 0 }, { ...wording, title: "" }).map(({ file, path }) => [file, path]),
    ).toEqual([
      [STRUCTURE, "version"],
      [WORDING, "title"],
    ]);
  });
});

test("fewer than eight for a strand and a place is no fault here: an area may bring one strategy of its own", () => {
  expect(faultsOf(structure, wording)).toEqual([]);
});
