import type { Slug } from "../schema/ids";
import type { Item, QuestionnairePage, QuestionnaireStructure } from "../schema/questionnaire";
import { partsOfKey } from "./answer-key";
import { holds } from "./condition-holds";
import { type Filled, understood } from "./filled";
import { askedItems } from "./visible-items";

/**
 * The pages that may stand in a document now: those without `printedIf`, and those whose `printedIf` holds for what is
 * answered and shown. Nothing of any other page may be printed, not even that there is such a page.
 *
 * Missing  no answer, a pass, "don't know" and a hidden answer are none: what asks for an answer does not hold.
 * Laws     1. a page whose `printedIf` asks for an answer is not printed while that is unanswered or hidden
 *          2. answers on other pages change nothing, as long as the same is shown on this one
 *          3. an answer on the page that only a newer version can read keeps it back: nobody here knows what it says
 *          4. filling in nothing prints no page that has a `printedIf`, in any questionnaire that was accepted
 * (tests/property/printable.test.ts)
 */
export const printablePages = (structure: QuestionnaireStructure, filled: Filled): readonly Slug[] => {
  const shown = askedItems(structure, filled);
  const keys = new Set(shown.map(({ key }) => key));
  const valueOf = (itemId: Slug) => {
    // `printedIf` asks about nothing that is asked several times, so an item's id is the key of its answer.
    const answer = keys.has(itemId) ? understood(filled.answers.get(itemId)) : undefined;
    return answer?.kind === "answered" ? answer.value : undefined;
  };
  const isPrintable = ({ printedIf, items }: QuestionnairePage): boolean =>
    printedIf === undefined || (!hasUnknown(items, filled) && holds(printedIf, valueOf));
  return structure.pages.filter(isPrintable).map(({ id }) => id);
};

/** Whether any answer on these items is one that this version cannot read. */
const hasUnknown = (items: readonly Item[], { answers }: Filled): boolean => {
  const ids = new Set(items.flatMap(idsWithin));
  return [...answers].some(([key, answer]) => ids.has(partsOfKey(key).itemId) && understood(answer) === undefined);
};

const idsWithin = (item: Item): readonly Slug[] => (item.kind === "group" ? item.items.flatMap(idsWithin) : [item.id]);
