import { createHash } from "node:crypto";
import { z } from "zod";
import { err, ok, type Result } from "#core/result";
import { Operation } from "#core/schema/operation";
import { type ShapeFault, shapeFaults } from "#core/schema/shape-faults";
import type { RefusedReason } from "#core/schema/wire";

/** An operation whose envelope, size and hash are right. `opSha256` names everything that it says. */
export interface CheckedOperation {
  readonly op: Operation;
  readonly opSha256: string;
}

const LARGEST_BODY_BYTES = 524_288;

/** What an operation is called can be read even where the rest of it cannot. */
export const WithOpId = z.looseObject({ opId: Operation.shape.opId });

/**
 * Checks what can be checked of one operation by itself.
 *
 * Errors  `envelope` with the places, `size` over 512 KB of UTF-8, `hash` where the body is not what was hashed.
 */
export const checkEnvelope = (sent: unknown): Result<CheckedOperation, Refusal> => {
  const read = Operation.safeParse(sent);
  if (!read.success) return err({ reason: "envelope", faults: shapeFaults(read.error) });
  const op = read.data;
  if (op.recordType === "case" && op.caseId !== op.recordId) return refused("caseId", "a case is its own case");
  if (new Set(op.parents).size !== op.parents.length) return refused("parents", "one revision is named twice");
  if (op.parents.includes(op.opId)) return refused("parents", "a revision does not follow itself");
  // Neither can be kept as it is, so the hash would be of something else.
  if (!op.body.isWellFormed() || op.body.includes("\0")) return refused("body", "is not text that can be kept");
  if (Buffer.byteLength(op.body) > LARGEST_BODY_BYTES) return refused("body", "is larger than 512 KB", "size");
  if (sha256(op.body) !== op.sha256) return refused("sha256", "is not the hash of the body", "hash");
  const { opId, recordType, recordId, caseId, parents, schemaVersion } = op;
  return ok({
    op,
    opSha256: sha256(JSON.stringify([opId, recordType, recordId, caseId, parents, schemaVersion, op.sha256])),
  });
};

export interface Refusal {
  readonly reason: RefusedReason;
  readonly faults: readonly ShapeFault[];
}

const refused = (path: string, why: string, reason: RefusedReason = "envelope"): Result<never, Refusal> =>
  err({ reason, faults: [{ path, reason: why }] });

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
