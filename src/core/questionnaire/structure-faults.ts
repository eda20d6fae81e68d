import { shownKey, type ShapeFault } from "../schema/shape-faults";
import { conditionFaults } from "./condition-faults";
import { markerFaults } from "./marker-faults";
import type { Outline, OutlineItem } from "./outline";
import { printedIfFaults } from "./printed-if-faults";

/**
 * What a schema cannot see in a structure: names used twice, groups that repeat inside each other, conditions, when a
 * page is printed, and what stands for a person.
 */
export const structureFaults = ({ pages, marker, items, faults }: Outline): readonly ShapeFault[] => [
  ...faults,
  ...usedTwice(pages.flatMap(({ id, path }) => (id === undefined ? [] : [{ id, path: `${path}/id` }]))),
  ...usedTwice(items.flatMap(({ id, path }) => (id === undefined ? [] : [{ id, path: `${path}/id` }]))),
  ...items.flatMap(itemFaults),
  ...conditionFaults(items),
  ...printedIfFaults(pages, firstById(items)),
  ...markerFaults(marker, firstById(items)),
];

const firstById = (items: readonly OutlineItem[]) => {
  const byId = new Map(items.toReversed().map((item) => [item.id, item]));
  return (id: string): OutlineItem | undefined => byId.get(id);
};

const itemFaults = ({ path, choices, isReversed, repeats, within }: OutlineItem): readonly ShapeFault[] => [
  ...usedTwice(choices),
  ...(isReversed && !choices.some(({ hasPoints }) => hasPoints)
    ? [{ path: `${path}/reversed`, reason: "there are no points to turn round" }]
    : []),
  ...(repeats && within.some((group) => group.repeats)
    ? [{ path: `${path}/repeat`, reason: "a group that repeats cannot stand inside another that does" }]
    : []),
];

const usedTwice = (named: readonly { readonly id: string; readonly path: string }[]): readonly ShapeFault[] => {
  const firstAt = new Map<string, string>();
  return named.flatMap(({ id, path }) => {
    const first = firstAt.get(id);
    if (first === undefined) {
      firstAt.set(id, path);
      return [];
    }
    return [{ path, reason: `the id "${shownKey(id)}" is used twice; first at ${first}` }];
  });
};
