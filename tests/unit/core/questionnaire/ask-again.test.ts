import { describe, expect, test } from "vitest";
import { askAgain } from "#core/questionnaire/ask-again";
import { PageSection } from "#core/schema/page";
import type { QuestionnairePage } from "#core/schema/questionnaire";
import { pagesOf } from "../../../support/pages-questionnaire";

const page = (id: string): QuestionnairePage => {
  const found = pagesOf("story-so-far").structure.pages.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no page ${id}`);
  return found;
};
const section = (answers: object, added: object = {}): PageSection =>
  PageSection.parse({ instrument: { id: "story-so-far", version: 1, language: "en-GB" }, answers, added });
const words = (says: string) => ({ kind: "answered", value: { type: "words", words: says } });
const chose = (choice: string) => ({ kind: "answered", value: { type: "choice", choice } });
const yes = { kind: "answered", value: { type: "boolean", value: true } };

describe("HAZ-24 what is written after the child was said to know it keeps the page back", () => {
  test.each<[why: string, id: string, before: object, after: object]>([
    ["words that were added to", "losses", { "losses.what": words("Gran") }, { "losses.what": words("Gran, and why") }],
    ["a first answer", "losses", {}, { "losses.what": words("Gran") }],
    ["an answer that was taken away", "losses", { "losses.what": words("Gran") }, {}],
    ["words in a round", "homes", {}, { "home.who@019ac000-0000-7000-8000-000000000001": words("Nan") }],
  ])("%s", (_, id, before, after) => {
    const known = { [`${id}.child-knows`]: chose("yes") };
    const [one, two] = [section({ ...before, ...known }), section({ ...after, ...known })];
    expect(askAgain(page(id), one, two).answers).toEqual(after);
  });

  test("a home that was added", () => {
    const known = { "homes.child-knows": chose("yes") };
    const after = section(known, { home: ["019ac000-0000-7000-8000-000000000001"] });
    expect(askAgain(page("homes"), section(known), after)).toEqual({ ...after, answers: {} });
  });

  test("both answers are asked for again where a page waits for two", () => {
    const said = { "birth-family.child-knows": chose("yes"), "birth-family.on-paper": yes };
    const wish = { "birth-family.wishes": words("A card") };
    expect(askAgain(page("birth-family"), section(said), section({ ...said, ...wish })).answers).toEqual(wish);
  });
});

test("HAZ-02 words are never taken back, also where the page waits for them to be gone", () => {
  const before = { "not-yet.what": words("Why"), "not-yet.child-knows": chose("some") };
  const after = { ...before, "not-yet.telling": words("Mum") };
  expect(askAgain(page("not-yet"), section(before), section(after)).answers).toEqual({
    "not-yet.what": words("Why"),
    "not-yet.telling": words("Mum"),
  });
});

test("saying that the child knows, or that they do not, changes nothing else", () => {
  const before = section({ "losses.what": words("Gran") });
  const after = section({ "losses.what": words("Gran"), "losses.child-knows": chose("yes") });
  expect(askAgain(page("losses"), before, after)).toBe(after);
  const both = section({ "birth-family.child-knows": chose("yes"), "birth-family.on-paper": yes });
  expect(askAgain(page("birth-family"), section({ "birth-family.child-knows": chose("yes") }), both)).toBe(both);
});

test("a page that is printed anyway is left alone", () => {
  const after = section({ "soothes.what": words("Rain") });
  const { printedIf: _, ...open } = page("soothes");
  expect(askAgain(open, section({}), after)).toBe(after);
});
