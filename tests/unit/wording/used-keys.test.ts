import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { filesBelow, read } from "./texts-people-read";
import { brokenPlurals, knownIn, type Source, unreachedKeys, unusedKeys } from "./used-keys";

// That a key which is used exists is the compiler's to say: src/ui/i18n/typed-words.d.ts and `ReportWords`.

const sources: readonly Source[] = filesBelow("src", /(?<!\.d)\.tsx?$/).map((file) => ({ file, code: read(file) }));
const screens = sources.filter(({ file }) => file.startsWith("src/ui/"));
const report = sources.filter(({ file }) => file.startsWith("src/report/"));

// An area brings its own roles, and so does the made-up one.
const area = JSON.parse(read("practice/area.json")) as { readonly roles: readonly { readonly id: string }[] };
const known = knownIn(
  sources,
  area.roles.map(({ id }) => id),
);

const wordsByPart = Object.fromEntries(
  filesBelow("src/ui/i18n/en-GB", /\.json$/).map((file) => [
    basename(file, ".json"),
    JSON.parse(read(file)) as unknown,
  ]),
);
const documentWords: unknown = JSON.parse(read("src/report/words/en-GB.json"));

test("every word of the app is used by a screen that opens its part", () => {
  expect(Object.keys(wordsByPart).length).toBeGreaterThan(5);
  expect(unusedKeys(wordsByPart, screens, known)).toEqual([]);
});

test("every word of a document is used by a page", () => {
  expect(unreachedKeys(documentWords, report, known)).toEqual([]);
});

test("what is counted has a word for one and for more", () => {
  expect(Object.values(wordsByPart).flatMap(brokenPlurals)).toEqual([]);
  expect(brokenPlurals(documentWords)).toEqual([]);
});

describe("a seeded fault is caught:", () => {
  const screen = (code: string): readonly Source[] => [{ file: "src/ui/features/home/a.tsx", code }];
  const opens = 'const { t } = useTranslation("home");';
  const bands = knownIn([
    { file: "src/core/bands.ts", code: 'const BANDS = ["under-2", "primary"]; const of = `not-yet-${band}`;' },
  ]);

  test.each([
    ["a key that nobody names", { a: "x", gone: "y" }, `${opens} t("a");`, ["home: gone"]],
    ["a key that only a comment names", { gone: "y" }, `${opens} // t("gone")`, ["home: gone"]],
    ["a key that only another part's screen names", { a: "x" }, 'useTranslation("plan"); t("a");', ["home: a"]],
    ["a key of the wrong depth", { a: { b: { c: "x" } } }, `${opens} t(\`a.\${b}\`);`, ["home: a.b.c"]],
    ["a kind that no longer is", { band: { old: "x" } }, `${opens} t(\`band.\${band}\`);`, ["home: band.old"]],
    ["a number that is never counted", { n_one: "x", n_other: "y" }, opens, ["home: n_one", "home: n_other"]],
  ])("%s", (_, words, code, found) => {
    expect(unusedKeys({ home: words }, screen(code), bands)).toEqual(found);
  });

  test("and what is used is left alone: by name, with a gap, by a table of names, counted", () => {
    const words = {
      a: "x",
      band: { primary: "y", "not-yet-primary": "y" },
      b: "z",
      n_one: "1",
      n_other: "2",
      n_zero: "0",
    };
    const code = `${opens} t("a"); t(\`band.\${of}\`); const SAID = { One: "b" }; t("n", { count });`;
    expect(unusedKeys({ home: words }, screen(code), bands)).toEqual([]);
  });

  test("a word is taken from beside a screen only where nothing else is opened there", () => {
    const beside = (file: string, code: string): readonly Source[] => [...screen(`${opens} t(said);`), { file, code }];
    const named = 'type Said = "a";';
    expect(unusedKeys({ home: { a: "x" } }, beside("src/ui/features/home/b.ts", named), bands)).toEqual([]);
    for (const elsewhere of [
      beside("src/ui/features/plan/b.ts", named),
      beside("src/ui/features/home/b.ts", `useTranslation("plan"); ${named}`),
    ])
      expect(unusedKeys({ home: { a: "x" } }, elsewhere, bands)).toEqual(["home: a"]);
  });

  test("a document's word that no page reaches", () => {
    const code = "words.title; telling.words.close[known]; words.view.by; words[`${of}None`]; said.gone;";
    const words = { title: "x", close: { primary: "y", old: "z" }, view: { by: "a" }, primaryNone: "b", gone: "c" };
    expect(unreachedKeys(words, [{ file: "src/report/a.ts", code }], bands)).toEqual(["close.old", "gone"]);
  });

  test("a word for one without a word for more, and the other way round", () => {
    expect(brokenPlurals({ a_one: "x", b: { c_other: "y" }, d_one: "1", d_other: "2", e_zero: "0" })).toEqual([
      "a_other",
      "b.c_one",
      "e_one",
      "e_other",
    ]);
  });
});
