import { ok, type Result } from "../result";
import type { CannotMove } from "../questionnaire/versions/moved";
import { moveDraft, type NewerVersion } from "../questionnaire/versions/move-draft";
import type { Visit } from "../schema/visit";

/**
 * Moves a visit to newer versions of its questionnaires, and keeps what it was before, so that the move can be taken
 * back.
 *
 * Errors  those of `moveDraft`; the visit is unchanged.
 */
export const moveVisit = (visit: Visit, newer: readonly NewerVersion[]): Result<Visit, CannotMove> => {
  const moved = moveDraft(visit.profile.sections, newer);
  if (!moved.ok) return moved;
  return ok({ ...visit, profile: { ...visit.profile, sections: moved.value.after }, beforeMove: visit.profile });
};

/** Whether the visit was moved, and nothing has been said in it since. */
export const canTakeBackMove = (visit: Visit): boolean => visit.beforeMove !== undefined;

/** The visit with its profile exactly as it was before it was moved; the plan, and where people were, stay. */
export const takeBackMove = (visit: Visit): Visit => {
  const { beforeMove, ...rest } = visit;
  return beforeMove === undefined ? visit : { ...rest, profile: beforeMove };
};

/**
 * Lets go of what was before a move as soon as anything else is said, marked or chosen.
 *
 * [Note: How long a move can be taken back] Until the next change of the profile, also after the app was closed. Taking
 * it back later would take back what was said since; and keeping it longer would keep words that a family has since
 * taken out.
 */
export const lettingGoOfMove = (before: Visit, after: Visit): Visit => {
  if (after.beforeMove === undefined || after.beforeMove !== before.beforeMove) return after;
  if (after.profile === before.profile) return after;
  const { beforeMove: _gone, ...rest } = after;
  return rest;
};
