import type { Ids } from "#core/ports";
import type { Operation } from "#core/schema/operation";
import { RecordType } from "#core/schema/operation";
import type { PullResponse, Put, Receipt } from "#core/schema/wire";
import type { RemoteRecord } from "#core/sync/remote-record";

export interface PutBack extends Pick<PullResponse, "puts" | "gone"> {
  /** Whether the store was put back to an earlier state since this device last heard of it. */
  readonly wasPutBack: boolean;
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
 *          stands that is known to be one of those before, it follows that one; else it follows what it followed before,
 *          so that a version made meanwhile is never written over. A version beside the head is offered as one.
 * Missing  what the server still knows of, or another device delivered, is not offered: that device has it.
 */
export const offeredAgain = async ({
  puts,
  gone,
  wasPutBack,
  before,
  ids,
  sha256,
}: PutBack): Promise<readonly Operation[]> => {
  const notThere = new Set(gone.filter(({ reason }) => reason === "not-here").map(({ id }) => id));
  // Where access has ended too, what was delivered meanwhile is delivered again: it is held safely there.
  const ended = new Set(gone.filter(({ id }) => wasPutBack && !notThere.has(id)).map(({ id }) => id));
  const putOf = new Map((wasPutBack ? puts : []).map((put) => [put.recordId, put]));
  const standing = (id: string): Stands => (notThere.has(id) ? "gone" : ended.has(id) ? "ended" : putOf.get(id));
  const lost = [...before.values()]
    .flatMap((record) => lostOf(record, standing(record.recordId)))
    .sort((one, other) => one.receipt.auditSeq - other.receipt.auditSeq);
  const operations = await Promise.all(
    lost.map(async ({ record, version, parents, receipt }): Promise<Operation | undefined> => {
      const recordType = RecordType.safeParse(record.recordType);
      if (!recordType.success) return undefined;
      const { recordId, caseId } = record;
      const { schemaVersion, body } = version;
      const hash = await sha256(body);
      return {
        // The id stands for the very bytes that were delivered; what the device has since been given is a new version.
        opId: hash === receipt.sha256 ? version.revId : ids.next(),
        recordType: recordType.data,
        recordId,
        caseId,
        parents: [...parents],
        schemaVersion,
        body,
        sha256: hash,
        clientTime: receipt.receivedAt,
      };
    }),
  );
  return operations.filter((operation) => operation !== undefined);
};

/** A version that this device delivered and the server has no more; `parents` is what it follows now. */
interface Lost {
  readonly record: RemoteRecord;
  readonly version: RemoteRecord["branches"][number];
  readonly parents: readonly string[];
  readonly receipt: Receipt;
}

/** How a record stands on the server now, as far as this device is told. */
type Stands = Put | "gone" | "ended" | undefined;

const lostOf = (record: RemoteRecord, stands: Stands): readonly Lost[] => {
  if (stands === undefined) return [];
  const isTold = typeof stands === "object";
  const isKnown = (revId: string): boolean =>
    isTold && [stands.revId, ...stands.parents, ...stands.branches.map((each) => each.revId)].includes(revId);
  const followed = isTold && record.before?.includes(stands.revId) === true ? [stands.revId] : record.parents;
  return [
    { version: record, parents: stands === "gone" ? [] : followed },
    ...record.branches.map((version) => ({ version, parents: version.parents })),
  ].flatMap(({ version, parents }) =>
    version.receipt === undefined || isKnown(version.revId)
      ? []
      : [{ record, version, parents: parents.slice(0, 2), receipt: version.receipt }],
  );
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
