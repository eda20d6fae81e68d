import { childOf, type CaseBody } from "../schema/case";
import type { Delivery } from "../schema/delivery";
import type { Id } from "../schema/ids";
import type { Person } from "../schema/person";
import type { Finish, ProfileBody } from "../schema/profile";
import { inOrderOfTime } from "../review/review-for";
import type { ReviewBody } from "../schema/review";
import type { Visit } from "../schema/visit";
import { lengthIn } from "../visit/visit-length";

export interface UnfinishedVisit {
  readonly profileId: Id;
  /** The answer was no: nothing is carried on unless somebody says so. */
  readonly saidNo: boolean;
  readonly startedAtMs: number;
  readonly savedAtMs: number;
  /** The page to carry on at. */
  readonly place: string;
  readonly left: boolean;
  /** Over two visits, and left: to be carried on with on another day. */
  readonly isToCarryOn: boolean;
}

/** One time that people looked at a plan again, as lists show it. Nothing of what was said. */
export interface LookedAgain {
  readonly reviewId: Id;
  readonly ledBy: Id;
  readonly finishedAtMs: number;
  readonly delivery: Delivery;
}

export interface FinishedProfile {
  readonly profileId: Id;
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
  /** Absent where the profile does not say how it was finished. */
  readonly outcome?: Finish["outcome"]["kind"];
  readonly delivery: Delivery;
  /** Something to put right was begun and is not added yet: it is on this device only. */
  readonly isAmendmentBegun: boolean;
  /** Whether there is a plan to look at again. */
  readonly hasPlan: boolean;
  /** The first first. */
  readonly reviews: readonly LookedAgain[];
  /** A look at the plan was begun and is not finished yet: it is on this device only. */
  readonly isReviewBegun: boolean;
}

/** One child's record with the visits that belong to it, as lists show it. No marks. */
export interface Family {
  readonly caseId: Id;
  readonly caseBody: CaseBody;
  readonly child: Person;
  readonly delivery: Delivery;
  /** The last saved first; more than one only where two devices or windows began at the same time. */
  readonly unfinished: readonly UnfinishedVisit[];
  /** The last finished first. */
  readonly finished: readonly FinishedProfile[];
}

/** What the device holds, as storage gives it. */
export interface Held {
  readonly cases: readonly { readonly recordId: Id; readonly body: CaseBody; readonly delivery: Delivery }[];
  readonly visits: readonly {
    readonly caseId: Id;
    readonly startedAtMs: number;
    readonly savedAtMs: number;
    readonly body: Visit;
  }[];
  readonly profiles: readonly {
    readonly recordId: Id;
    readonly caseId: Id;
    readonly body: ProfileBody;
    readonly delivery: Delivery;
    readonly hasPlan?: boolean;
  }[];
  /** The profiles for which something to put right was begun. */
  readonly amendedIds: ReadonlySet<Id>;
  readonly reviews: readonly { readonly recordId: Id; readonly body: ReviewBody; readonly delivery: Delivery }[];
  /** The profiles whose plan somebody began to look at again. */
  readonly reviewedIds: ReadonlySet<Id>;
}

/** Puts every visit with its child. */
export const familiesFrom = ({ cases, visits, profiles, ...held }: Held): readonly Family[] =>
  cases.map(({ recordId, body, delivery }) => ({
    caseId: recordId,
    caseBody: body,
    child: childOf(body),
    delivery,
    unfinished: visits
      .filter((visit) => visit.caseId === recordId)
      .map(({ startedAtMs, savedAtMs, body: { profileId, place, left, profile } }) => ({
        profileId,
        saidNo: profile.sections.agreement?.decision === "no",
        startedAtMs,
        savedAtMs,
        place,
        left,
        isToCarryOn: left && lengthIn(profile.sections) === "two-visits",
      }))
      .sort((a, b) => b.savedAtMs - a.savedAtMs),
    finished: profiles
      .filter((profile) => profile.caseId === recordId)
      .map((profile) => finishedFrom(profile, held))
      .sort((a, b) => b.finishedAtMs - a.finishedAtMs),
  }));

const finishedFrom = (
  { recordId, body, delivery, hasPlan = false }: Held["profiles"][number],
  { amendedIds, reviews, reviewedIds }: Pick<Held, "amendedIds" | "reviews" | "reviewedIds">,
): FinishedProfile => {
  const { frame, finish } = body.sections;
  return {
    profileId: recordId,
    startedAtMs: frame.startedAtMs,
    finishedAtMs: finish?.atMs ?? frame.startedAtMs,
    ...(finish === undefined ? {} : { outcome: finish.outcome.kind }),
    delivery,
    isAmendmentBegun: amendedIds.has(recordId),
    hasPlan,
    reviews: inOrderOfTime(reviews.filter((review) => review.body.profileId === recordId)).map((review) => ({
      reviewId: review.recordId,
      ledBy: review.body.sections.frame.ledBy,
      finishedAtMs: review.body.sections.frame.finishedAtMs,
      delivery: review.delivery,
    })),
    isReviewBegun: reviewedIds.has(recordId),
  };
};

/** How far the conversation with a family is, in one word. */
export type FamilyState =
  | { readonly kind: "not-started" }
  | { readonly kind: "started"; readonly atMs: number; readonly isToCarryOn: boolean }
  | { readonly kind: "said-no"; readonly atMs: number }
  | { readonly kind: "finished"; readonly atMs: number };

export const familyStateOf = ({ unfinished, finished }: Family): FamilyState => {
  const [begun] = unfinished;
  if (begun !== undefined) {
    const { startedAtMs: atMs, isToCarryOn } = begun;
    return begun.saidNo ? { kind: "said-no", atMs } : { kind: "started", atMs, isToCarryOn };
  }
  if (finished[0] !== undefined) return { kind: "finished", atMs: finished[0].finishedAtMs };
  return { kind: "not-started" };
};

/**
 * Where the newest of a family is, what needs a person before all: an unfinished visit is on this device only, whatever
 * was delivered before it.
 */
export const familyDeliveryOf = ({ unfinished, finished, delivery }: Family): Delivery => {
  const all = [
    delivery,
    ...finished.flatMap((profile) => [profile.delivery, ...profile.reviews.map((review) => review.delivery)]),
  ];
  const needsYou = all.find((each) => each.kind === "needs-you");
  if (needsYou !== undefined) return needsYou;
  if (unfinished.length > 0 || finished.some(isSomethingBegun)) return { kind: "draft" };
  return all.find((each) => each.kind === "waiting") ?? delivery;
};

/** Whether the record, a profile with its plan, or a review stands in two versions, which a person brings together. */
export const standsInTwoVersions = ({ finished, delivery }: Pick<Family, "finished" | "delivery">): boolean =>
  [
    delivery,
    ...finished.flatMap((profile) => [profile.delivery, ...profile.reviews.map((each) => each.delivery)]),
  ].some((each) => each.kind === "needs-you" && each.reason === "two-versions");

const isSomethingBegun = ({ isAmendmentBegun, isReviewBegun }: FinishedProfile): boolean =>
  isAmendmentBegun || isReviewBegun;

/**
 * The visit that a reopened app goes back to by itself: the last saved of those that nobody left on purpose. One whose
 * device is in somebody else's hands comes before all.
 */
export const visitToReturnTo = (
  visits: readonly Pick<Held["visits"][number], "savedAtMs" | "body">[],
): Visit | undefined => {
  const open = visits.filter(({ body }) => !body.left).sort((a, b) => b.savedAtMs - a.savedAtMs);
  return (open.find(({ body }) => body.handedTo !== undefined) ?? open[0])?.body;
};
