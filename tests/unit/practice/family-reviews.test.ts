import { describe, expect, test } from "vitest";
import { isSchoolDay } from "#core/plan/review-day";
import { finishReview } from "#core/review/finish-review";
import { reviewFor } from "#core/review/review-for";
import { HELPED, RIGHT_PERSON, TRIED, WHAT_NEXT } from "#core/schema/review";
import { HOW_CLOSE } from "#core/schema/plan";
import area from "../../../practice/area.json";
import { dayInEngland, hourInEngland, practiceRecords, practiceVisits } from "../../support/practice-families";
import { valueOf } from "../../support/value-of";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

const reviews = practiceVisits.flatMap((visit) =>
  visit.reviews.map((review) => [`${visit.file}, ${dayInEngland(review.madeAtMs)}`, visit, review] as const),
);

/** A review as everybody on the record may see it, and what is hidden from some of them. */
const seenIn = ([, { people, plan, family }, { body }]: (typeof reviews)[number]) =>
  reviewFor([family.recordedBy], body.sections, plan.sections, people);

describe.each(reviews)("%s", (_, visit, { madeAtMs, body }) => {
  const { profileId, planId, plan, people } = visit;
  const { frame, ...sections } = body.sections;

  test("is what finishing makes of it", () => {
    expect(valueOf(finishReview({ profileId, planId, frame, sections, plan: plan.sections }))).toEqual(body);
    expect(frame.finishedAtMs).toBe(madeAtMs);
    expect(frame.practice).toBe(true);
  });

  test("was on the school day that the plan set, eight to sixteen weeks after it, in the daytime", () => {
    const day = dayInEngland(frame.startedAtMs);
    expect(day).toBe(plan.sections["review-offer"]?.reviewOn);
    expect(isSchoolDay(day, area.schoolClosures)).toBe(true);
    const weeks = (frame.startedAtMs - visit.madeAtMs) / WEEK_MS;
    expect(weeks).toBeGreaterThan(8);
    expect(weeks).toBeLessThan(16);
    for (const atMs of [frame.startedAtMs, frame.finishedAtMs]) {
      expect(hourInEngland(atMs)).toBeGreaterThanOrEqual(9);
      expect(hourInEngland(atMs)).toBeLessThan(18);
    }
  });

  test("speaks of each action of the plan, and in nobody's words who was not there", () => {
    const seen = reviewFor([], body.sections, plan.sections, people);
    expect(seen.actions.length).toBe(Object.keys(plan.sections).filter((id) => id.startsWith("action/")).length);
    const spoke = [...seen.actions.flatMap(({ helped }) => helped), ...seen.goal, ...seen.rightPerson];
    expect(spoke.filter(({ personId }) => !frame.presentIds.includes(personId))).toEqual([]);
    expect(frame.presentIds).toContain(frame.ledBy);
  });
});

describe("among the reviews there is", () => {
  const seen = reviews.map(seenIn);
  const actions = seen.flatMap((each) => each.actions);
  const said: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
    "each answer to whether it was tried": [TRIED, actions.map(({ tried }) => tried)],
    "each answer to whether it helped": [
      HELPED,
      actions.flatMap(({ helped }) => helped.map((each) => each.said.helped)),
    ],
    "each way to go on": [WHAT_NEXT, actions.map(({ next }) => next)],
    "a goal at most distances": [
      HOW_CLOSE.slice(1),
      seen.flatMap(({ goal }) => goal.map((each) => each.said.howClose)),
    ],
    "somebody who is still the right one, and somebody to talk about": [
      RIGHT_PERSON.filter((each) => each !== "no"),
      seen.flatMap(({ rightPerson }) => rightPerson.map((each) => each.said.answer)),
    ],
  };
  test.each(Object.entries(said))("%s", (_, [all, found]) => {
    expect(found).toEqual(expect.arrayContaining([...all]));
  });

  test("one thing that two people say differently, and one that is hidden from somebody", () => {
    const differ = actions.some(({ helped }) => new Set(helped.map((each) => each.said.helped)).size > 1);
    expect(differ).toBe(true);
    const hidden = reviews.some(([, , { body }]) => /"hiddenFrom":\["/.test(JSON.stringify(body)));
    expect(hidden).toBe(true);
  });

  test("one after each of three profiles", () => {
    const { visits } = practiceRecords.find((each) => each.visits.length >= 3) ?? expect.fail("nobody has three");
    expect(visits.map((visit) => visit.reviews.length)).toEqual(visits.map(() => 1));
  });
});
