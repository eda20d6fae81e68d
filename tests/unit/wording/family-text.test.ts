import { describe, expect, test } from "vitest";
import { digits, longestOf, longSentences, placeAsNumber, PURPOSE, type Rule } from "./kinder-words";
import { documents, questionnaires, screens, type Text } from "./texts-people-read";

const MOST_WORDS = 22;

const faultsIn = (texts: readonly Text[], rule: Rule) =>
  texts.flatMap(({ file, at, says }) => rule(says).map((found) => [file, at, found]));

const picture = screens.filter(({ file, at }) => file.endsWith("/picture.json") || at.startsWith("place "));
const families = [...documents, ...questionnaires];

test("a place on the line is words, never a number", () => {
  expect(picture.length).toBeGreaterThan(40);
  expect(faultsIn([...documents, ...picture], placeAsNumber)).toEqual([]);
  const places = [...documents, ...screens].filter(({ at }) => /^(?:place|placeForChild|word|wordForChild) /.test(at));
  expect(places.length).toBeGreaterThanOrEqual(2 * 9 + 3 + 2 * 5);
  expect(faultsIn(places, digits)).toEqual([]);
});

test("no text for a family speaks of parts in a hundred", () => {
  expect(faultsIn(families, (says) => placeAsNumber(says).filter((found) => /\d|%|cent/.test(found)))).toEqual([]);
});

test(`no sentence for a family has more than ${MOST_WORDS} words, and the longest are known`, () => {
  expect(faultsIn(families, longSentences(MOST_WORDS))).toEqual([]);
  const longest = longestOf(families, 5);
  expect(longest[0]?.[0], longest.map(([count, sentence]) => `${count} ${sentence}`).join("\n")).toBeLessThanOrEqual(
    MOST_WORDS,
  );
});

test("on a screen a sentence has no more words than on a page", () => {
  expect(faultsIn(screens, longSentences(MOST_WORDS))).toEqual([]);
});

describe("a seeded fault is caught", () => {
  const long = `${"and then ".repeat(11)}stop it.`;

  test.each<[says: string, rule: Rule, found: string]>([
    ["Mum: position {{position}}", placeAsNumber, "position"],
    ["Mum: {{positionPct}}", placeAsNumber, "{{positionPct}}"],
    ["about 40 % of the way", placeAsNumber, "40 %"],
    ["{{place}}%", placeAsNumber, "%"],
    ["42/100", placeAsNumber, "42/100"],
    ["42 out of 100", placeAsNumber, "out of 100"],
    ["forty per cent", placeAsNumber, "per cent"],
    ["left of 50", digits, "50"],
    [`Short. ${long}`, longSentences(MOST_WORDS), long],
    [`${PURPOSE} ${long}`, longSentences(MOST_WORDS), long],
  ])("%s", (says, rule, found) => {
    expect(faultsIn([{ file: "en-GB.json", at: "view", says }], rule).map(([, , word]) => word)).toContain(found);
  });

  test("and what is no fault is left alone", () => {
    expect(placeAsNumber("a little left of the middle, 2 to school age, 16 to 25, on 3 May 2026")).toEqual([]);
    expect(longSentences(MOST_WORDS)(PURPOSE)).toEqual([]);
    expect(longSentences(MOST_WORDS)("One two three. ".repeat(20))).toEqual([]);
  });
});
