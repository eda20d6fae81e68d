import { expect, test } from "vitest";
import { filledBy } from "#core/questionnaire/filled";
import { printablePages } from "#core/questionnaire/printable";
import { moveAnswers } from "#core/questionnaire/versions/move-answers";
import { PageSection, type PageSections } from "#core/schema/page";
import type { Questionnaire } from "#core/schema/questionnaire";
import { idOf } from "../../../support/family";
import { pagesOf } from "../../../support/pages-questionnaire";
import { valueOf } from "../../../support/value-of";

const old = pagesOf("story-so-far");
const writer = idOf("practitioner");
const pageId = (page: string) => `page/story-so-far/${page}/${writer}` as const;
const words = (said: string) => ({ kind: "answered", value: { type: "words", words: said } });
const known = { "losses.child-knows": { kind: "answered", value: { type: "choice", choice: "yes" } } };
const page = (answers: object) =>
  PageSection.parse({
    instrument: { id: old.structure.id, version: 1, language: "en-GB" },
    neverShared: true,
    answers,
  });
const written: PageSections = {
  [pageId("not-yet")]: page({ "not-yet.what": words("Zephyrine") }),
  [pageId("losses")]: page({ "losses.what": words("Gran"), ...known }),
};
const next = (pages = old.structure.pages, wording = old.wording): Questionnaire => ({
  structure: { ...old.structure, version: 2, pages },
  wording,
});
const [secret] = old.structure.pages.flatMap(({ items }) => items.filter(({ id }) => id === "not-yet.what"));
if (secret === undefined) throw new Error("the story so far has no such question any more");
const elsewhere = next(
  old.structure.pages.map((each) => ({
    ...each,
    items: [...(each.id === "losses" ? [secret] : []), ...each.items.filter((item) => item !== secret)],
  })),
);
const asked = { ...old.wording.items["losses.what"], text: "Who has died?" };
const reworded = next(undefined, { ...old.wording, items: { ...old.wording.items, "losses.what": asked } });

const move = (to: Questionnaire) => valueOf(moveAnswers(written, old, to));
const printed = ({ structure }: Questionnaire, sections: PageSections) =>
  printablePages(structure, filledBy(structure, sections, writer, []));

test.each([
  ["what came to the page from another", elsewhere],
  ["a question on it that has other words now", reworded],
])("HAZ-24 a yes to printing is not taken with %s, and is kept with what it answered", (_, to) => {
  const { after, withoutPlace } = move(to);
  expect(printed(old, written)).toContain("losses");
  expect(printed(to, after)).not.toContain("losses");
  expect(withoutPlace).toEqual([{ sectionId: pageId("losses"), key: "losses.child-knows" }]);
  const kept = after[pageId("losses")]?.earlier.filter(({ key }) => key === "losses.child-knows");
  expect(kept?.map(({ answer }) => answer)).toEqual([known["losses.child-knows"]]);
});

test("a page on which all is as it was stays cleared", () => {
  expect(printed(next(), move(next()).after)).toContain("losses");
});
