import { z } from "zod";
import { Id } from "../schema/ids";
import { RecordType } from "../schema/operation";

/**
 * One record as the server last gave it to this person: its head revision, whole.
 *
 * Shape  `parents` are the revisions that the head follows; `body` is JSON as text, as in an operation; a type of record
 *        that only a newer version knows is kept as it came.
 */
export const RemoteHead = z.looseObject({
  recordType: RecordType.or(z.string().max(60)),
  recordId: Id,
  caseId: Id,
  revId: Id,
  parents: z.array(Id).default([]),
  schemaVersion: z.int().min(1),
  body: z.string(),
});
export type RemoteHead = z.infer<typeof RemoteHead>;
