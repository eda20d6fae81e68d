import type { Id } from "../schema/ids";
import { Action, Goal, NotAvailable, ReviewOffer } from "../schema/plan";
import type { Section } from "../schema/section";
import type { Visit } from "../schema/visit";
import { withPlan } from "../visit/change-section";
import { actionsOf, type Kept, notAvailableOf } from "./actions";

/** The ids of a plan's sections that there may be several of: one place that knows how they are written. */
export const planSectionIds = {
  action: (actionId: Id) => `action/${actionId}` as const,
  notAvailable: (gapId: Id) => `not-available/${gapId}` as const,
};

/** Adds an empty action after the others. */
export const addAction = (visit: Visit, actionId: Id): Visit =>
  withPlan(visit, {
    [planSectionIds.action(actionId)]: Action.parse({ order: orderAfter(actionsOf(visit.plan.sections)) }),
  });

/**
 * Changes one action.
 *
 * Shape    another person is one who has not been asked yet, whatever the one before had said. The idea that an action
 *          was made from stays as it was: its words on when to stop go only with the action itself.
 * Missing  an action that is not there, because it was taken away, stays away.
 */
export const changeAction = (visit: Visit, actionId: Id, change: Partial<Action>): Visit => {
  const sectionId = planSectionIds.action(actionId);
  const earlier = visit.plan.sections[sectionId];
  if (earlier === undefined) return visit;
  const otherPerson = change.whoId !== undefined && change.whoId !== earlier.whoId;
  const { idea } = earlier;
  return withPlan(visit, {
    [sectionId]: { ...earlier, ...change, ...(otherPerson ? { asked: "not-yet" } : {}), ...(idea && { idea }) },
  });
};

/** Adds an empty line for something that would help and is not available here. */
export const addNotAvailable = (visit: Visit, gapId: Id): Visit =>
  withPlan(visit, {
    [planSectionIds.notAvailable(gapId)]: NotAvailable.parse({
      order: orderAfter(notAvailableOf(visit.plan.sections)),
    }),
  });

export const changeNotAvailable = (visit: Visit, gapId: Id, what: string): Visit => {
  const sectionId = planSectionIds.notAvailable(gapId);
  const earlier = visit.plan.sections[sectionId];
  return earlier === undefined ? visit : withPlan(visit, { [sectionId]: { ...earlier, what } });
};

type SeveralId = `action/${string}` | `not-available/${string}`;

/** Takes one action or gap out of the plan, and says what it held, so that it can be put back as it was. */
export const takeOut = (visit: Visit, sectionId: SeveralId): { readonly visit: Visit; readonly taken?: Taken } => {
  const content = visit.plan.sections[sectionId];
  if (content === undefined) return { visit };
  return { visit: withPlan(visit, { [sectionId]: undefined }), taken: { sectionId, content } };
};

export interface Taken {
  readonly sectionId: SeveralId;
  readonly content: Section & { readonly what: string };
}

/** Puts back what was taken out, in its old place. */
export const putBack = (visit: Visit, taken: Taken): Visit => withPlan(visit, { [taken.sectionId]: taken.content });

export const reviewOfferIn = (visit: Visit): ReviewOffer => visit.plan.sections["review-offer"] ?? noReviewSet;

/** Sets a day for the review or the call, or with an empty day leaves it offered and not set. */
export const changeReviewOffer = (visit: Visit, change: Partial<Pick<ReviewOffer, "reviewOn" | "callOn">>): Visit =>
  withPlan(visit, { "review-offer": { ...reviewOfferIn(visit), ...change } });

export const goalIn = (visit: Visit): Goal => visit.plan.sections.goal ?? noGoal;

/** Changes what the child wants, or how close people say they are. */
export const changeGoal = (visit: Visit, change: Partial<Pick<Goal, "words" | "howClose" | "howCloseWords">>): Visit =>
  withPlan(visit, { goal: { ...goalIn(visit), ...change } });

const noGoal: Goal = Goal.parse({});

const noReviewSet: ReviewOffer = ReviewOffer.parse({});

/** The place after all that are there. */
export const orderAfter = (kept: readonly Kept<{ readonly order: number }>[]): number =>
  Math.max(0, ...kept.map(({ content }) => content.order + 1));
