import { expect, test } from "vitest";
import { ownQuestionnaires, wordsFor } from "#core/questionnaire/own-questionnaires";
import { OwnQuestionnaireFiles } from "#core/schema/wire";
import structure from "../../../../practice/questionnaires/getting-about/v1/structure.json";
import words from "../../../../practice/questionnaires/getting-about/v1/en-GB.json";

const good = {
  "getting-about/v1/structure.json": structure,
  "getting-about/v1/en-GB.json": words,
};
const shipped = new Set(["about-me"]);

test("a structure with its words becomes a questionnaire, word for word", () => {
  expect(ownQuestionnaires(good, shipped)).toEqual({
    questionnaires: [{ id: "getting-about", version: 1, files: { structure, words: { "en-GB": words } } }],
    faults: [],
  });
});

const V = "getting-about/v1";
test.each<[string, Readonly<Record<string, unknown>>, string, string, RegExp]>([
  ["no words", { [`${V}/structure.json`]: structure }, `${V}/structure.json`, "", /no words beside it/],
  ["no structure", { [`${V}/en-GB.json`]: words }, `${V}/structure.json`, "", /no such file/],
  [
    "another folder",
    { "x/v1/structure.json": structure, "x/v1/en-GB.json": words },
    "x/v1/structure.json",
    "id",
    /"x"/,
  ],
  [
    "another version",
    { "getting-about/v2/structure.json": structure, "getting-about/v2/en-GB.json": words },
    "getting-about/v2/structure.json",
    "version",
    /"v2"/,
  ],
  [
    "a name that is taken",
    { "about-me/v1/structure.json": { ...structure, id: "about-me" }, "about-me/v1/en-GB.json": words },
    "about-me/v1/structure.json",
    "id",
    /comes with Strandline/,
  ],
  [
    "words that are missing",
    {
      [`${V}/structure.json`]: structure,
      [`${V}/en-GB.json`]: { ...words, items: { ...words.items, ways: undefined } },
    },
    `${V}/en-GB.json`,
    "items/ways",
    /./,
  ],
  [
    "words in a file that names no language",
    { ...good, [`${V}/English.json`]: words },
    `${V}/English.json`,
    "",
    /name it by its language/,
  ],
  [
    "words of one language in the file of another",
    { ...good, [`${V}/cy.json`]: words },
    `${V}/cy.json`,
    "language",
    /"en-GB" stands in the file "cy"/,
  ],
  ["a path in a name", { "../v1/structure.json": structure }, "../v1/structure.json", "", /use a path/],
])("%s is left out, with its file, place and reason, and the rest is used", (_, bad, file, path, reason) => {
  const name = "other/v1";
  const other = { [`${name}/structure.json`]: { ...structure, id: "other" }, [`${name}/en-GB.json`]: words };
  const read = ownQuestionnaires({ ...bad, ...other }, shipped);
  expect(read.questionnaires.map(({ id }) => id)).toEqual(["other"]);
  expect(read.faults).toContainEqual({ file, path, reason: expect.stringMatching(reason) as unknown });
});

test("what is used has only names that a device takes", () => {
  const names = ["en-GB", "cy", "English", "constructor", "EN", "a", "toString"];
  for (const name of names) {
    const files = { [`${V}/structure.json`]: structure, [`${V}/${name}.json`]: { ...words, language: name } };
    for (const { files: given } of ownQuestionnaires(files, shipped).questionnaires) {
      expect(OwnQuestionnaireFiles.safeParse(given).success, name).toBe(true);
    }
  }
});

test("a fault of the structure is said once, however many languages there are", () => {
  const broken = { ...structure, pages: [] };
  const french = { ...words, language: "fr" };
  const files = { [`${V}/structure.json`]: broken, [`${V}/en-GB.json`]: words, [`${V}/fr.json`]: french };
  const atPages = ownQuestionnaires(files, shipped).faults.filter(({ path }) => path === "pages");
  expect(atPages).toHaveLength(1);
});

test.each([
  [["cy", "en", "en-GB"], "en-GB"],
  [["cy", "en-US"], "en-US"],
  [["de", "cy"], "cy"],
])("of words in %j those in %s are shown", (languages, expected) => {
  const inEach = Object.fromEntries(languages.map((language) => [language, { language }]));
  expect(wordsFor({ words: inEach }, "en-GB")).toEqual({ language: expected, content: { language: expected } });
});
