import { z } from "zod";
import { Id } from "./ids";

export const RecordType = z.enum(["case", "profile", "plan", "review", "concern", "note", "same-child"]);
export type RecordType = z.infer<typeof RecordType>;

/** The records that follow no case's access: their author's own. See [Note: A private record is nobody's case]. */
export const PRIVATE_TYPES = ["concern", "note"] as const satisfies readonly RecordType[];

/** Whether a record of this type is its author's own, whoever else has the case. */
export const isPrivateType = (recordType: string): boolean => PRIVATE_TYPES.some((each) => each === recordType);

/** Whether the words that stand in a record of this type are never changed, by nobody. */
export const isOnlyAddedTo = (recordType: string): boolean => isPrivateType(recordType) || recordType === "same-child";

/**
 * The version of stored bodies that this build writes. Bodies grow only by addition: what an earlier one lacks is filled
 * by its section's schema where it is read, and what a later one adds is kept as it came.
 *
 * Source  docs/formats.md, "Versions"
 */
export const SCHEMA_VERSION = 3;

/** The version under which builds of a protocol write every body, and are given every body that this build reads. */
export const schemaOfProtocol = (protocol: number): number => Math.min(Math.max(protocol, 1), SCHEMA_VERSION);

/**
 * A body's version, once it is read: an earlier body has been filled up to this build's, a later one is still its own.
 */
export const BodyVersion = z
  .int()
  .min(1)
  .transform((written) => Math.max(written, SCHEMA_VERSION));

/**
 * One revision on its way: made on the device, delivered whole, never changed.
 *
 * Shape  `opId` is also the revision's id; `parents` is empty for a new record; `body` is JSON as text.
 * Units  `clientTime` is milliseconds since 1970 as the device believed; it orders nothing.
 */
export const Operation = z.strictObject({
  opId: Id,
  recordType: RecordType,
  recordId: Id,
  caseId: Id,
  parents: z.array(Id).max(2),
  schemaVersion: z.int().min(1),
  body: z.string().max(524_288),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  clientTime: z.int(),
});
export type Operation = z.infer<typeof Operation>;
