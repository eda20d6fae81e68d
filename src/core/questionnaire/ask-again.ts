import type { Slug } from "../schema/ids";
import type { PageSection } from "../schema/page";
import { type Condition, isAsked, type Item, type QuestionnairePage } from "../schema/questionnaire";
import { clearItem } from "./change-page";

/**
 * A page after a change, with the answers under which it is printed taken back where anything else on it changed: "the
 * child knows all of this" was said of what stood there then.
 *
 * Shape  only a choice or a yes is taken back that `printedIf` waits for, never words.
 * Laws   1. what is written after the page was cleared for printing keeps it back until somebody says so again
 *        2. every other answer stays as it is after the change
 * (tests/property/printable.test.ts)
 */
export const askAgain = (page: QuestionnairePage, before: PageSection, after: PageSection): PageSection => {
  const { printedIf } = page;
  if (printedIf === undefined) return after;
  const items = page.items.flatMap(withItemsIn);
  const taken = waitedFor(printedIf).filter((id) => items.some((item) => item.id === id && isTapped(item)));
  const isOnlyThose = (key: string): boolean => taken.includes(key);
  const hasChanged =
    wordsBut(isOnlyThose, before) !== wordsBut(isOnlyThose, after) ||
    JSON.stringify(before.added) !== JSON.stringify(after.added);
  if (!hasChanged) return after;
  return taken.reduce((so, id) => (Object.hasOwn(so.answers, id) ? clearItem(so, id) : so), after);
};

const withItemsIn = (item: Item): readonly Item[] =>
  item.kind === "group" ? [item, ...item.items.flatMap(withItemsIn)] : [item];

/** What is given with one tap, and can be given again with one. */
const isTapped = (item: Item): boolean => isAsked(item) && (item.kind === "choice" || item.kind === "boolean");

const waitedFor = (condition: Condition): readonly Slug[] => {
  switch (condition.test) {
    case "all":
    case "any":
      return condition.of.flatMap(waitedFor);
    case "not":
      return [];
    default:
      return [condition.item];
  }
};

const wordsBut = (isLeftOut: (key: string) => boolean, { answers }: PageSection): string =>
  JSON.stringify(
    Object.entries(answers)
      .filter(([key]) => !isLeftOut(key))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
