import type { Slug } from "../schema/ids";
import type { AskedItem, QuestionnaireStructure } from "../schema/questionnaire";
import type { Filled } from "./filled";
import { nextItem, stateOf } from "./going-through";
import { shownPage } from "./shown-page";
import { askedItems, type VisibleItem } from "./visible-items";

/**
 * The page to go on to from a page: the next one in order where something waits, or that asks nothing.
 *
 * Missing  undefined: nothing waits further on. Nobody is sent back to what they went past.
 */
export const nextPage = (structure: QuestionnaireStructure, filled: Filled, from: Slug): Slug | undefined => {
  const order = structure.pages.map(({ id }) => id);
  const at = order.indexOf(from);
  const upTo = askedItems(structure, filled).filter(({ pageId }) => order.indexOf(pageId) <= at);
  const next = nextItem(structure, filled, upTo.at(-1)?.key);
  const waits = next.kind === "ask" ? order.indexOf(next.item.pageId) : -1;
  const quiet = order.findIndex((pageId, index) => index > at && asksNothing(structure, filled, pageId));
  const further = [waits, quiet].filter((index) => index > at);
  return further.length === 0 ? undefined : order[Math.min(...further)];
};

/** Only read, or there to be added to. */
const asksNothing = (structure: QuestionnaireStructure, filled: Filled, pageId: Slug): boolean =>
  shownPage(structure, filled, pageId).length > 0 &&
  askedItems(structure, filled).every((item) => item.pageId !== pageId);

/** The page to begin with, or to carry on with: where the first thing waits; the first page where nothing does yet. */
export const pageToOpen = (structure: QuestionnaireStructure, filled: Filled): Slug | undefined => {
  const first = structure.pages[0]?.id;
  if (filled.answers.size === 0 && filled.skipped.size === 0) return first;
  const next = nextItem(structure, filled);
  return next.kind === "ask" ? next.item.pageId : first;
};

/** What somebody left for later and has not answered since, in order. What was gone past is nobody's to chase. */
export const leftForLater = (structure: QuestionnaireStructure, filled: Filled): readonly VisibleItem<AskedItem>[] =>
  askedItems(structure, filled).filter(
    ({ key }) => filled.skipped.has(key) && stateOf(filled.answers.get(key)) === "not-asked",
  );
