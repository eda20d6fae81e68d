import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fillIn } from "../../support/form";
import { askedIn, loadFaultsOf, longestSentence, pagesOf, textsOf } from "../../support/pages-questionnaire";

const aboutMe = pagesOf("about-me");
const { structure, wording } = aboutMe;
const asked = structure.pages.flatMap(({ items }) => askedIn(items));
const choicesIn = (item: (typeof asked)[number]) => ("choices" in item ? item.choices : []);
const textOf = (id: string): string => wording.items[id]?.text ?? "";

/** The one long sentence: it is a promise, and is said as it stands. */
const PROMISE =
  "If I think you or someone else is not safe, I have to tell someone who can help. I will try to tell you first.";

test("the child's page and its words load without a fault", () => {
  expect(loadFaultsOf("about-me")).toEqual([]);
});

test("it says of itself what its folder says, and that the child answers", () => {
  expect([structure.id, structure.version, structure.licence, wording.language]).toEqual([
    "about-me",
    1,
    "CC-BY-4.0",
    "en-GB",
  ]);
  expect(structure.use).toEqual({ answeredBy: "child", marker: "my-picture.chosen" });
});

test("the limit of privacy stands first, with the right to pass and to say who should not see it", () => {
  const [first] = structure.pages;
  expect(first?.items.every(({ kind }) => kind === "note")).toBe(true);
  const said = (first?.items ?? []).map(({ id }) => textOf(id));
  expect(said[0]).toBe(PROMISE);
  expect(said.join(" ")).toMatch(/You can pass on anything\..*You can say who should not see/);
});

test("second comes a picture to stand for the child, which means nothing else anywhere", () => {
  const [, second, ...others] = structure.pages;
  const [marker] = askedIn(second?.items ?? []);
  expect([marker?.id, marker?.kind]).toEqual([structure.use.marker, "choice"]);
  const chosen = marker === undefined ? [] : choicesIn(marker).map(({ picture = "" }) => picture);
  expect(chosen.length).toBeGreaterThanOrEqual(8);
  const elsewhere = others.flatMap(({ picture, items }) => [
    picture,
    ...askedIn(items).flatMap((item) => choicesIn(item).map((choice) => choice.picture)),
  ]);
  expect(chosen.filter((picture) => elsewhere.includes(picture))).toEqual([]);
});

test("what they love comes before anything that is hard, and what should be easier comes last", () => {
  const ids = structure.pages.map(({ id }) => id);
  expect(ids.slice(2, 4)).toEqual(["love", "good-at"]);
  expect(ids.at(-1)).toBe("easier");
});

test("each page has one picture of its own, and asks one thing at most", () => {
  const pictures = structure.pages.map(({ picture }) => picture);
  expect(pictures).not.toContain(undefined);
  expect(new Set(pictures).size).toBe(pictures.length);
  expect(structure.pages.filter(({ items }) => askedIn(items).length > 1)).toEqual([]);
  expect(structure.pages.filter(({ items }) => askedIn(items).length === 0).map(({ id }) => id)).toEqual([
    "before-we-start",
  ]);
  expect(structure.pages.length).toBeLessThanOrEqual(18);
});

test("everything can be answered by pointing, with a picture for each choice and none twice on a page", () => {
  for (const item of asked) {
    const pictures = choicesIn(item).map(({ picture }) => picture);
    expect(pictures.length, item.id).toBeGreaterThanOrEqual(8);
    expect(pictures, item.id).not.toContain(undefined);
    expect(new Set(pictures).size, item.id).toBe(pictures.length);
  }
});

test("everything but the picture that stands for the child takes the child's own words too", () => {
  const closed = asked.filter((item) => !(item.kind === "open-choice" || (item.kind === "choices" && item.open)));
  expect(closed.map(({ id }) => id)).toEqual([structure.use.marker]);
});

test("there are no points, no numbers, nothing that must be answered and nothing that appears by itself", () => {
  expect(asked.filter(({ kind }) => kind === "integer" || kind === "date")).toEqual([]);
  expect(asked.filter(({ required }) => required === true)).toEqual([]);
  expect(asked.filter(({ showWhen }) => showWhen !== undefined)).toEqual([]);
  expect(asked.flatMap(choicesIn).filter(({ points }) => points !== undefined)).toEqual([]);
  expect(textsOf(aboutMe).filter(([, text]) => /\d/.test(text))).toEqual([]);
});

test("no sentence has more than ten words but the promise", () => {
  const long = textsOf(aboutMe).filter(([, text]) => text !== PROMISE && longestSentence(text) > 10);
  expect(long).toEqual([]);
});

test("no text has a gender, a gap for a name, or a straight quotation mark", () => {
  expect(textsOf(aboutMe).filter(([, text]) => /\b(?:he|she|him|his|hers?|boys?|girls?)\b|[{}"]/i.test(text))).toEqual(
    [],
  );
});

test("a child who points at three pictures and passes on the rest has filled it in", () => {
  const child = fillIn({ as: "child", questionnaire: aboutMe });
  child.chooses("my-picture.chosen", "boat");
  child.choosesAll("love.what", ["animals", "music"]);
  child.choosesAll("talking.how", ["pointing"], "My eyes say yes");
  child.passes("tricky.what");
  expect(child.stillRequired()).toEqual([]);
  expect(child.counted()).toEqual(["my-picture.chosen", "love.what", "tricky.what", "talking.how"]);
  expect(child.prints()).toEqual(structure.pages.map(({ id }) => id));
});

test("every picture that a questionnaire names is taken from OpenMoji, and none is taken in vain", () => {
  const folder = new URL("../../../questionnaires/", import.meta.url);
  const named = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /v\d+[/\\]structure\.json$/.test(file))
    .flatMap((file) => [...readFileSync(new URL(file, folder), "utf8").matchAll(/"picture": "([^"]*)"/g)])
    .map(([, name = ""]) => name);
  const { pictures } = JSON.parse(readFileSync(new URL("pictures.json", folder), "utf8")) as {
    pictures: Record<string, string>;
  };
  expect([...new Set(named)].sort()).toEqual(Object.keys(pictures).sort());
  expect(Object.values(pictures).filter((codePoint) => !/^[0-9A-F]{4,5}(?:-[0-9A-F]{4,5})*$/.test(codePoint))).toEqual(
    [],
  );
  expect(new Set(Object.values(pictures)).size).toBe(Object.keys(pictures).length);
});
