import type { Ids } from "#core/ports";
import type { Operation } from "#core/schema/operation";
import { RecordType } from "#core/schema/operation";
import type { PullResponse } from "#core/schema/wire";
import type { RemoteRecord } from "#core/sync/remote-record";

export interface PutBack extends Pick<PullResponse, "puts" | "gone"> {
  /** What the device had of each of these records. */
  readonly before: ReadonlyMap<string, RemoteRecord>;
  readonly ids: Ids;
  readonly sha256: (text: string) => Promise<string>;
}

/**
 * What the device delivered, holds a receipt for, and no longer finds on the server: one that took it in and does not
 * know of it was put back to an earlier state.
 *
 * Shape    in the order in which it was delivered. Where the record is gone it begins again; where an earlier version
 *          stands it follows what it followed before, so that a version made meanwhile is never written over.
 * Missing  what the server still knows of, or another device delivered, is not offered: that device has it.
 */
export const offeredAgain = async ({ puts, gone, before, ids, sha256 }: PutBack): Promise<readonly Operation[]> => {
  const notThere = new Set(gone.filter(({ reason }) => reason === "not-here").map(({ id }) => id));
  const headOf = new Map(puts.map((put) => [put.recordId, put.revId]));
  const lost = [...before.values()]
    .filter(({ recordId, revId }) => {
      const head = headOf.get(recordId);
      return notThere.has(recordId) || (head !== undefined && head !== revId);
    })
    .flatMap((record) => (record.receipt === undefined ? [] : [{ record, receipt: record.receipt }]))
    .sort((one, other) => one.receipt.auditSeq - other.receipt.auditSeq);
  const operations = await Promise.all(
    lost.map(async ({ record, receipt }): Promise<Operation | undefined> => {
      const recordType = RecordType.safeParse(record.recordType);
      if (!recordType.success) return undefined;
      const { recordId, caseId, schemaVersion, body } = record;
      const hash = await sha256(body);
      return {
        // The id stands for the very bytes that were delivered; what the device has since been given is a new version.
        opId: hash === receipt.sha256 ? record.revId : ids.next(),
        recordType: recordType.data,
        recordId,
        caseId,
        parents: notThere.has(recordId) ? [] : record.parents.slice(0, 2),
        schemaVersion,
        body,
        sha256: hash,
        clientTime: receipt.receivedAt,
      };
    }),
  );
  return operations.filter((operation) => operation !== undefined);
};

/**
 * What a server that was put back had held safely, as it was delivered: it goes again under its own id, whatever else
 * there is, because no manifest names it and nobody else has it.
 *
 * Missing  what is not word for word what its receipt is for.
 */
export const heldAgain = async (
  held: readonly RemoteRecord[],
  sha256: PutBack["sha256"],
): Promise<readonly Operation[]> => {
  const operations = await Promise.all(
    held.map(async (record): Promise<Operation | undefined> => {
      const recordType = RecordType.safeParse(record.recordType);
      const { receipt, revId: opId, recordId, caseId, parents, schemaVersion, body } = record;
      if (record.held === undefined || receipt === undefined || !recordType.success) return undefined;
      const hash = await sha256(body);
      if (hash !== receipt.sha256) return undefined;
      const clientTime = receipt.receivedAt;
      return {
        opId,
        recordType: recordType.data,
        recordId,
        caseId,
        parents,
        schemaVersion,
        body,
        sha256: hash,
        clientTime,
      };
    }),
  );
  return operations.filter((operation) => operation !== undefined);
};
