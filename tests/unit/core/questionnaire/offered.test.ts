import { describe, expect, test } from "vitest";
import { schoolYearOn } from "#core/flow/age-band";
import { filledBy } from "#core/questionnaire/filled";
import { leftForLater, nextPage, pageToOpen } from "#core/questionnaire/next-page";
import { type OfferedAround, offeredNow, withoutClosedPages } from "#core/questionnaire/offered";
import { shownPage, type ShownItem } from "#core/questionnaire/shown-page";
import { hide, withoutNeverShared } from "#core/scoring/hide";
import { PageSection, type PageSections } from "#core/schema/page";
import type { ProfileSections } from "#core/schema/profile";
import { peopleOf } from "#core/schema/case";
import { forWriterAlone } from "#core/visit/change-pages";
import { familyOf, idOf } from "../../../support/family";
import { madeUpAboutMe, madeUpPages, madeUpWorthKnowing } from "../../../support/made-up-pages";
import { uuid } from "../../../support/uuid";

const around: OfferedAround = {
  screen: "shared",
  bornOn: "2018-03-31",
  today: "2026-11-23",
  isFirstVisit: false,
  training: [],
  relativeInterprets: false,
};
const named = (change: Partial<OfferedAround>) =>
  offeredNow(madeUpPages, { ...around, ...change }).map(
    ({ questionnaire, whyNot }) => `${questionnaire.structure.id}${whyNot === undefined ? "" : `: ${whyNot}`}`,
  );

describe("what a visit offers besides the lines", () => {
  test("waits for the school year that it is for", () => {
    expect(named({})).toEqual(["worth-knowing", "about-me", "moving-on: too-young"]);
    expect(named({ bornOn: "2013-08-31" })).toContain("moving-on");
    expect(named({ bornOn: "2013-09-01" })).toContain("moving-on: too-young");
    expect(schoolYearOn("2013-08-31", "2026-08-31")).toBe(8);
    expect(schoolYearOn("2013-08-31", "2026-09-01")).toBe(9);
    expect(schoolYearOn("2022-08-31", "2026-09-01")).toBe(0);
  });

  test("the story so far is named on the practitioner's own screen alone, with the mark, and not in a first visit", () => {
    const training = ["story-so-far"];
    expect(named({ training })).not.toContain("story-so-far");
    expect(named({ screen: "own" })).toEqual([]);
    expect(named({ screen: "own", training })).toEqual(["story-so-far"]);
    expect(named({ screen: "own", training, isFirstVisit: true })).toEqual(["story-so-far: not-first-visit"]);
  });

  test("HAZ-19 a relative who interprets closes the pages on safety, and nothing that was said there counts", () => {
    const [worthKnowing] = offeredNow(madeUpPages, { ...around, relativeInterprets: true });
    expect(worthKnowing?.closedPageIds).toEqual(["safe"]);
    const open = withoutClosedPages(madeUpWorthKnowing.structure, { relativeInterprets: true });
    expect(open.pages.map(({ id }) => id)).toEqual(["nights", "days"]);
    expect(withoutClosedPages(madeUpWorthKnowing.structure, around)).toBe(madeUpWorthKnowing.structure);
    const onlySafe = { ...madeUpWorthKnowing.structure, pages: madeUpWorthKnowing.structure.pages.slice(2) };
    const closed = offeredNow([{ structure: onlySafe }], { ...around, relativeInterprets: true });
    expect(closed[0]?.whyNot).toBe("relative-interprets");
  });
});

const instrument = { id: "worth-knowing", version: 1, language: "en-GB" };
const filled = (pages: Readonly<Record<string, object>>, structure = madeUpWorthKnowing.structure) => {
  const sections = Object.fromEntries(
    Object.entries(pages).map(([pageId, page]) => [
      `page/${structure.id}/${pageId}/${idOf("mum")}`,
      PageSection.parse({ instrument, ...page }),
    ]),
  ) as PageSections;
  return filledBy(structure, sections, idOf("mum"), peopleOf(familyOf()));
};
const { structure } = madeUpWorthKnowing;
const answered = { kind: "passed" };

describe("from page to page", () => {
  test("the way on passes what has its answer or was left for later, and never leads back", () => {
    expect(nextPage(structure, filled({}), "nights")).toBe("days");
    expect(nextPage(structure, filled({ safe: { answers: { worried: answered } } }), "days")).toBeUndefined();
    expect(nextPage(structure, filled({}), "safe")).toBeUndefined();
  });

  test("a page that is only read is on the way, and it is where the child begins", () => {
    const child = filled({}, madeUpAboutMe.structure);
    expect(pageToOpen(madeUpAboutMe.structure, child)).toBe("before-we-start");
    expect(nextPage(madeUpAboutMe.structure, child, "before-we-start")).toBe("my-picture-page");
    const [first, ...rest] = madeUpAboutMe.structure.pages;
    const readLater = { ...madeUpAboutMe.structure, pages: [rest[0]!, first!, rest[1]!] };
    expect(nextPage(readLater, child, "my-picture-page")).toBe("before-we-start");
  });

  test("who comes back carries on where something waits, and only what was left for later is named", () => {
    const begun = filled({ nights: { answers: { sleeps: answered, wakes: answered } } });
    expect(pageToOpen(structure, begun)).toBe("days");
    const later = filled({ nights: { answers: { wakes: answered }, skipped: ["sleeps", "wakes"] } });
    expect(leftForLater(structure, later).map(({ key }) => key)).toEqual(["sleeps"]);
  });
});

test("a group that is added to is there before anything was added, and says when it is full", () => {
  const clubs = (added: readonly string[]) =>
    shownPage(structure, filled({ days: { added: { club: added } } }), "days").find(
      (shown): shown is Extract<ShownItem, { kind: "group" }> => shown.key === "club" && shown.kind === "group",
    );
  expect(clubs([])).toMatchObject({ rounds: [], canAdd: true });
  expect(clubs([uuid(1)])).toMatchObject({ rounds: [{ instance: { id: uuid(1) } }], canAdd: true });
  expect(clubs([uuid(1), uuid(2)])).toMatchObject({ canAdd: false });
});

test("HAZ-07 what is never shared is read by its writer alone, also by nobody who comes to the record later", () => {
  const people = peopleOf(familyOf());
  const page = forWriterAlone(PageSection.parse({ instrument }), people, idOf("practitioner"));
  const id = `page/story-so-far/moves/${idOf("practitioner")}`;
  const sections = { frame: {}, [id]: page } as unknown as ProfileSections;
  const sees = (...readers: readonly string[]) => Object.keys(hide(readers, sections)).includes(id);
  expect(sees(idOf("practitioner"))).toBe(true);
  const cameLater = uuid(0x999);
  for (const readers of [[], [cameLater], [idOf("mum")], [idOf("practitioner"), cameLater]])
    expect(sees(...readers)).toBe(false);
  expect(Object.keys(withoutNeverShared(sections))).toEqual(["frame"]);
});
