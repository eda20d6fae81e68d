import { describe, expect, test } from "vitest";
import { canBeCopiedTo, withCopiedFrom } from "#core/paper/copied-answers";
import { pageCode, type PrintedPage } from "#core/paper/page-code";
import { pageForAnswers } from "#core/paper/page-for-answers";
import { PageSection } from "#core/schema/page";
import type { FromPaper } from "#core/schema/paper";
import { madeUpAboutMe } from "../../../support/made-up-pages";
import { uuid } from "../../../support/uuid";

const paper: FromPaper = { by: uuid(1), atMs: 1, code: "K7QF-PRA-NDX" };
const empty = PageSection.parse({ instrument: { id: "about-me", version: 1, language: "en-GB" } });
const saying = (page: PageSection, words: string): PageSection => ({
  ...page,
  answers: { ...page.answers, best: { kind: "answered", value: { words } } },
});
const copied = withCopiedFrom(empty, saying(empty, "Lunch"), paper);

describe("HAZ-20 a page of answers that is copied from paper", () => {
  test("keeps who copied it, when and from which page", () => {
    expect(copied.paper).toEqual(paper);
  });

  test("and is then changed on the screen is the screen's, and names no page", () => {
    expect(withCopiedFrom(copied, saying(copied, "Home time"))).not.toHaveProperty("paper");
  });

  test("stays copied when only who should not see it is changed", () => {
    expect(withCopiedFrom(copied, { ...copied, hiddenFrom: [uuid(2)] }).paper).toEqual(paper);
  });

  test("is never one that was answered on the screen before", () => {
    const onScreen = saying(empty, "Lunch");
    expect(canBeCopiedTo(onScreen)).toBe(false);
    expect(withCopiedFrom(onScreen, saying(onScreen, "Home time"), paper)).not.toHaveProperty("paper");
    expect([empty, copied].map(canBeCopiedTo)).toEqual([true, true]);
  });

  test("names no page once nothing is said on it", () => {
    expect(withCopiedFrom(copied, { ...copied, answers: {} }, paper)).not.toHaveProperty("paper");
  });
});

describe("HAZ-01 HAZ-20 the code of a page of a questionnaire", () => {
  const questionnaire = madeUpAboutMe.structure;
  const pageIds = questionnaire.pages.map(({ id }) => id);
  const expected = { caseId: uuid(3), questionnaire, pageIds, pageId: "my-day" };
  const codeOf = (change: Partial<PrintedPage> = {}): string =>
    pageCode({ caseId: uuid(3), questionnaire, band: "primary", part: "page", number: 3, ...change });
  const read = (change: Partial<PrintedPage>) => pageForAnswers(codeOf(change), expected);

  test("is taken by its own page, whatever age the set was printed for", () => {
    expect(read({})).toEqual({ ok: true, value: codeOf() });
    expect(read({ band: "secondary" })).toMatchObject({ ok: true });
  });

  test("is not taken by another record, questionnaire, version or page, nor with a slip", () => {
    const slip = codeOf().replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    expect(pageForAnswers(slip, expected)).toMatchObject({ error: { type: "CodeSlip" } });
    expect(read({ caseId: uuid(4) })).toMatchObject({ error: { type: "AnotherChild" } });
    expect(read({ questionnaire: { id: "moving-on", version: 1 } })).toMatchObject({ error: { type: "OtherPages" } });
    for (const part of ["cover", "line", "child-line", "plan"] as const) {
      expect(read({ part, questionnaire: { id: "nd-profile", version: 2 } })).toMatchObject({
        error: { type: "OtherPages" },
      });
    }
    expect(read({ questionnaire: { id: "about-me", version: 2 } })).toMatchObject({
      error: { type: "AnotherVersion" },
    });
    expect(read({ number: 2 })).toMatchObject({ error: { type: "AnotherPage", pageId: "my-picture-page" } });
    expect(read({ number: 9 })).toMatchObject({ error: { type: "OtherPages" } });
  });
});
