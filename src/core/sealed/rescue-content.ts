import { z } from "zod";

const RowId = z.string().max(300);
const RowVersion = z.int().or(z.string().max(300));

/** A row that could be opened when the file was made. Its content is JSON as text, as it was written. */
export const CarriedRow = z.looseObject({ id: RowId, version: RowVersion, content: z.string() });
export type CarriedRow = z.infer<typeof CarriedRow>;

/**
 * A row that could not be opened when the file was made: it is carried as it lay, and named.
 *
 * Shape    `body` is base64 where it was bytes, else its JSON as text.
 * Missing  no `body` where it was neither: then only its name is carried.
 */
export const RowAsItLay = z.looseObject({
  table: z.enum(["remote", "draft", "outbox", "meta"]),
  id: RowId,
  version: RowVersion.optional(),
  reason: z.string(),
  body: z.looseObject({ kind: z.enum(["bytes", "json"]), text: z.string() }).optional(),
});
export type RowAsItLay = z.infer<typeof RowAsItLay>;

/** An operation that the server would not take, and why. */
export const CarriedRefusal = z.looseObject({ opId: RowId, reason: z.string() });

/**
 * What a rescue file holds: all that one person has on a device, or what belongs to one record.
 *
 * Shape    `outbox` is in the order in which it was written. `only` is the record, where it is not everything.
 *          `questionnaires` are the area's own, without which some drafts could not be read.
 */
export const RescueContent = z.looseObject({
  userId: z.string(),
  only: RowId.optional(),
  drafts: z.array(CarriedRow).default([]),
  outbox: z.array(CarriedRow).default([]),
  remote: z.array(CarriedRow).default([]),
  refused: z.array(CarriedRefusal).default([]),
  questionnaires: z.array(CarriedRow).default([]),
  asTheyLay: z.array(RowAsItLay).default([]),
});
export type RescueContent = z.infer<typeof RescueContent>;
