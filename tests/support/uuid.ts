import type { Ids } from "#core/ports";

/** The n-th made-up UUID: always the same, and sorted as n is. */
export const uuid = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

/** Ids in order, from the one given. */
export const countedIds = (from = 1): Ids => {
  let n = from;
  return { next: () => uuid(n++) };
};
