import { actionsOf } from "../plan/actions";
import type { Id, PersonId } from "../schema/ids";
import type { PlanSections } from "../schema/plan";
import type { Person } from "../schema/person";
import type {
  GoalAsSaid,
  HelpedAsSaid,
  ReviewedAction,
  ReviewFrame,
  ReviewNext,
  ReviewSections,
  RightPerson,
} from "../schema/review";
import { withoutHidden } from "../scoring/hide";
import {
  goalAsSaidIn,
  helpedIn,
  isAnythingSaid,
  reviewedActionIn,
  reviewNextIn,
  rightPersonIn,
} from "./said-in-review";

/** Something in somebody's own words, with whose they are. */
export interface InWordsOf<T> {
  readonly personId: PersonId;
  readonly said: T;
}

/** One action of the plan and what became of it. */
export interface ActionLookedAt extends ReviewedAction {
  readonly actionId: Id;
  readonly what: string;
  readonly helped: readonly InWordsOf<HelpedAsSaid>[];
}

/**
 * A review as these readers may see it. The child is named first, then the others in the order of the record.
 *
 * Missing  an empty list is nobody; an action of which nothing was said is not in it.
 */
export interface SeenReview {
  readonly frame: ReviewFrame;
  readonly actions: readonly ActionLookedAt[];
  readonly goal: readonly InWordsOf<GoalAsSaid>[];
  readonly rightPerson: readonly InWordsOf<RightPerson>[];
  readonly next: ReviewNext;
}

/**
 * What these readers may see of a review and of the plan it is about: hide first, derive after.
 *
 * Laws   1. the result is the same whether or not a hidden section exists, in the review or in the plan
 * (tests/property/finish-review.test.ts)
 */
export const reviewFor = (
  readerIds: readonly PersonId[],
  review: ReviewSections,
  plan: PlanSections,
  people: readonly Person[],
): SeenReview => {
  const seen = withoutHidden(readerIds, review);
  const inWords = <T>(of: (personId: PersonId) => T | undefined): readonly InWordsOf<T>[] =>
    people.flatMap(({ id: personId }) => {
      const said = of(personId);
      return isAnythingSaid(said) && said !== undefined ? [{ personId, said }] : [];
    });
  return {
    frame: seen.frame,
    actions: actionsOf(withoutHidden(readerIds, plan)).flatMap(({ id: actionId, content: { what } }) => {
      const action = reviewedActionIn(seen, actionId);
      const helped = inWords((personId) => helpedIn(seen, actionId, personId));
      return isAnythingSaid(action) || helped.length > 0 ? [{ ...action, actionId, what, helped }] : [];
    }),
    goal: inWords((personId) => goalAsSaidIn(seen, personId)),
    rightPerson: inWords((personId) => rightPersonIn(seen, personId)),
    next: reviewNextIn(seen),
  };
};

/** Reviews in the order in which they were finished; the id decides between two of the same moment. */
export const inOrderOfTime = <
  T extends { readonly recordId: Id; readonly body: { readonly sections: ReviewSections } },
>(
  reviews: readonly T[],
): readonly T[] =>
  [...reviews].sort(
    (a, b) =>
      a.body.sections.frame.finishedAtMs - b.body.sections.frame.finishedAtMs || (a.recordId < b.recordId ? -1 : 1),
  );
