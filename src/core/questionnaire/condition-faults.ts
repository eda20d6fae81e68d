import { QUESTIONNAIRE_LIMITS } from "../schema/questionnaire";
import type { ShapeFault } from "../schema/shape-faults";
import { circlesIn } from "./circles";
import { type ConditionPart, isItemTest, partsFrom, valueFaults } from "./condition-parts";
import { canNeverBe } from "./never-shown";
import type { OutlineItem } from "./outline";

/**
 * What is wrong with the conditions of a questionnaire: each asks only about an answer that comes before, that can be
 * given, and that is there to be seen from where it is asked.
 *
 * Shape  a condition that asks about something later is refused even beside others: people would come back to a page
 *        that has changed above the place where they left it.
 */
export const conditionFaults = (items: readonly OutlineItem[]): readonly ShapeFault[] => {
  const byId = new Map<string, OutlineItem>();
  const orderOf = new Map<OutlineItem, number>();
  const partsBy = new Map<OutlineItem, readonly ConditionPart[]>();
  for (const item of items) {
    orderOf.set(item, orderOf.size);
    partsBy.set(item, partsOf(item));
    if (item.id !== undefined && !byId.has(item.id)) byId.set(item.id, item);
  }
  const circles = circlesIn(items, (item) => [
    ...item.within.slice(-1),
    ...(partsBy.get(item) ?? []).flatMap(({ part }) => (isItemTest(part) ? (byId.get(part.item) ?? []) : [])),
  ]);

  const whereFaults = (item: OutlineItem, asked: OutlineItem, name: string): readonly string[] => {
    if (asked === item) return [`"${name}" asks about itself, so it can never be shown`];
    if (asked.kind === "group" || asked.kind === "note")
      return [`"${name}" is a ${asked.kind}: nothing is answered there`];
    const inCircle = circles.has(item) && circles.get(item) === circles.get(asked);
    if (inCircle) return [`"${name}" is shown only when this is: they ask about each other in a circle`];
    if ((orderOf.get(asked) ?? 0) > (orderOf.get(item) ?? 0)) {
      return [`"${name}" comes later, so this can never be reached in order`];
    }
    const repeated = asked.within.find(({ repeats }) => repeats);
    return repeated !== undefined && !item.within.includes(repeated)
      ? [`"${name}" is asked several times; only items of the same group can ask about it`]
      : [];
  };

  return items.flatMap((item) => {
    const parts = partsBy.get(item) ?? [];
    if (parts.length > QUESTIONNAIRE_LIMITS.conditionParts) {
      const reason = `a condition may have ${QUESTIONNAIRE_LIMITS.conditionParts} parts at most`;
      return [{ path: `${item.path}/showWhen`, reason }];
    }
    const faults = parts.flatMap(({ part, path }) => {
      if (!isItemTest(part)) return [];
      const asked = byId.get(part.item);
      if (asked === undefined) return [{ path: `${path}/item`, reason: `there is no item "${part.item}"` }];
      const where = whereFaults(item, asked, part.item).map((reason) => ({ path: `${path}/item`, reason }));
      return where.length > 0 ? where : valueFaults(part, asked).map((reason) => ({ path: `${path}/value`, reason }));
    });
    if (faults.length > 0 || item.showWhen === undefined) return faults;
    const conditions = [...item.within, item].flatMap((each) =>
      (partsBy.get(each)?.length ?? 0) > QUESTIONNAIRE_LIMITS.conditionParts ? [] : (each.showWhen ?? []),
    );
    return canNeverBe(conditions, (id) => byId.get(id))
      ? [
          {
            path: `${item.path}/showWhen`,
            reason: "this contradicts itself, or the groups around it: it can never be so",
          },
        ]
      : [];
  });
};

const partsOf = (item: OutlineItem): readonly ConditionPart[] =>
  item.showWhen === undefined ? [] : partsFrom(item.showWhen, `${item.path}/showWhen`);
