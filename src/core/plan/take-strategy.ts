import { err, ok, type Result } from "../result";
import type { Id } from "../schema/ids";
import { Action } from "../schema/plan";
import type { Strategy } from "../schema/strategy";
import type { Visit } from "../schema/visit";
import { withPlan } from "../visit/change-section";
import { actionsOf, MOST_ACTIONS } from "./actions";
import { orderAfter, planSectionIds } from "./change-plan";

/** A strategy as it stands in one version of its set. */
export interface StrategyToTake {
  readonly strategy: Strategy;
  readonly version: number;
}

/**
 * Makes an action from a strategy: its words are copied, to be edited; what it says about when not, whom to ask first
 * and when to stop goes with the action for good.
 *
 * Shape   an action in which nothing was filled in yet gives its place to the new one.
 * Errors  `EnoughActions` when the plan is full; the visit is unchanged.
 */
export const takeStrategy = (visit: Visit, actionId: Id, taking: StrategyToTake): Result<Visit, EnoughActions> => {
  const actions = actionsOf(visit.plan.sections);
  const blank = actions.find(({ content }) => isBlank(content));
  if (blank === undefined && actions.length >= MOST_ACTIONS) return err({ type: "EnoughActions", most: MOST_ACTIONS });
  const order = blank?.content.order ?? orderAfter(actions);
  return ok(
    withPlan(visit, {
      ...(blank === undefined ? {} : { [planSectionIds.action(blank.id)]: undefined }),
      [planSectionIds.action(actionId)]: actionFrom(taking, order),
    }),
  );
};

export interface EnoughActions {
  readonly type: "EnoughActions";
  readonly most: number;
}

/** Whether `takeStrategy` would find a place. */
export const hasRoomForStrategy = (visit: Visit): boolean => {
  const actions = actionsOf(visit.plan.sections);
  return actions.length < MOST_ACTIONS || actions.some(({ content }) => isBlank(content));
};

const actionFrom = ({ strategy, version }: StrategyToTake, order: number): Action =>
  Action.parse({
    order,
    what: `${strategy.title}\n${strategy.what}`,
    strandId: strategy.strandId,
    setting: strategy.setting,
    howWeKnow: strategy.howToTell,
    idea: {
      strategyId: strategy.id,
      strategyVersion: version,
      notFor: strategy.notFor,
      checkWith: strategy.checkWith,
      stopIf: strategy.stopIf,
    },
  });

const isBlank = ({ what, strandId, setting, whoId, changes, from, howWeKnow, childThinks, idea }: Action): boolean =>
  idea === undefined &&
  changes === "not-said" &&
  [what, strandId, setting, whoId, from, howWeKnow, childThinks].every((each) => each.trim() === "");
