import { describe, expect, test } from "vitest";
import movingOnCases from "../../questionnaires/moving-on/v1/golden.json";
import worthKnowingCases from "../../questionnaires/worth-knowing/v1/golden.json";
import { indexPlaces, indexStructure, indexWording } from "../support/made-up-index";
import { type Core, coreWith, type SeededBug } from "../support/seed-bug";
import { shippedPages } from "../support/shipped-pages";
import { valueOf } from "../support/value-of";

type Seeded = SeededBug & { readonly bug: string; readonly caughtBy: (core: Core) => void };

const casesForPagesHold = (core: Core): void => {
  expect(core.checkGoldenPages(shippedPages("worth-knowing").structure, worthKnowingCases).ok).toBe(true);
  expect(core.checkGoldenPages(shippedPages("moving-on").structure, movingOnCases).ok).toBe(true);
};

const load = (core: Core, wording: unknown) =>
  core.loadWhereItGoes({ file: "s", content: indexStructure }, { file: "w", content: wording }, indexPlaces);
const indexLeadsWhereItShould = (core: Core): void => {
  const index = valueOf(load(core, indexWording));
  const found = (words: string) => core.searchPlaces(index, words).map(({ id }) => id);
  expect([found("he is naughty"), found("night terrors"), found("NIGHT")]).toEqual([
    ["anger"],
    ["anger"],
    ["bedtime", "anger"],
  ]);
};
const whatIsTypedStaysUnseen = (core: Core): void => {
  const found = core.searchPlaces(valueOf(load(core, indexWording)), "naughty");
  expect(JSON.stringify(found)).toContain("Anger");
  expect(JSON.stringify(found)).not.toContain("naughty");
};
const noWordStandsTwice = (core: Core): void => {
  const { anger, ...others } = indexWording.entries;
  const twice = { ...indexWording, entries: { ...others, anger: { ...anger, word: "BEDTIME" } } };
  expect(load(core, twice).ok).toBe(false);
};

const visible = "questionnaire/visible-items.ts";
const going = "questionnaire/going-through.ts";
const searching = "where-it-goes/search-places.ts";

const bugs: readonly Seeded[] = [
  {
    bug: "HAZ-02 an answer that a condition hides opens what follows it",
    file: visible,
    from: "find((each) => shown.has(each))",
    to: "find((each) => filled.answers.has(each))",
    caughtBy: casesForPagesHold,
  },
  {
    bug: "everybody on the record is asked about as if they were at school",
    file: visible,
    from: "repeat.kinds.includes(kind) || repeat.roles.includes(role)",
    to: "kind !== undefined || role !== undefined",
    caughtBy: casesForPagesHold,
  },
  {
    bug: "what one person's round says opens another's",
    file: visible,
    from: "[answerKey(itemId, instance?.id), itemId].find((each) => shown.has(each))",
    to: '[...shown.keys()].find((each) => each.split("@")[0] === itemId)',
    caughtBy: casesForPagesHold,
  },
  {
    bug: "what was skipped is asked again at once",
    file: going,
    from: "isOpen(item) && !filled.skipped.has(item.key)",
    to: "isOpen(item)",
    caughtBy: casesForPagesHold,
  },
  {
    bug: "after an answer the page begins again from the top",
    file: going,
    from: "items.slice(after).find(isWaiting) ?? ",
    to: "",
    caughtBy: casesForPagesHold,
  },
  {
    bug: "HAZ-04 not known counts as an answer to a condition",
    file: "questionnaire/condition-holds.ts",
    from: "return comparedIn(valueOf(condition.item)).includes(condition.value);",
    to: "return valueOf(condition.item) === undefined || comparedIn(valueOf(condition.item)).includes(condition.value);",
    caughtBy: casesForPagesHold,
  },
  {
    bug: "words that are only typed are shown",
    file: searching,
    from: "({ id, word, why, places }: IndexEntry): FoundPlaces => ({ id, word, why, places })",
    to: "(entry: IndexEntry): FoundPlaces => entry",
    caughtBy: whatIsTypedStaysUnseen,
  },
  {
    bug: "one of the words is enough",
    file: searching,
    from: "count === most",
    to: "most > 0",
    caughtBy: indexLeadsWhereItShould,
  },
  {
    bug: "what people type is not searched",
    file: searching,
    from: "words: alsoTyped.flatMap(foldedWords)",
    to: "words: []",
    caughtBy: indexLeadsWhereItShould,
  },
  {
    bug: "capitals tell two words apart",
    file: "where-it-goes/index-faults.ts",
    from: 'foldedWords(word).join(" ")',
    to: "word",
    caughtBy: noWordStandsTwice,
  },
];

describe("a core with this bug in it does not get past the cases for pages and the index", () => {
  test.each(bugs)("$bug", async ({ caughtBy, bug: _bug, ...seeded }) => {
    const withBug = await coreWith(seeded);
    expect(() => {
      caughtBy(withBug);
    }, caughtBy.name).toThrow();
  });
});
