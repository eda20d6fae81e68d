import { type Condition, QUESTIONNAIRE_LIMITS } from "../schema/questionnaire";
import type { ShapeFault } from "../schema/shape-faults";
import { holds } from "./condition-holds";
import { isItemTest, partsFrom, valueFaults } from "./condition-parts";
import { canNeverBe } from "./never-shown";
import type { OutlineItem, OutlinePage } from "./outline";

/**
 * What is wrong with the conditions under which pages are printed: each asks about answers on its own page that can be
 * given once, can come to hold, and does not hold before anybody has answered.
 */
export const printedIfFaults = (
  pages: readonly OutlinePage[],
  itemOf: (id: string) => OutlineItem | undefined,
): readonly ShapeFault[] =>
  pages.flatMap((page) => (page.printedIf === undefined ? [] : faultsIn(page, page.printedIf, itemOf)));

const faultsIn = (
  page: OutlinePage,
  printedIf: Condition,
  itemOf: (id: string) => OutlineItem | undefined,
): readonly ShapeFault[] => {
  const at = `${page.path}/printedIf`;
  const parts = partsFrom(printedIf, at);
  if (parts.length > QUESTIONNAIRE_LIMITS.conditionParts) {
    return [{ path: at, reason: `a condition may have ${QUESTIONNAIRE_LIMITS.conditionParts} parts at most` }];
  }
  const faults = parts.flatMap(({ part, path }) => {
    if (!isItemTest(part)) return [];
    const asked = itemOf(part.item);
    const where = whereFault(page, asked, part.item);
    if (where !== undefined) return [{ path: `${path}/item`, reason: where }];
    return asked === undefined ? [] : valueFaults(part, asked).map((reason) => ({ path: `${path}/value`, reason }));
  });
  if (faults.length > 0) return faults;
  if (canNeverBe([printedIf], itemOf)) return [{ path: at, reason: "this contradicts itself: it can never be so" }];
  // Whoever leaves the question out must not print the page by that.
  return holds(printedIf, () => undefined) ? [{ path: at, reason: "this is so before anybody has answered" }] : [];
};

const whereFault = (page: OutlinePage, asked: OutlineItem | undefined, name: string): string | undefined => {
  if (asked === undefined) return `there is no item "${name}"`;
  if (asked.kind === "group" || asked.kind === "note") return `"${name}" is a ${asked.kind}: nothing is answered there`;
  if (!asked.path.startsWith(`${page.path}/items/`)) return `"${name}" stands on another page`;
  return asked.within.some(({ repeats }) => repeats) ? `"${name}" is asked several times` : undefined;
};
