import type { ShapeFault } from "../schema/shape-faults";
import type { OutlineItem } from "./outline";

/** What is wrong with the item whose choice is the picture that stands for a person: each choice needs a picture. */
export const markerFaults = (
  marker: string | undefined,
  itemOf: (id: string) => OutlineItem | undefined,
): readonly ShapeFault[] => {
  if (marker === undefined) return [];
  const item = itemOf(marker);
  const reason = whyNone(item, marker);
  if (reason !== undefined) return [{ path: "use/marker", reason }];
  return (item?.choices ?? []).flatMap(({ id, path, hasPicture }) =>
    hasPicture ? [] : [{ path, reason: `"${id}" may stand for a person and needs a picture` }],
  );
};

const whyNone = (item: OutlineItem | undefined, name: string): string | undefined => {
  if (item === undefined) return `there is no item "${name}"`;
  if (item.kind !== "choice") return `"${name}" is no choice of one picture`;
  return item.within.some(({ repeats }) => repeats) ? `"${name}" is asked several times` : undefined;
};
