import { z } from "zod";
import { Id } from "../schema/ids";
import { BranchPut, Receipt } from "../schema/wire";
import { RemoteHead } from "./remote-head";

/**
 * A record as the server last gave it, with what this device knows of its delivery.
 *
 * Shape  `branches` are versions beside the head that nobody has merged, with a receipt where this device delivered them;
 *        `before` are versions that stood before the head, the latest first, as far as they are known; `held` is why the server holds this version
 *        safely instead of taking it in: it replaces nothing. `ended` is a record that this person may no longer see,
 *        kept for as long as something that was begun here hangs on it. `returned` is what came with a held version that
 *        the records keeper sent back.
 */
export const RemoteRecord = RemoteHead.extend({
  branches: z.array(BranchPut.extend({ receipt: Receipt.optional() })).default([]),
  before: z.array(Id).optional(),
  receipt: Receipt.optional(),
  held: z.string().optional(),
  returned: z.object({ words: z.string(), byName: z.string(), atMs: z.int() }).optional(),
  ended: z.boolean().optional(),
});
export type RemoteRecord = z.infer<typeof RemoteRecord>;

const MOST_BEFORE = 50;

/** The versions that stood before one, by what was known of the record until then. */
export const versionsBefore = (
  { revId, parents }: Pick<RemoteRecord, "revId" | "parents">,
  known: Pick<RemoteRecord, "revId" | "before"> | undefined,
): readonly Id[] => {
  if (known === undefined) return parents;
  const earlier = known.before ?? [];
  if (known.revId === revId) return [...new Set([...parents, ...earlier])].slice(0, MOST_BEFORE);
  const isFurther = parents.some((parent) => parent === known.revId || earlier.includes(parent));
  return isFurther ? [...new Set([...parents, known.revId, ...earlier])].slice(0, MOST_BEFORE) : parents;
};
