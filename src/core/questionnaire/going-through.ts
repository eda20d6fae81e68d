import type { AskedItem, QuestionnaireStructure } from "../schema/questionnaire";
import type { KeptAnswer, PageAnswer } from "../schema/page";
import type { AnswerKey } from "./answer-key";
import { type Filled, understood } from "./filled";
import { askedItems, type VisibleItem } from "./visible-items";

/**
 * Where one item stands. `not-asked` is where there is no answer; `not-understood` is an answer that only a newer
 * version can read, and counts as one.
 */
export type ItemState =
  "answered" | "does-not-apply" | "dont-know" | "prefer-not-to-say" | "passed" | "not-understood" | "not-asked";

export const stateOf = (kept: KeptAnswer | undefined): ItemState => {
  if (kept === undefined) return "not-asked";
  const answer: PageAnswer | undefined = understood(kept);
  if (answer === undefined) return "not-understood";
  return answer.kind === "missing" ? answer.why : answer.kind;
};

/** What to ask next; `come-back` names what was skipped, once nothing else is left. */
export type Next =
  | { readonly kind: "ask"; readonly item: VisibleItem<AskedItem> }
  | { readonly kind: "come-back"; readonly items: readonly VisibleItem<AskedItem>[] }
  | { readonly kind: "done" };

/**
 * The item to go on to: the next one in order after `from` that has no answer and was not skipped, else the first such
 * from the start.
 *
 * Missing  without `from`, or where it is not shown any more, from the start. Nothing has to be answered: people stop
 *          wherever they like, and what was required is only said by `requiredLeft`.
 */
export const nextItem = (structure: QuestionnaireStructure, filled: Filled, from?: AnswerKey): Next => {
  const items = askedItems(structure, filled);
  const isOpen = ({ key }: VisibleItem): boolean => stateOf(filled.answers.get(key)) === "not-asked";
  const isWaiting = (item: VisibleItem): boolean => isOpen(item) && !filled.skipped.has(item.key);
  const after = items.findIndex(({ key }) => key === from) + 1;
  const next = items.slice(after).find(isWaiting) ?? items.find(isWaiting);
  if (next !== undefined) return { kind: "ask", item: next };
  const open = items.filter(isOpen);
  return open.length > 0 ? { kind: "come-back", items: open } : { kind: "done" };
};

/** What is required and has no answer yet. To pass, not to know and not to say are answers to what is required too. */
export const requiredLeft = (structure: QuestionnaireStructure, filled: Filled): readonly VisibleItem<AskedItem>[] =>
  askedItems(structure, filled).filter(
    ({ key, item }) => item.required === true && stateOf(filled.answers.get(key)) === "not-asked",
  );

/** How many of the items that are shown stand in each state. What is hidden is in none of them. */
export const countStates = (structure: QuestionnaireStructure, filled: Filled): Readonly<Record<ItemState, number>> => {
  const counts = {
    answered: 0,
    "does-not-apply": 0,
    "dont-know": 0,
    "prefer-not-to-say": 0,
    passed: 0,
    "not-understood": 0,
    "not-asked": 0,
  };
  for (const { key } of askedItems(structure, filled)) counts[stateOf(filled.answers.get(key))] += 1;
  return counts;
};

/** An answer with the item that it answers. */
export interface CountedAnswer {
  readonly shown: VisibleItem<AskedItem>;
  readonly answer: KeptAnswer;
}

/** The answers that count: those to what is shown. */
export const countedAnswers = (structure: QuestionnaireStructure, filled: Filled): readonly CountedAnswer[] =>
  askedItems(structure, filled).flatMap((shown) => {
    const answer = filled.answers.get(shown.key);
    return answer === undefined ? [] : [{ shown, answer }];
  });

/** The answers that are kept and do not count now: a condition hides them, or nobody is there for their round. */
export const answersSetAside = (structure: QuestionnaireStructure, filled: Filled): readonly AnswerKey[] => {
  const shown = new Set(askedItems(structure, filled).map(({ key }) => key));
  return [...filled.answers.keys()].filter((key) => !shown.has(key));
};
