import { expect, test } from "vitest";
import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import { askedAbout, filesOf, itemsIn, type shippedPages } from "../../support/shipped-pages";
import { neverWordsIn } from "../../support/words-we-never-use";
import { longSentences } from "../wording/kinder-words";

const MOST_WORDS = 15;

/** What every shipped questionnaire of pages keeps, as tests of their own in its file. */
export const testRulesForPages = (id: string, shipped: ReturnType<typeof shippedPages>): void => {
  const { structure, wording, items, asked, texts } = shipped;
  /** The texts for which this is so, to be compared with none: a failure then names each. */
  const where = (isWrong: (text: string) => boolean) => texts.filter(([, text]) => isWrong(text));

  test("the questionnaire and its words load without a fault", () => {
    const loaded = loadQuestionnaire(...filesOf(id));
    expect(loaded.ok ? [] : loaded.error.faults).toEqual([]);
  });

  test("it says of itself what its folder and file say", () => {
    expect([structure.id, structure.version, structure.licence, wording.language]).toEqual([
      id,
      1,
      "CC-BY-4.0",
      "en-GB",
    ]);
  });

  test("everything may be left: nothing is required, and nothing has points", () => {
    expect(asked.filter(({ required }) => required === true)).toEqual([]);
    expect(
      asked.filter((item) => "choices" in item && item.choices.some(({ points }) => points !== undefined)),
    ).toEqual([]);
  });

  test("each page can be opened by itself: no condition asks about another page", () => {
    const elsewhere = structure.pages.flatMap((page) => {
      const here = new Set(itemsIn(page.items).map((item) => item.id));
      const conditions = [page.printedIf, ...itemsIn(page.items).map(({ showWhen }) => showWhen)];
      return conditions.flatMap(askedAbout).filter((itemId) => !here.has(itemId));
    });
    expect(elsewhere).toEqual([]);
  });

  test("pages are short: nine things to see at first at most, and notes among them are few", () => {
    const long = structure.pages.filter((page) => {
      const first = page.items.filter(({ showWhen }) => showWhen === undefined);
      return first.length > 9 || first.filter(({ kind }) => kind === "note").length > 3;
    });
    expect(long.map((page) => page.id)).toEqual([]);
  });

  test("an item's id says what it is about, and belongs to its page alone", () => {
    const pageByPrefix = new Map<string, string>();
    for (const { page, item } of items.filter(({ item }) => item.kind !== "group")) {
      const [prefix = "", rest] = item.id.split(".");
      expect(rest, item.id).toBeDefined();
      expect(pageByPrefix.get(prefix) ?? page.id, item.id).toBe(page.id);
      pageByPrefix.set(prefix, page.id);
    }
  });

  test(`no sentence has more than ${MOST_WORDS} words`, () => {
    expect(texts.flatMap(([at, text]) => longSentences(MOST_WORDS)(text).map((sentence) => [at, sentence]))).toEqual(
      [],
    );
  });

  test("no word stands that blames, ranks or diagnoses", () => {
    expect(texts.flatMap(([at, text]) => neverWordsIn(text).map((word) => [at, word]))).toEqual([]);
    expect(where((text) => /\b(?:diagnos|consent)\w*/i.test(text))).toEqual([]);
  });

  test("no text has a gender or a gap for a name, and quotation marks are curved", () => {
    expect(where((text) => /\b(?:he|she|him|his|hers?|boys?|girls?)\b|[{}]/i.test(text))).toEqual([]);
    expect(where((text) => /"|(?:^|\s)'|'(?:\s|$)/.test(text))).toEqual([]);
  });

  test("a question ends with its mark, and a choice with none", () => {
    const words = asked.map((item) => [item, wording.items[item.id]] as const);
    expect(words.filter(([, said]) => said?.text.endsWith("?") !== true).map(([item]) => item.id)).toEqual([]);
    const choices = words.flatMap(([, said]) => Object.values(said?.choices ?? {}));
    expect(choices.filter((choice) => /[.?!]$/.test(choice) || choice.length > 45)).toEqual([]);
  });
};
