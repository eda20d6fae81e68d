import type { Id } from "../schema/ids";

/** What a device has, or a server would give: the version of each record, by its id. */
export type Versions = ReadonlyMap<Id, string>;

/**
 * The text whose SHA-256 is a digest: two sides with the same text have the same records, as this person may see them.
 *
 * Shape    the store's epoch, then `id:ver` lines in the order of their characters' codes; each line ends in a line feed.
 * Missing  a device that has never heard an epoch uses an empty one.
 */
export const digestText = (storeEpoch: string, versions: Versions): string =>
  [storeEpoch, ...[...versions].map(([id, ver]) => `${id}:${ver}`).sort()].map((line) => `${line}\n`).join("");

/** What a device must be given, and what it must let go of, to have exactly what it may see. */
export interface Difference {
  readonly put: readonly Id[];
  readonly gone: readonly Id[];
}

/**
 * Compares what a device has with what its person may see.
 *
 * Laws   1. a device that follows the difference has exactly what it may see
 *        2. what is the same on both sides is not in the difference
 * (tests/property/manifest.test.ts)
 *
 * Shape  `put` is in the order of `visible`, `gone` in that of `held`.
 */
export const difference = (held: Versions, visible: Versions): Difference => ({
  put: [...visible].filter(([id, ver]) => held.get(id) !== ver).map(([id]) => id),
  gone: [...held.keys()].filter((id) => !visible.has(id)),
});
