import { expect, test } from "vitest";
import { familiesFrom, familyDeliveryOf, familyStateOf, type Held, visitToReturnTo } from "#core/case/family";
import { ProfileBody } from "#core/schema/profile";
import { ReviewBody } from "#core/schema/review";
import { Visit } from "#core/schema/visit";
import { emptyAgreement } from "#core/visit/change-section";
import { aCase, aProfile, aVisit } from "../../../support/made-up-bodies";
import { uuid } from "../../../support/uuid";

const caseId = uuid(2);
const waiting = { kind: "waiting", sinceMs: 1 } as const;
const delivered = { kind: "delivered" } as const;

const visit = (savedAtMs: number, left = true, ofCase = caseId): Held["visits"][number] => ({
  caseId: ofCase,
  startedAtMs: savedAtMs - 10,
  savedAtMs,
  body: Visit.parse({ ...aVisit(ofCase), profileId: uuid(savedAtMs), left }),
});
const profile = (n: number, atMs: number | undefined, ofCase = caseId): Held["profiles"][number] => {
  const body = aProfile();
  const finish = atMs === undefined ? {} : { finish: { outcome: { kind: "for-today" }, atMs } };
  return {
    recordId: uuid(n),
    caseId: ofCase,
    body: ProfileBody.parse({ ...body, sections: { ...body.sections, ...finish } }),
    delivery: delivered,
  };
};
const held = (parts: Partial<Held>): Held => ({
  cases: [{ recordId: caseId, body: aCase(), delivery: waiting }],
  visits: [],
  profiles: [],
  amendedIds: new Set(),
  reviews: [],
  reviewedIds: new Set(),
  ...parts,
});
const only = (parts: Partial<Held>) => {
  const [family] = familiesFrom(held(parts));
  if (family === undefined) throw new Error("no family");
  return family;
};

test("visits and profiles stand with their own child, the newest first", () => {
  const family = only({
    visits: [visit(100), visit(200), visit(300, true, uuid(9))],
    profiles: [profile(11, 50), profile(12, 90), profile(13, 99, uuid(9))],
  });
  expect(family.child.name).toBe("Robin");
  expect(family.unfinished.map(({ savedAtMs }) => savedAtMs)).toEqual([200, 100]);
  expect(family.finished.map(({ profileId, outcome }) => [profileId, outcome])).toEqual([
    [uuid(12), "for-today"],
    [uuid(11), "for-today"],
  ]);
});

test("a profile that does not say how it was finished is dated by its beginning", () => {
  expect(only({ profiles: [profile(11, undefined)] }).finished).toEqual([
    {
      profileId: uuid(11),
      startedAtMs: 1_000,
      finishedAtMs: 1_000,
      delivery: delivered,
      isAmendmentBegun: false,
      hasPlan: false,
      reviews: [],
      isReviewBegun: false,
    },
  ]);
});

test("the state of a family is its newest: begun, else finished, else not started", () => {
  expect(familyStateOf(only({}))).toEqual({ kind: "not-started" });
  expect(familyStateOf(only({ profiles: [profile(11, 50)] }))).toEqual({ kind: "finished", atMs: 50 });
  expect(familyStateOf(only({ profiles: [profile(11, 50)], visits: [visit(100)] }))).toEqual({
    kind: "started",
    isToCarryOn: false,
    atMs: 90,
  });
});

test("a begun visit is on this device only, whatever was delivered before it", () => {
  const cases = [{ recordId: caseId, body: aCase(), delivery: delivered }];
  expect(familyDeliveryOf(only({ cases, profiles: [profile(11, 50)], visits: [visit(100)] }))).toEqual({
    kind: "draft",
  });
  expect(familyDeliveryOf(only({ cases, profiles: [profile(11, 50)] }))).toEqual(delivered);
  expect(familyDeliveryOf(only({ profiles: [profile(11, 50)] }))).toEqual(waiting);
});

test("a visit to which the answer was no says so", () => {
  const [begun] = [visit(100)];
  const sections = { ...begun.body.profile.sections, agreement: { ...emptyAgreement, decision: "no" as const } };
  const no = { ...begun, body: { ...begun.body, profile: { ...begun.body.profile, sections } } };
  expect(familyStateOf(only({ visits: [no] }))).toEqual({ kind: "said-no", atMs: 90 });
});

test("two versions of anything need a person, before everything else", () => {
  const needsYou = { kind: "needs-you", reason: "two-versions" } as const;
  const profiles = [profile(12, 60), { ...profile(11, 50), delivery: needsYou }];
  expect(familyDeliveryOf(only({ profiles, visits: [visit(100)] }))).toEqual(needsYou);
});

test("something to put right that was begun is on this device only", () => {
  const cases = [{ recordId: caseId, body: aCase(), delivery: delivered }];
  const family = only({ cases, profiles: [profile(11, 50), profile(12, 60)], amendedIds: new Set([uuid(11)]) });
  expect(family.finished.map(({ isAmendmentBegun }) => isAmendmentBegun)).toEqual([false, true]);
  expect(familyDeliveryOf(family)).toEqual({ kind: "draft" });
});

test("a reopened app goes back to the visit saved last of those that nobody left", () => {
  expect(visitToReturnTo([])).toBeUndefined();
  expect(visitToReturnTo([visit(300), visit(400)])).toBeUndefined();
  expect(visitToReturnTo([visit(100, false), visit(200, false), visit(300)])?.profileId).toBe(uuid(200));
});

test("a visit whose device is in somebody else's hands comes before one that was saved later", () => {
  const handed = visit(100, false);
  const handedTo = { personId: uuid(1), to: "strands/energy" };
  const visits = [{ ...handed, body: { ...handed.body, handedTo } }, visit(200, false)];
  expect(visitToReturnTo(visits)?.profileId).toBe(uuid(100));
});

const aReview = (
  n: number,
  of: string,
  finishedAtMs: number,
  delivery: Held["reviews"][number]["delivery"] = delivered,
) => ({
  recordId: uuid(n),
  delivery,
  body: ReviewBody.parse({
    schemaVersion: 1,
    profileId: of,
    planId: uuid(3),
    sections: { frame: { ledBy: uuid(4), startedAtMs: 1, finishedAtMs, practice: true } },
  }),
});

test("the times that a plan was looked at again stand with its profile, the first first", () => {
  const reviews = [aReview(71, uuid(11), 90), aReview(72, uuid(11), 80), aReview(73, uuid(12), 85)];
  const family = only({ profiles: [profile(11, 50), profile(12, 60)], reviews });
  expect(family.finished.map((each) => each.reviews.map(({ reviewId }) => reviewId))).toEqual([
    [uuid(73)],
    [uuid(72), uuid(71)],
  ]);
});

test("a family is not all sent while a review waits, or was begun", () => {
  const parts = { cases: [{ recordId: caseId, body: aCase(), delivery: delivered }], profiles: [profile(11, 50)] };
  const of = (more: Partial<Held>) => familyDeliveryOf(only({ ...parts, ...more })).kind;
  expect(of({})).toBe("delivered");
  expect(of({ reviews: [aReview(71, uuid(11), 90, waiting)] })).toBe("waiting");
  expect(of({ reviewedIds: new Set([uuid(11)]) })).toBe("draft");
});
