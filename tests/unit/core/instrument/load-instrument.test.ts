import { describe, expect, test } from "vitest";
import { type Fault, loadInstrument, promptsFor } from "#core/instrument/load-instrument";
import { reversedInstrument } from "../../../support/reversed-instrument";

const { structure, wording } = reversedInstrument;
const STRUCTURE = "made-up/v1/structure.json";
const WORDING = "made-up/v1/en-GB.json";

const load = (structureContent: unknown, wordingContent: unknown) =>
  loadInstrument({ file: STRUCTURE, content: structureContent }, { file: WORDING, content: wordingContent });

const faultsOf = (structureContent: unknown, wordingContent: unknown): readonly Fault[] => {
  const loaded = load(structureContent, wordingContent);
  return loaded.ok ? [] : loaded.error.faults;
};

/** A copy with one value put at a path such as `strands/0/id`; the path reads as a fault's path does. */
const put = (content: unknown, path: string, value: unknown): unknown =>
  changed(content, path, (parent, key) => (parent[key] = value));

const take = (content: unknown, path: string): unknown =>
  changed(content, path, (parent, key) => Reflect.deleteProperty(parent, key));

type Parent = Record<string, unknown>;

const changed = (content: unknown, path: string, change: (parent: Parent, key: string) => unknown): unknown => {
  const copy = structuredClone(content);
  const keys = path.split("/");
  const parent = keys.slice(0, -1).reduce((at, key) => at[key] as Parent, copy as Parent);
  change(parent, keys.at(-1) ?? "");
  return copy;
};

const mornings = "strands/mornings";

test("a questionnaire with reversed prompts loads as it was written", () => {
  expect(load(structure, wording)).toEqual({ ok: true, value: reversedInstrument });
});

test("a strand, a choice and a prompt may share one id, since each is looked up among its own kind", () => {
  const shared = put(put(structure, "choices/5", { id: "mornings", points: 0 }), "strands/0/prompts/4", {
    id: "mornings",
    bands: ["primary"],
  });
  const words = put(put(wording, "choices/mornings", "In the morning"), `${mornings}/prompts/mornings`, "Likes it.");
  expect(faultsOf(shared, words)).toEqual([]);
});

describe("an id used twice is refused where it comes the second time", () => {
  const twice = (path: string, id: string, first: string): Fault => ({
    file: STRUCTURE,
    path,
    reason: `the id "${id}" is used twice; first at ${first}`,
  });

  test("a choice", () => {
    expect(faultsOf(put(structure, "choices/5", { id: "often", points: 4 }), wording)).toEqual([
      twice("choices/5/id", "often", "choices/3/id"),
    ]);
  });

  test("a prompt within its strand", () => {
    expect(faultsOf(put(structure, "strands/0/prompts/4", structure.strands[0]?.prompts[1]), wording)).toEqual([
      twice("strands/0/prompts/4/id", "mornings.primary.breakfast", "strands/0/prompts/1/id"),
    ]);
  });

  test("a prompt in another strand", () => {
    const prompt = structure.strands[0]?.prompts[0];
    const evenings = { id: "evenings", sendAreas: ["sensory-and-physical"], prompts: [prompt] };
    const { pattern: _pattern, ...words } = wording.strands["mornings"] ?? {};
    const eveningsWords = { ...words, prompts: { "mornings.primary.waking": "Wakes up rested." } };
    expect(faultsOf(put(structure, "strands/1", evenings), put(wording, "strands/evenings", eveningsWords))).toEqual([
      twice("strands/1/prompts/0/id", "mornings.primary.waking", "strands/0/prompts/0/id"),
    ]);
  });

  test("a strand, and with it each of its prompts", () => {
    const faults = faultsOf(put(structure, "strands/1", structure.strands[0]), wording);
    expect(faults[0]).toEqual(twice("strands/1/id", "mornings", "strands/0/id"));
    expect(faults.slice(1).map(({ path }) => path)).toEqual([0, 1, 2, 3].map((at) => `strands/1/prompts/${at}/id`));
  });
});

test("a prompt for an age band that the questionnaire does not have is refused at that band", () => {
  expect(faultsOf(put(structure, "strands/0/prompts/1/bands", ["primary", "secondary"]), wording)).toEqual([
    {
      file: STRUCTURE,
      path: "strands/0/prompts/1/bands/1",
      reason: `"secondary" is not one of this questionnaire's bands`,
    },
  ]);
});

describe("words that are missing are refused where they should stand", () => {
  test.each([
    ["choices/often", "often"],
    ["strands/mornings", "mornings"],
    [`${mornings}/descriptions/primary`, "primary"],
    [`${mornings}/pattern/late`, "late"],
    [`${mornings}/prompts/mornings.primary.rushing`, "mornings.primary.rushing"],
  ])("%s", (path, key) => {
    expect(faultsOf(structure, take(wording, path))).toEqual([
      { file: WORDING, path, reason: `the words for "${key}" are missing` },
    ]);
  });

  test("also for an id that every JavaScript object seems to have", () => {
    const faults = faultsOf(put(structure, "strands/0/id", "constructor"), wording);
    expect(faults).toEqual([
      { file: WORDING, path: "strands/constructor", reason: `the words for "constructor" are missing` },
      { file: WORDING, path: "strands/mornings", reason: `"mornings" names nothing in the structure` },
    ]);
  });

  test.each(["title", "question", "line/middle", "lineForChild/left", `${mornings}/family`])("%s", (path) => {
    expect(faultsOf(structure, take(wording, path))).toEqual([
      { file: WORDING, path, reason: "Invalid input: expected string, received undefined" },
    ]);
  });
});

describe("words that name nothing are refused where they stand", () => {
  test.each([
    ["choices/always", "always", "Always"],
    ["strands/evenings", "evenings", wording.strands["mornings"]],
    [`${mornings}/descriptions/secondary`, "secondary", wording.line],
    [`${mornings}/pattern/noon`, "noon", "Up at noon"],
    [`${mornings}/prompts/mornings.primary.singing`, "mornings.primary.singing", "Sings."],
  ])("%s", (path, key, value) => {
    expect(faultsOf(structure, put(wording, path, value))).toEqual([
      { file: WORDING, path, reason: `"${key}" names nothing in the structure` },
    ]);
  });

  test("pattern words for a strand that has no pattern", () => {
    expect(faultsOf(take(structure, "strands/0/pattern"), wording).map(({ file, path }) => ({ file, path }))).toEqual([
      { file: WORDING, path: `${mornings}/pattern/early` },
      { file: WORDING, path: `${mornings}/pattern/late` },
    ]);
  });
});

describe("points that are not a whole number from 0 to 4 are refused at that choice", () => {
  test.each([
    [5, "points run from 0 to 4"],
    [-1, "points run from 0 to 4"],
    [1.5, "Invalid input: expected int, received number"],
    ["3", "Invalid input: expected number, received string"],
    [null, "Invalid input: expected number, received null"],
    [undefined, "Invalid input: expected number, received undefined"],
  ])("%j", (points, reason) => {
    expect(faultsOf(put(structure, "choices/2/points", points), wording)).toEqual([
      { file: STRUCTURE, path: "choices/2/points", reason },
    ]);
  });
});

describe("a key that nobody knows is refused at the object that holds it", () => {
  test.each([
    [STRUCTURE, "", "cutOff"],
    [STRUCTURE, "choices/0", "label"],
    [STRUCTURE, "strands/0", "weight"],
    [STRUCTURE, "strands/0/prompts/2", "weight"],
    [WORDING, "", "norms"],
    [WORDING, "line", "farLeft"],
    [WORDING, mornings, "advice"],
    [WORDING, `${mornings}/descriptions`, "toddler"],
  ])("%s at %j: %s", (file, path, key) => {
    const at = path === "" ? key : `${path}/${key}`;
    const faults =
      file === STRUCTURE ? faultsOf(put(structure, at, 1), wording) : faultsOf(structure, put(wording, at, 1));
    expect(faults).toEqual([{ file, path, reason: `Unrecognized key: "${key}"` }]);
  });
});

describe("empty text is refused, and so is white space alone", () => {
  test.each(["title", "line/left", "choices/often", `${mornings}/heading`, `${mornings}/descriptions/primary/right`])(
    "%s",
    (path) => {
      for (const empty of ["", " \n\t"]) {
        expect(faultsOf(structure, put(wording, path, empty))).toEqual([
          { file: WORDING, path, reason: "the text is empty" },
        ]);
      }
    },
  );
});

describe("a file that does not hold an object is refused whole", () => {
  test.each([
    ["null", null],
    ["array", []],
    ["string", "{}"],
    ["number", 3],
    ["undefined", undefined],
  ])("%s", (kind, content) => {
    const reason = `Invalid input: expected object, received ${kind}`;
    expect(faultsOf(content, wording)).toEqual([{ file: STRUCTURE, path: "", reason }]);
    expect(faultsOf(structure, content)).toEqual([{ file: WORDING, path: "", reason }]);
  });
});

test("every fault of both files is named at once", () => {
  const faults = faultsOf(put(structure, "choices/2/points", 5), put(wording, "title", ""));
  expect(faults.map(({ file, path }) => [file, path])).toEqual([
    [STRUCTURE, "choices/2/points"],
    [WORDING, "title"],
  ]);
});

test("the prompts of a strand come in order, for the band that was asked for and no other", () => {
  expect(promptsFor(structure, "mornings", "primary").map(({ id }) => id)).toEqual([
    "mornings.primary.waking",
    "mornings.primary.breakfast",
    "mornings.primary.rushing",
    "mornings.primary.searching",
  ]);
  expect(promptsFor(structure, "mornings", "secondary")).toEqual([]);
  expect(promptsFor(structure, "evenings", "primary")).toEqual([]);
});
