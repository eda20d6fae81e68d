import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadInstrument, promptsFor } from "#core/instrument/load-instrument";
import { AgeBand } from "#core/schema/age-band";
import { Structure, Wording } from "#core/schema/instrument";

const FOLDER = new URL("../../../questionnaires/", import.meta.url);
const STRUCTURE = "nd-profile/v1/structure.json";
const WORDING = "nd-profile/v1/en-GB.json";

const read = (file: string): string => readFileSync(new URL(file, FOLDER), "utf8");
const json = (file: string): unknown => JSON.parse(read(file));

const structure = Structure.parse(json(STRUCTURE));
const wording = Wording.parse(json(WORDING));

/** Heading and family's words, as the design settles them. */
const STRANDS = [
  ["communication", "Speech, language and communication", "Talking, listening and being understood"],
  ["energy", "Energy levels", "Energy and rest"],
  ["attention", "Attention and impulse control", "Focus, waiting and finishing"],
  ["emotions", "Emotional regulation", "Feelings and worries"],
  ["motor", "Motor skills", "Moving and using hands"],
  ["sensory", "Sensory experience", "Sounds, light, touch, taste and body signals"],
  ["flexibility", "Flexibility and adaptability", "Change, routines and moving on"],
  ["social", "Social understanding and empathy", "People, play and friendship"],
  ["learning", "Thinking and learning", "Thinking and learning"],
] as const;

/** Every text of the wording with the path at which it stands. */
const textsIn = (value: unknown, path: string): readonly (readonly [path: string, text: string])[] => {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path === "" ? key : `${path}/${key}`));
};
const texts = textsIn(wording, "").filter(([path]) => path !== "language");

/** The texts for which this is so, to be compared with none: a failure then names each. */
const where = (isWrong: (text: string) => boolean) => texts.filter(([, text]) => isWrong(text));

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+/);
const wordsOf = (sentence: string): readonly string[] =>
  sentence.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));

test("the questionnaire and its words load without a fault", () => {
  const loaded = loadInstrument(
    { file: STRUCTURE, content: json(STRUCTURE) },
    { file: WORDING, content: json(WORDING) },
  );
  expect(loaded.ok ? [] : loaded.error.faults).toEqual([]);
});

test("it says of itself what its folder and file say", () => {
  expect([structure.id, structure.version, wording.language]).toEqual(["nd-profile", 1, "en-GB"]);
});

test("the nine strands stand in their order", () => {
  expect(structure.strands.map(({ id }) => id)).toEqual(STRANDS.map(([id]) => id));
});

test.each(STRANDS)("%s has its heading and the family's words", (id, heading, family) => {
  expect(wording.strands[id]).toMatchObject({ heading, family });
});

test("each strand has a short name that fits the rail", () => {
  const tooLong = STRANDS.map(([id]) => wording.strands[id]?.short ?? "").filter(
    (short) => short.length > 24 || wordsOf(short).length > 4,
  );
  expect(tooLong).toEqual([]);
});

test("the line runs from more support on the left to everyday support on the right", () => {
  expect(wording.line).toEqual({
    left: "Needs a lot of support here",
    middle: "Some support, some of the time",
    right: "Goes well with everyday support",
  });
  expect(wording.lineForChild).toEqual({
    left: "This is tricky for me. I'd like lots of help",
    middle: "Sometimes OK, sometimes tricky",
    right: "This goes well for me",
  });
});

test("only energy and sensory carry a pattern", () => {
  expect(structure.strands.flatMap(({ id, pattern }) => (pattern === undefined ? [] : [[id, pattern]]))).toEqual([
    ["energy", ["lower", "higher", "varies"]],
    ["sensory", ["avoids", "seeks", "both"]],
  ]);
});

test("it has the five bands in the order of age, and so has everything in it", () => {
  const { options: bands } = AgeBand;
  expect(structure.bands).toEqual(bands);
  for (const { id, prompts } of structure.strands) {
    const words = wording.strands[id];
    expect(Object.keys(words?.descriptions ?? {}), id).toEqual(bands);
    expect(Object.keys(words?.prompts ?? {}), id).toEqual(prompts.map((prompt) => prompt.id));
    const bandsInOrder = prompts.map((prompt) => bands.indexOf(prompt.bands[0]!));
    expect(bandsInOrder, id).toEqual(bandsInOrder.toSorted((one, other) => one - other));
  }
});

test("a prompt is asked in one band alone: its words are that age's", () => {
  const all = structure.strands.flatMap(({ prompts }) => prompts);
  expect(all.filter(({ bands }) => bands.length !== 1)).toEqual([]);
  expect(all.length).toBeGreaterThanOrEqual(9 * 5 * 5);
});

describe.each(structure.bands)("in the band %s", (band) => {
  test.each(STRANDS)("%s has five to seven prompts, each called after its strand and band", (id) => {
    const prompts = promptsFor(structure, id, band);
    expect(prompts.length).toBeGreaterThanOrEqual(5);
    expect(prompts.length).toBeLessThanOrEqual(7);
    expect(prompts.filter((prompt) => !prompt.id.startsWith(`${id}.${band}.`))).toEqual([]);
  });

  test.each(STRANDS)("HAZ-04 %s can be answered without a not yet: most of its prompts are no skills", (id) => {
    const prompts = promptsFor(structure, id, band);
    const skills = prompts.filter(({ skill }) => skill === true).length;
    const most = { "under-2": 2, "early-years": 3, primary: 0, secondary: 0, "16-to-25": 0 };
    expect(skills).toBeLessThanOrEqual(most[band]);
    expect(prompts.length - skills).toBeGreaterThanOrEqual(3);
  });
});

/** What is said of a place or asked in a prompt: of these no two may be the same, in any band. */
const ofStrands = texts.filter(([path]) => /\/(?:descriptions|prompts)\//.test(path));

test("no two descriptions or prompts say the same in nearly the same words", () => {
  const small = new Set(
    "a an and as at be by can for from get gets has if in is it of on or such that the their them they to when with".split(
      " ",
    ),
  );
  const words = ofStrands.map(([path, text]) => {
    const all = text.toLowerCase().match(/[a-z']+/g) ?? [];
    return { path, words: new Set(all.filter((word) => !small.has(word))) };
  });
  const alike = words.flatMap((one, index) =>
    words.slice(index + 1).flatMap((other) => {
      const shared = [...one.words].filter((word) => other.words.has(word)).length;
      return shared / (one.words.size + other.words.size - shared) >= 0.6 ? [[one.path, other.path]] : [];
    }),
  );
  expect(alike).toEqual([]);
});

test("none of them has a digit, a question or a mark of exclamation, and each is a sentence", () => {
  expect(ofStrands.filter(([, text]) => /[\d?!]/.test(text) || !/^[A-Z].*\.$/.test(text))).toEqual([]);
});

test("nothing asks a child to hide what they feel, to look at somebody, to be still or quiet, or to earn anything", () => {
  const asks =
    /\b(?:eye contact|looks? (?:at )?(?:people|someone|others|faces)|(?:sits?|keeps?|stays?) (?:still|quiet|calm)|hides?|good behaviour|earns?|rewards?|quietly|by themselves|without (?:crying|fuss|help))\b/i;
  expect(ofStrands.filter(([, text]) => asks.test(text))).toEqual([]);
});

test("no prompt is reversed: more often always leads to the right", () => {
  const reversed = structure.strands.flatMap(({ prompts }) => prompts).filter((prompt) => prompt.reversed === true);
  expect(reversed).toEqual([]);
});

test("the choices carry 0 to 4, and not yet carries 0 under school age alone", () => {
  expect(structure.choices).toEqual([
    { id: "hardly-ever", points: 0 },
    { id: "now-and-then", points: 1 },
    { id: "half-the-time", points: 2 },
    { id: "often", points: 3 },
    { id: "nearly-always", points: 4 },
    { id: "not-yet", points: 0, onlyIn: "skills-under-school-age" },
  ]);
});

test("no sentence is longer than twenty words", () => {
  expect(where((text) => sentencesOf(text).some((sentence) => wordsOf(sentence).length > 20))).toEqual([]);
});

test("no text has a gender or a gap for a name", () => {
  expect(where((text) => /\b(?:he|she|him|his|hers?|boys?|girls?)\b|[{}]/i.test(text))).toEqual([]);
});

test("SOURCE.md has the sections that the code cites", () => {
  const headings = read("nd-profile/SOURCE.md").match(/^## .+$/gm) ?? [];
  expect(headings).toEqual(expect.arrayContaining(["## Scoring", "## Drawing rules"]));
});
