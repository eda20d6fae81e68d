import { actionsOf, notAvailableOf } from "#core/plan/actions";
import type { Action } from "#core/schema/plan";
import { withdrawalOf } from "#core/strategies/withdrawn";
import type { Telling } from "../family/telling";

/** The columns of a plan. They are names for programs, the same in every language. */
export const PLAN_COLUMNS = [
  "kind",
  "what",
  "strand",
  "strand_name",
  "setting",
  "who",
  "asked",
  "who_changes",
  "on",
  "how_we_will_know",
  "what_the_child_thinks",
  "not_for",
  "check_first_with",
  "stop_if",
  "withdrawn",
  "how_close",
] as const;
export type PlanRow = Partial<Readonly<Record<(typeof PLAN_COLUMNS)[number], string>>>;

/**
 * What people will try, for one reader: a row for the goal, one for each strand to work on first, each thing to try,
 * each thing that is not available here, and each day to talk again that was set.
 *
 * Shape    an idea never goes without whom it is not for, whom to ask first and when to stop.
 * Missing  what was not said is an empty cell.
 */
export const planRows = (telling: Telling): readonly PlanRow[] => {
  const { plan } = telling.view;
  const { goal } = plan;
  const { reviewOn = "", callOn = "" } = plan["review-offer"] ?? {};
  const close = goal === undefined ? [] : [goal.howClose, goal.howCloseWords].filter((each) => each !== "");
  return [
    ...(goal === undefined ? [] : [{ kind: "goal", what: goal.words, how_close: close.join("\n") }]),
    ...(plan["work-on-first"]?.strandIds ?? []).map((id) => ({ kind: "work-on-first", ...strandCells(id, telling) })),
    ...actionsOf(plan).map(({ content }) => actionRow(content, telling)),
    ...notAvailableOf(plan).map(({ content }) => ({ kind: "not-available", what: content.what })),
    ...(callOn === "" ? [] : [{ kind: "call", on: callOn }]),
    ...(reviewOn === "" ? [] : [{ kind: "look-again", on: reviewOn }]),
  ];
};

const actionRow = (action: Action, telling: Telling): PlanRow => {
  const { idea } = action;
  const isWithdrawn = idea !== undefined && withdrawalOf(idea, telling.copy.withdrawn ?? []) !== undefined;
  return {
    kind: "action",
    what: action.what,
    ...strandCells(action.strandId, telling),
    setting: action.setting,
    who: action.whoId === "" ? "" : telling.view.nameOf(action.whoId),
    asked: action.asked,
    who_changes: action.changes === "not-said" ? "" : action.changes,
    on: action.from,
    how_we_will_know: action.howWeKnow,
    what_the_child_thinks: action.childThinks,
    not_for: idea?.notFor ?? "",
    check_first_with: idea?.checkWith ?? "",
    stop_if: idea?.stopIf ?? "",
    withdrawn: isWithdrawn ? telling.words.idea.withdrawn : "",
  };
};

const strandCells = (strandId: string, { copy }: Telling): PlanRow =>
  strandId === ""
    ? {}
    : { strand: strandId, strand_name: copy.instrument.wording.strands[strandId]?.family ?? strandId };
