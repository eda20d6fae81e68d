import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadStrategies } from "#core/strategies/load-strategies";
import { AgeBand } from "#core/schema/age-band";
import { Setting } from "#core/schema/plan";
import { StrategiesStructure, StrategiesWording, type StrategyWords } from "#core/schema/strategy";
import { ndProfile } from "../../support/nd-profile";

const FOLDER = new URL("../../../questionnaires/strategies/", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, FOLDER), "utf8");
const structure = StrategiesStructure.parse(JSON.parse(read("v1/structure.json")));
const wording = StrategiesWording.parse(JSON.parse(read("v1/en-GB.json")));

const strandIds = ndProfile.structure.strands.map(({ id }) => id);
const cells = strandIds.flatMap((strand) => Setting.options.map((setting) => [strand, setting] as const));

const FIELDS = ["title", "what", "why", "howToTell", "notFor", "checkWith", "stopIf"] as const;
const texts = Object.entries(wording.strategies).flatMap(([id, words]) =>
  FIELDS.flatMap((field) => (words[field] === undefined ? [] : [[id, field, words[field]] as const])),
);
/** The texts for which this is so, to be compared with none: a failure then names each. */
const where = (isWrong: (text: string, field: keyof StrategyWords) => boolean) =>
  texts.filter(([, field, text]) => isWrong(text, field));

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?]["”]?)\s+/);
const wordsOf = (sentence: string): readonly string[] =>
  sentence.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));

/** In an emergency the same words stand everywhere. */
const isEmergency = (sentence: string): boolean => sentence.startsWith("Ring 999 for trouble breathing");

test("the strategies and their words load without a fault", () => {
  const loaded = loadStrategies(
    { file: "structure.json", content: JSON.parse(read("v1/structure.json")) },
    { file: "en-GB.json", content: JSON.parse(read("v1/en-GB.json")) },
  );
  expect(loaded.ok ? [] : loaded.error.faults).toEqual([]);
});

test("they say of themselves what their folder and file say, and go by the nine strands in their order", () => {
  expect([structure.id, structure.version, structure.licence, wording.language]).toEqual([
    "strategies",
    1,
    "CC-BY-4.0",
    "en-GB",
  ]);
  expect(structure.strands).toEqual(strandIds);
});

test("there are 288, and every id says its strand and its place", () => {
  expect(structure.strategies).toHaveLength(288);
  expect(structure.strategies.filter(({ id, strand, setting }) => !id.startsWith(`${strand}.${setting}.`))).toEqual([]);
});

describe.each(cells)("for %s at %s", (strand, setting) => {
  const here = structure.strategies.filter((entry) => entry.strand === strand && entry.setting === setting);
  // Nobody under school age goes to school, and nobody over it to early years.
  const ages: Readonly<Record<Setting, readonly AgeBand[]>> = {
    home: AgeBand.options,
    community: AgeBand.options,
    "early-years": ["under-2", "early-years"],
    "school-or-college": ["primary", "secondary", "16-to-25"],
  };

  test("there are eight", () => {
    expect(here).toHaveLength(8);
  });

  test("every age that goes there finds at least three, and no other age any", () => {
    const counts = AgeBand.options.map(
      (band) => [band, here.filter(({ bands }) => bands.includes(band)).length] as const,
    );
    expect(counts.filter(([band, count]) => ages[setting].includes(band) && count < 3)).toEqual([]);
    expect(counts.filter(([band, count]) => !ages[setting].includes(band) && count > 0)).toEqual([]);
  });
});

test("HAZ-15 every strategy says when to stop", () => {
  expect(Object.entries(wording.strategies).filter(([, { stopIf }]) => stopIf.trim().length < 20)).toEqual([]);
});

describe("HAZ-15 where a strategy touches health, it says whom to check with first", () => {
  const touchesHealth =
    /\b(?:weighted|cots?|foods?|meals?|snacks?|eat(?:s|ing)?|drinks?|tube feeds?|medicines?|cream|equipment|hoists?|splints?|hearing aids?|ear defenders|chew(?:s|ing)?|swallow\w*)\b/i;
  /** What is large enough is a caution about a thing, and nothing that is done to a child. */
  const done = ({ title, what }: StrategyWords): string => `${title} ${what}`.replaceAll("too big to swallow", "");

  test("for cots, food, drink, medicine, equipment, swallowing and anything weighted", () => {
    const unchecked = Object.entries(wording.strategies).filter(
      ([, words]) => touchesHealth.test(done(words)) && words.checkWith === undefined,
    );
    expect(unchecked.map(([id]) => id)).toEqual([]);
  });

  test("and the words it goes by are found", () => {
    const found = Object.values(wording.strategies).filter((words) => touchesHealth.test(done(words)));
    expect(found.length).toBeGreaterThan(15);
    expect(touchesHealth.test("Offer a weighted blanket in the cot")).toBe(true);
  });

  test("nothing weighted is proposed at all", () => {
    expect(where((text) => /\bweighted\b/i.test(text))).toEqual([]);
  });
});

test("HAZ-15 no strategy asks for what no child should be asked for", () => {
  const never =
    /\b(?:look (?:me|them|you|us) in the eyes?|eye contact|sit still|keep still|stop crying|reward chart for|sticker for|time[- ]out|naughty|ignore (?:them|it|the|their)|quiet hands|hold them still|restrain\w*|punish\w*|lock(?:ed)? (?:the|them) in|earn (?:it|their|a|the))\b/i;
  expect(where((text, field) => ["title", "what"].includes(field) && never.test(text))).toEqual([]);
});

test("health and emergency lines stay short", () => {
  const long = texts.flatMap(([id, , text]) =>
    sentencesOf(text)
      .filter((sentence) => /\b(?:999|111|GP)\b/.test(sentence) && wordsOf(sentence).length > 18)
      .map((sentence) => [id, sentence]),
  );
  expect(long).toEqual([]);
});

test("no title is longer than twelve words, and each begins with what somebody does", () => {
  const titles = Object.values(wording.strategies).map(({ title }) => title);
  expect(titles.filter((title) => wordsOf(title).length > 12 || /[.!?]$/.test(title))).toEqual([]);
  expect(
    titles.filter((title) => !/^\p{Lu}\p{Ll}+,? /u.test(title) || /^(?:The|A|An|This|They|No|Not) /.test(title)),
  ).toEqual([]);
});

test("no sentence stands twice, but the one for an emergency", () => {
  const seen = new Map<string, string>();
  const twice = texts.flatMap(([id, field, text]) =>
    sentencesOf(text)
      .filter((sentence) => !isEmergency(sentence))
      .flatMap((sentence) => {
        const key = wordsOf(sentence.toLowerCase().replace(/[^\p{L}\p{N}\s]/gu, "")).join(" ");
        const first = seen.get(key);
        seen.set(key, `${id} ${field}`);
        return first === undefined ? [] : [[sentence, first, `${id} ${field}`]];
      }),
  );
  expect(twice).toEqual([]);
});

test("why it may help is a maybe, never a promise", () => {
  expect(where((text, field) => field === "why" && !/\b(?:may|can)\b/i.test(text))).toEqual([]);
});

test("no text has a gender or a gap for a name", () => {
  expect(where((text) => /\b(?:he|she|him|his|hers?|boys?|girls?)\b|[{}]/i.test(text))).toEqual([]);
});

test("quotation marks are curved, as everywhere in the app", () => {
  expect(where((text) => /"|(?:^|\s)'|'(?:\s|$)/.test(text.replace(/\p{L}s' \p{L}/gu, "")))).toEqual([]);
});

test("SOURCE.md names no strategy that is not there", () => {
  const named = [
    ...read("SOURCE.md").matchAll(/`([a-z]+\.(?:home|early-years|school-or-college|community)\.[a-z-]+)`/g),
  ];
  expect(named.length).toBeGreaterThan(20);
  expect(named.flatMap(([, id = ""]) => (Object.hasOwn(wording.strategies, id) ? [] : [id]))).toEqual([]);
});
