import { z } from "zod";

/** How much one database held when it was last counted. */
const Mark = z.object({ seenMs: z.int(), drafts: z.int().min(0), waiting: z.int().min(0) });

/** What has gone from this device, as last counted. */
const Vanished = Mark.extend({ noticedMs: z.int() });
export type Vanished = z.infer<typeof Vanished>;

/**
 * What is remembered beside the databases, in another kind of storage.
 *
 * Shape  `marks` are by the database's random name. Counts and times only: nothing of a person or a family.
 */
export const DeviceNotesKept = z.object({
  marks: z.record(z.string(), Mark).default({}),
  vanished: Vanished.optional().catch(undefined),
  saidNotKept: z.boolean().default(false).catch(false),
});
export type DeviceNotesKept = z.infer<typeof DeviceNotesKept>;
