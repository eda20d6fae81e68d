import { describe, expect, test } from "vitest";
import { neverWordsIn } from "../../support/words-we-never-use";
import { ALLOWED, standsIn, withoutAllowed } from "./allowed-words";
import { calledConsent, diagnosis, namedMe, PURPOSE, type Rule, wordsOfTheCode } from "./kinder-words";
import {
  around,
  documents,
  pages,
  practice,
  questionnaires,
  read,
  screens,
  type Text,
  textsInCode,
  textsInHtml,
  textsInMarkdown,
  textsInTree,
} from "./texts-people-read";

/** What a rule finds, with the file and the place, to be compared with none. */
const faultsIn = (texts: readonly Text[], rule: Rule) =>
  texts.flatMap((text) => rule(withoutAllowed(text)).map((found) => [text.file, text.at, found]));

const places = [
  ["the screens", screens],
  ["the documents", documents],
  ["questionnaires and strategies", questionnaires],
  ["what made-up people say", practice],
  ["the README and the pages in docs", pages],
  ["the page before the app, its name, and the server's start", around],
] as const;

describe.each(places)("in %s", (_, texts) => {
  test("there is something to read", () => {
    expect(texts.length).toBeGreaterThan(5);
  });

  test("no word stands that blames, ranks or diagnoses", () => {
    expect(faultsIn(texts, neverWordsIn)).toEqual([]);
  });
});

test("people have names, and nobody is called Me", () => {
  const shown = places.flatMap(([, texts]) => (texts === pages ? [] : texts));
  expect(faultsIn(shown, namedMe)).toEqual([]);
});

describe.each(places.filter(([, texts]) => texts !== pages && texts !== practice))("in %s", (_, texts) => {
  test("it is agreement, and never consent", () => {
    expect(faultsIn(texts, calledConsent)).toEqual([]);
  });

  test("diagnosis is spoken of in the fixed words alone", () => {
    const rest = texts.map((text) => ({ ...text, says: text.says.replace(PURPOSE, "") }));
    expect(faultsIn(rest, diagnosis)).toEqual([]);
  });
});

test("copy is kinder than code", () => {
  expect(faultsIn([...screens, ...documents, ...around], wordsOfTheCode)).toEqual([]);
});

test("what it is for stands in the README, in the app and on every document in the same words", () => {
  expect(read("README.md")).toContain(PURPOSE);
  const said = [...screens, ...documents]
    .filter(({ file, at }) => file.includes("en-GB") && at === "purpose")
    .map(({ says }) => says);
  expect(said).toEqual([PURPOSE, PURPOSE]);
});

test("every allowed use still stands somewhere, and says why", () => {
  const all = places.flatMap(([, texts]) => texts);
  const stale = ALLOWED.filter((each) => !all.some((text) => standsIn(each, text) && text.says.search(each.says) >= 0));
  expect(stale).toEqual([]);
  expect(ALLOWED.filter(({ because }) => because.length < 20)).toEqual([]);
});

describe("a seeded fault is caught", () => {
  const screen = (says: string): readonly Text[] => textsInTree("src/ui/i18n/en-GB/home.json", { title: says });

  test.each<[says: string, rule: Rule, found: string]>([
    ["Her symptoms are mild.", neverWordsIn, "symptoms"],
    ["The special needs team", neverWordsIn, "special needs"],
    ["Sam refused to come in.", neverWordsIn, "refused"],
    ["Attention-seeking at lunch", neverWordsIn, "Attention-seeking"],
    ["Sam's score", neverWordsIn, "score"],
    ["Me", namedMe, "Me"],
    ["(me)", namedMe, "(me)"],
    ["Dad and Me", namedMe, "Me"],
    ["Consent given on {{day}}", calledConsent, "Consent"],
    ["Your caseload", wordsOfTheCode, "caseload"],
    ["Open the case", wordsOfTheCode, "case"],
    ["In quarantine", wordsOfTheCode, "quarantine"],
    ["There is a branch", wordsOfTheCode, "branch"],
    ["Ask the custodian", wordsOfTheCode, "custodian"],
    ["After the diagnosis", diagnosis, "diagnosis"],
  ])("%s", (says, rule, found) => {
    expect(faultsIn(screen(says), rule).map(([, , word]) => word)).toContain(found);
  });

  test.each([
    ["in a page", textsInMarkdown("docs/formats.md", "# A page\n\nA child who is behind.\n")],
    ["in a row of a table", textsInMarkdown("README.md", "| a | b |\n| - | - |\n| calm | falls behind |\n")],
    ["beside a use that is allowed", textsInMarkdown("README.md", "A malformed file is refused. Falls behind.\n")],
    ["in a server's words", textsInCode("src/server/start-words.ts", "const a = `Falls behind ${b} at ${c}`;")],
    ["in the page before the app", textsInHtml("index.html", "<body><p>Falls behind</p></body>")],
    ["in what is read to a search engine", textsInHtml("index.html", '<meta name="d" content="Falls behind" />')],
  ])("%s", (_, texts) => {
    expect(faultsIn(texts, neverWordsIn).map(([, , word]) => word)).toEqual(["behind"]);
  });

  test("and what is no fault is left alone", () => {
    const fine = [
      ...screen("This goes well for me. Write it down in case it is needed."),
      ...textsInMarkdown("README.md", "Run `npm run -s score`.\n\n```sh\nnpm run score\n```\n"),
    ];
    for (const rule of [neverWordsIn, namedMe, calledConsent, wordsOfTheCode, diagnosis])
      expect(faultsIn(fine, rule)).toEqual([]);
  });

  test("a program may refuse a file on a page about files, and a child may not be said to have refused there", () => {
    const page = (says: string): readonly Text[] => textsInMarkdown("docs/formats.md", says);
    expect(faultsIn(page("A file without a licence is refused."), neverWordsIn)).toEqual([]);
    expect(faultsIn(page("The child refused."), neverWordsIn)).toHaveLength(1);
  });

  test("what is typed to find a place may be any word, and what is shown beside it may not", () => {
    const file = "questionnaires/where-it-goes/v1/en-GB.json";
    const entry = { word: "Tantrum", why: "A tantrum goes here.", alsoTyped: ["tantrum"] };
    const texts = textsInTree(file, { title: "Tantrums", entries: { "very-upset": entry }, smallWords: ["me"] });
    expect(faultsIn(texts, neverWordsIn).map(([, at]) => at)).toEqual([
      "title",
      "entries very-upset word",
      "entries very-upset why",
    ]);
    expect(faultsIn(texts, namedMe)).toEqual([]);
    expect(faultsIn(textsInTree("practice/area.json", { entries: { a: entry } }), neverWordsIn)).toHaveLength(3);
  });

  test("a use that is allowed in one file is a fault in another", () => {
    const elsewhere = textsInMarkdown("practice/README.md", "A malformed file is refused.\n");
    expect(faultsIn(elsewhere, neverWordsIn)).toHaveLength(1);
  });
});
