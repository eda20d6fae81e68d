import { z } from "zod";
import { BranchPut, Receipt } from "../schema/wire";
import { RemoteHead } from "./remote-head";

/**
 * A record as the server last gave it, with what this device knows of its delivery.
 *
 * Shape  `branches` are versions beside the head that nobody has merged; `held` is why the server holds this version
 *        safely instead of taking it in: it replaces nothing. `ended` is a record that this person may no longer see,
 *        kept for as long as something that was begun here hangs on it.
 */
export const RemoteRecord = RemoteHead.extend({
  branches: z.array(BranchPut).default([]),
  receipt: Receipt.optional(),
  held: z.string().optional(),
  ended: z.boolean().optional(),
});
export type RemoteRecord = z.infer<typeof RemoteRecord>;
