import type { Person } from "../schema/person";
import type { Action, NotAvailable, PlanSections } from "../schema/plan";

export const MOST_WORKED_ON_FIRST = 3;
export const MOST_ACTIONS = 5;
export const MOST_FOR_FAMILY = 2;

/** A section of the plan with the id under which it is kept. */
export interface Kept<T> {
  readonly id: string;
  readonly content: T;
}

const keptUnder = <T extends { readonly order: number }>(sections: PlanSections, prefix: string): readonly Kept<T>[] =>
  Object.entries(sections as unknown as Record<string, T>)
    .filter(([sectionId]) => sectionId.startsWith(prefix))
    .map(([sectionId, content]) => ({ id: sectionId.slice(prefix.length), content }))
    .sort((a, b) => a.content.order - b.content.order);

export const actionsOf = (sections: PlanSections): readonly Kept<Action>[] => keptUnder<Action>(sections, "action/");

export const notAvailableOf = (sections: PlanSections): readonly Kept<NotAvailable>[] =>
  keptUnder<NotAvailable>(sections, "not-available/");

/** What stands in the way of a plan that people can leave with, each with the action it is about. */
export type PlanFault =
  | { readonly type: "ActionWithoutWords"; readonly actionId: string }
  | { readonly type: "TooManyActions"; readonly most: number }
  | { readonly type: "TooManyForFamily"; readonly most: number }
  | { readonly type: "NothingAdultsChange" };

/**
 * Checks a plan: at most five actions, two at most for the family, at least one that adults or the place will change.
 *
 * Missing  a plan without actions is a plan: people may leave with the picture alone.
 */
export const planFaults = (sections: PlanSections, people: readonly Person[]): readonly PlanFault[] => {
  const actions = actionsOf(sections);
  const familyIds = new Set(people.filter((person) => person.kind === "family").map((person) => person.id));
  const faults: PlanFault[] = actions
    .filter(({ content }) => content.what.trim() === "")
    .map(({ id }) => ({ type: "ActionWithoutWords", actionId: id }));
  if (actions.length > MOST_ACTIONS) faults.push({ type: "TooManyActions", most: MOST_ACTIONS });
  if (actions.filter(({ content }) => familyIds.has(content.whoId)).length > MOST_FOR_FAMILY) {
    faults.push({ type: "TooManyForFamily", most: MOST_FOR_FAMILY });
  }
  if (actions.length > 0 && !actions.some(({ content }) => content.changes === "adults-or-place")) {
    faults.push({ type: "NothingAdultsChange" });
  }
  return faults;
};
