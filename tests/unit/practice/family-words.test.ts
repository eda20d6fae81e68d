import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { actionsOf, notAvailableOf } from "#core/plan/actions";
import { understood } from "#core/questionnaire/filled";
import { isUnderstoodBy } from "#core/schema/mark";
import type { PageSection, PageSections } from "#core/schema/page";
import type { ReviewSections } from "#core/schema/review";
import { ageInYears } from "#core/schema/plain-date";
import { type Picture, pictureFor } from "#core/scoring/picture";
import type { Voice } from "#core/schema/profile";
import { amendmentsOf } from "#core/visit/amendments";
import { familyDocument } from "#report/family/family-document";
import { createFontShelf } from "#report/pdf/font-shelf";
import { makePdf } from "#report/pdf/make-pdf";
import { documentLanguage } from "#report/words/report-words";
import area from "../../../practice/area.json";
import { fontsOnDisk } from "../../support/made-up-copy";
import { ndProfile } from "../../support/nd-profile";
import {
  dayInEngland,
  practiceRecords,
  type PracticeRecords,
  type PracticeVisit,
  practiceVisits,
} from "../../support/practice-families";
import { valueOf } from "../../support/value-of";
import { neverWordsIn } from "../../support/words-we-never-use";

const visits = practiceVisits.map((visit) => [`${visit.file}, ${dayInEngland(visit.madeAtMs)}`, visit] as const);

const pictureOf = ({ caseBody, profile }: PracticeRecords & PracticeVisit, before?: PracticeVisit): Picture => {
  const { childId, bornOn } = caseBody.sections.child;
  return pictureFor([childId], profile.sections, {
    strandIds: ndProfile.structure.strands.map(({ id }) => id),
    youngPersonId: childId,
    ageYears: ageInYears(bornOn, dayInEngland(profile.sections.frame.startedAtMs)),
    ...(before === undefined ? {} : { before: before.profile.sections }),
  });
};
const voicesIn = ({ profile }: PracticeVisit): readonly Voice[] =>
  Object.entries(profile.sections).flatMap(([id, section]) => (id.startsWith("voice/") ? [section as Voice] : []));

/** Every word that somebody said or wrote, and every line about the family. */
const textsOf = ({ family, profile, plan, people, reviews }: PracticeRecords & PracticeVisit): readonly string[] => {
  const { agreement, here, finish } = profile.sections;
  const loves = people.flatMap(({ id }) => {
    const said = profile.sections[`loves/${id}`];
    return said === undefined ? [] : [said.loves, said.easier];
  });
  return [
    ...[family.about, here?.languageToday ?? "", agreement?.words ?? "", agreement?.childWish ?? "", ...loves],
    ...voicesIn({ profile } as PracticeVisit).flatMap((v) => [v.goesWell, v.harder, v.helps, v.takesOut]),
    ...actionsOf(plan.sections).flatMap(({ content }) => [
      ...(content.idea === undefined ? [content.what] : []), // a strategy's own words are checked where they stand
      ...[content.howWeKnow, content.childThinks],
    ]),
    ...[plan.sections.goal?.words ?? "", plan.sections.goal?.howCloseWords ?? ""],
    ...amendmentsOf(profile.sections).flatMap(({ content }) => [content?.what ?? "", content?.why ?? ""]),
    ...(here === undefined || here.interpreter.kind !== "relative-insisted" ? [] : [here.interpreter.reason]),
    ...pageWordsIn(profile.sections),
    ...reviews.flatMap(({ body }) => wordsIn(body.sections)),
    ...notAvailableOf(plan.sections).map(({ content }) => content.what),
    ...(finish?.outcome.kind === "seen-differently" ? finish.outcome.views.flatMap((v) => [v.where, v.words]) : []),
  ].filter((text) => text !== "");
};

/** What somebody wrote on a page of another questionnaire, in their own words. */
const pageWordsIn = (sections: PageSections): readonly string[] =>
  Object.entries(sections)
    .filter((entry): entry is [string, PageSection] => entry[0].startsWith("page/"))
    .flatMap(([, { answers }]) => Object.values(answers))
    .flatMap((kept) => {
      const answer = understood(kept);
      if (answer?.kind !== "answered") return [];
      if (answer.value.type === "words") return [answer.value.words];
      return answer.value.type === "choices" ? [answer.value.ownWords] : [];
    });

/** Everything that is called words, or words of what is next, in a review. */
const wordsIn = (sections: ReviewSections): readonly string[] =>
  Object.values(sections)
    .flatMap((section) => Object.entries(section as object))
    .flatMap(([field, said]) => (/words$/i.test(field) && typeof said === "string" ? [said] : []));

describe.each(visits)("%s", (_, visit) => {
  const { profile, plan, people, caseBody, family } = visit;

  test("says nothing in words that we never use", () => {
    expect(textsOf(visit).flatMap(neverWordsIn)).toEqual([]);
  });

  test("is said in short sentences", () => {
    const sentences = textsOf(visit).flatMap((text) => text.split(/(?<=[.!?:])\s+/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 15)).toEqual([]);
  });

  test("begins with what the child loves, and pins a strength that the child can read", () => {
    const { childId } = caseBody.sections.child;
    expect(profile.sections[`loves/${childId}`]).toMatchObject({ loves: expect.stringMatching(/\S/) as string });
    expect(pictureOf(visit).strengths.length).toBeGreaterThan(0);
  });

  test("plans something for what was chosen first, and asks what the child thinks of each", () => {
    const first = plan.sections["work-on-first"]?.strandIds ?? [];
    const actions = actionsOf(plan.sections).map(({ content }) => content);
    expect(first.length).toBeGreaterThan(0);
    expect(first.filter((strandId) => !actions.some((action) => action.strandId === strandId))).toEqual([]);
    for (const { childThinks, howWeKnow, whoId, setting } of actions)
      expect([childThinks, howWeKnow, whoId, setting]).not.toContain("");
  });

  test("can be printed whole for everyone in the family, with every sign of it", async () => {
    const [madeBy] = people.filter(({ id }) => id === family.recordedBy);
    if (madeBy === undefined) return expect.fail("nobody recorded it");
    for (const { id } of people.filter(({ kind, role }) => kind === "child" || role === "mum")) {
      const document = valueOf(
        familyDocument({
          ...{ profile, plan, caseBody, instrument: ndProfile, forPersonId: id, madeBy, area, practice: true },
          ...{ madeAtMs: visit.madeAtMs, dayOf: dayInEngland, language: valueOf(documentLanguage("en-GB")) },
        }),
      );
      expect(document.running.practice).toContain("made-up");
      expect((await makePdf(document, createFontShelf(fontsOnDisk))).missing).toEqual([]);
    }
  });
});

test("the page about them is written in the same words", () => {
  const page = readFileSync(new URL("../../../practice/README.md", import.meta.url), "utf8");
  expect(neverWordsIn(page)).toEqual([]);
  expect(practiceRecords.filter(({ file }) => !page.includes(`\`${file.replace(".json", "")}\``))).toEqual([]);
});

describe("among them there is", () => {
  const marks = practiceVisits.flatMap((visit) => voicesIn(visit).map(({ mark }) => mark));
  const placed = marks.flatMap((mark) => (mark.kind === "placed" ? [mark] : []));
  const ways = new Set(placed.map(({ how }) => how.kind));

  test("a family for each of five visits and more, with children of several ages", () => {
    expect(practiceRecords.filter((records) => records.visits.length > 0).length).toBeGreaterThanOrEqual(5);
    const years = practiceRecords.map(({ caseBody }) => caseBody.sections.child.bornOn.slice(0, 4));
    expect(new Set(years).size).toBeGreaterThanOrEqual(4);
  });

  test("a child with an earlier picture, whose marks can be compared, and one that cannot", () => {
    const again = practiceRecords.find((records) => records.visits.length > 1) ?? expect.fail("nobody was seen twice");
    const [first, second] = again.visits;
    const ghosts = pictureOf({ ...again, ...second! }, first).rows.flatMap((row) => row.ghosts);
    const compared = ghosts.map(({ comparison }) =>
      comparison.kind === "comparable" ? comparison.now : comparison.why,
    );
    for (const each of ["about-the-same", "was-further-left", "was-further-right", "other-person"])
      expect(compared).toContain(each);
  });

  test("a line that is seen differently, and one where a mark was agreed", () => {
    const rows = practiceVisits.flatMap((visit) => pictureOf(visit).rows);
    expect(rows.some((row) => row.seenDifferently)).toBe(true);
    expect(rows.some((row) => row.agreed !== undefined)).toBe(true);
    expect(practiceVisits.some((visit) => pictureOf(visit).looksDifferent.length > 0)).toBe(true);
  });

  test("a child who passes, one who marks by sign or device and from pictures, one understood by another", () => {
    expect(marks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["passed", "too-early"]));
    expect([...ways]).toEqual(expect.arrayContaining(["aac-or-sign", "from-pictures", "helped-to-move", "from-paper"]));
    expect(placed.some(({ how }) => isUnderstoodBy(how))).toBe(true);
  });

  test("each way to finish, both views of a school, a name from right to left, and a name that is long", () => {
    const outcomes = practiceVisits.map(({ profile }) => profile.sections.finish?.outcome.kind);
    expect(new Set(outcomes)).toEqual(new Set(["for-today", "right-for-today", "seen-differently"]));
    const roles = practiceRecords.map(({ people }) => people.map(({ role }) => role));
    expect(roles.some((each) => each.includes("class-teacher") && each.includes("senco"))).toBe(true);
    const names = practiceRecords.flatMap(({ people }) => people.map(({ name }) => name));
    expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true);
    expect(names.some((name) => name.length > 30)).toBe(true);
  });

  test("something hidden from a parent, and something hidden from a practitioner who sees the rest", () => {
    const hidden = practiceVisits.flatMap(({ profile, people }) =>
      voicesIn({ profile } as PracticeVisit).flatMap(({ hiddenFrom }) =>
        people.filter(({ id }) => hiddenFrom.includes(id)),
      ),
    );
    expect(hidden.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["family", "practitioner"]));
  });

  test("a child whom one practitioner sees, and one whom two see, for each of them", () => {
    const seers = practiceRecords.map(({ family }) => [family.recordedBy, ...family.alsoSeenBy]);
    expect(seers.filter((each) => each.length === 1).length).toBeGreaterThan(0);
    for (const id of new Set(seers.flat())) {
      expect(seers.filter((each) => each.includes(id)).length).toBeGreaterThanOrEqual(2);
      expect(seers.filter((each) => !each.includes(id)).length).toBeGreaterThanOrEqual(2);
    }
  });
});
