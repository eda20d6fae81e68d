import { expect, test } from "vitest";
import { answerItem } from "#core/questionnaire/change-page";
import { filledBy } from "#core/questionnaire/filled";
import { printablePages } from "#core/questionnaire/printable";
import type { PageAnswer } from "#core/schema/page";
import type { Visit } from "#core/schema/visit";
import { changePage } from "#core/visit/change-pages";
import { idOf } from "../../../support/family";
import { pagesOf } from "../../../support/pages-questionnaire";
import { begin } from "../../../support/scenario";
import { valueOf } from "../../../support/value-of";

const { structure } = pagesOf("story-so-far");
const writer = idOf("practitioner");
const at = {
  structure,
  instrument: { id: structure.id, version: 1, language: "en-GB" },
  pageId: "losses",
  personId: writer,
};
const says = (visit: Visit, key: string, answer: PageAnswer): Visit =>
  changePage(visit, at, (page) => valueOf(answerItem(page, { structure, pageId: at.pageId, key }, answer)));
const words = (said: string): PageAnswer => ({ kind: "answered", value: { type: "words", words: said } });
const known: PageAnswer = { kind: "answered", value: { type: "choice", choice: "yes" } };
const isPrinted = (visit: Visit): boolean =>
  printablePages(structure, filledBy(structure, visit.profile.sections, writer, [])).includes(at.pageId);

const cleared = says(
  says(begin({ here: ["child"] }).kept(), "losses.what", words("Gran")),
  "losses.child-knows",
  known,
);

test("HAZ-24 what is written in a visit after the child was said to know it keeps the page back until it is said again", () => {
  expect(isPrinted(cleared)).toBe(true);
  const more = says(cleared, "losses.what", words("Gran, and why"));
  expect(isPrinted(more)).toBe(false);
  expect(isPrinted(says(more, "losses.child-knows", known))).toBe(true);
});

test("HAZ-24 who should not see a page is no change of what stands there", () => {
  const hidden = changePage(cleared, at, (page) => ({ ...page, hiddenFrom: [idOf("mum")] }));
  expect(isPrinted(hidden)).toBe(true);
});

test("the very same page back is the very same visit", () => {
  expect(changePage(cleared, at, (page) => page)).toBe(cleared);
});
