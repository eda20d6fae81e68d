import { readdirSync, readFileSync } from "node:fs";
import { type CaseBody, peopleOf } from "#core/schema/case";
import type { Person } from "#core/schema/person";
import type { PlanBody } from "#core/schema/plan";
import type { ProfileBody } from "#core/schema/profile";
import type { ReviewBody } from "#core/schema/review";
import { type PracticeFamily, type PracticeRecord, readPracticeFamilies } from "#server/practice/practice-family";
import { valueOf } from "./value-of";

const folder = new URL("../../practice/families/", import.meta.url);

/** The made-up families as they lie in their files, by name. */
export const practiceFiles: Readonly<Record<string, unknown>> = Object.fromEntries(
  readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), "utf8")) as unknown]),
);

/** Read as the server reads them. */
export const practiceFamilies: readonly PracticeFamily[] = valueOf(readPracticeFamilies(practiceFiles));

/** One conversation with a family: what is delivered of it, and how it lies in the record. */
export interface PracticeVisit {
  readonly profileId: string;
  readonly planId: string;
  readonly madeAtMs: number;
  readonly profile: ProfileBody;
  readonly plan: PlanBody;
  readonly reviews: readonly PracticeReview[];
}

/** One time that people looked at a plan again. */
export interface PracticeReview {
  readonly madeAtMs: number;
  readonly body: ReviewBody;
}

export interface PracticeRecords {
  readonly file: string;
  readonly family: PracticeFamily;
  readonly caseBody: CaseBody;
  readonly people: readonly Person[];
  readonly visits: readonly PracticeVisit[];
}

const only = <T extends PracticeRecord["recordType"]>(family: PracticeFamily, recordType: T) =>
  family.records.filter(
    (record): record is Extract<PracticeRecord, { recordType: T }> => record.recordType === recordType,
  );

/** The families with their records told apart; one without its case, or a profile without its plan, fails the test. */
export const practiceRecords: readonly PracticeRecords[] = practiceFamilies.map((family, at) => {
  const [theCase, ...moreCases] = only(family, "case");
  if (theCase === undefined || moreCases.length > 0) throw new Error("a family has one case");
  const plans = only(family, "plan");
  const reviews = only(family, "review");
  const planIds = plans.map(({ recordId }) => recordId);
  if (reviews.some(({ body }) => !planIds.includes(body.planId))) throw new Error("a review is of one of the plans");
  return {
    file: Object.keys(practiceFiles)[at] ?? "",
    family,
    caseBody: theCase.body,
    people: peopleOf(theCase.body),
    visits: only(family, "profile").map(({ recordId, madeAtMs, body }) => {
      const [plan, ...morePlans] = plans.filter((each) => each.body.profileId === recordId);
      if (plan === undefined || morePlans.length > 0) throw new Error("a profile has one plan");
      const ofPlan = reviews.filter((each) => each.body.planId === plan.recordId);
      return { profileId: recordId, planId: plan.recordId, madeAtMs, profile: body, plan: plan.body, reviews: ofPlan };
    }),
  };
});

/** Every family once for each of its conversations. */
export const practiceVisits: readonly (PracticeRecords & PracticeVisit)[] = practiceRecords.flatMap((records) =>
  records.visits.map((visit) => ({ ...records, ...visit })),
);

const inEngland = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", dateStyle: "short" });

/** The day of a moment where the made-up families live, wherever the tests run. */
export const dayInEngland = (atMs: number): string => inEngland.format(atMs);

const hours = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", hourCycle: "h23" });

/** The hour of the clock there, from 0 to 23. */
export const hourInEngland = (atMs: number): number => Number(hours.format(atMs));
