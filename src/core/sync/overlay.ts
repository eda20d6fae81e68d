import type { Delivery } from "../schema/delivery";
import type { Id } from "../schema/ids";
import type { Operation, RecordType } from "../schema/operation";
import type { RemoteHead } from "./remote-head";

/** One immutable version of a record, wherever it lies. */
export interface Revision {
  readonly revId: Id;
  readonly recordType: RecordType;
  readonly recordId: Id;
  readonly caseId: Id;
  readonly parents: readonly Id[];
  readonly schemaVersion: number;
  readonly body: string;
}

/** A record as people see it: the revision on top, and every other one that nothing follows ("two versions"). */
export interface RecordHead {
  readonly head: Revision;
  readonly otherHeads: readonly Revision[];
  readonly delivery: Delivery;
}

/**
 * What people see: the server's last word, overlaid by what this device has not delivered.
 *
 * Shape  `outbox` is in the order in which it was written; the answer has each record once, remote ones first.
 *
 * Laws   1. a head is nobody's parent, and every revision that is nobody's parent is a head
 *        2. every record that has a revision has a head, even where its chain runs in a circle
 *        3. of several heads, the one this device wrote last is on top; none is dropped
 *        4. an operation changes its own record only
 *        5. a revision that is in both places is one revision, and its record waits until the operation is gone
 * (tests/unit/core/sync/overlay.test.ts, tests/property/overlay.test.ts)
 */
export const overlay = (remote: readonly RemoteHead[], outbox: readonly Operation[]): readonly RecordHead[] => {
  const revisionsByRecordId = new Map<Id, Map<Id, Revision>>();
  const sinceMsByRecordId = new Map<Id, number>();
  const put = (revision: Revision): void => {
    const revisions = revisionsByRecordId.get(revision.recordId) ?? new Map<Id, Revision>();
    revisions.delete(revision.revId); // so that it is set last, as what this device wrote
    revisionsByRecordId.set(revision.recordId, revisions.set(revision.revId, revision));
  };

  for (const head of remote) put(head);
  for (const operation of outbox) {
    put(operationToRevision(operation));
    const sinceMs = sinceMsByRecordId.get(operation.recordId) ?? operation.clientTime;
    sinceMsByRecordId.set(operation.recordId, Math.min(sinceMs, operation.clientTime));
  }

  return [...revisionsByRecordId].map(([recordId, revisions]) => {
    const sinceMs = sinceMsByRecordId.get(recordId);
    return {
      ...onTop([...revisions.values()]),
      delivery: sinceMs === undefined ? { kind: "delivered" } : { kind: "waiting", sinceMs },
    };
  });
};

const operationToRevision = (operation: Operation): Revision => ({
  revId: operation.opId,
  recordType: operation.recordType,
  recordId: operation.recordId,
  caseId: operation.caseId,
  parents: operation.parents,
  schemaVersion: operation.schemaVersion,
  body: operation.body,
});

const onTop = (revisions: readonly Revision[]): Pick<RecordHead, "head" | "otherHeads"> => {
  const followed = new Set(revisions.flatMap((revision) => revision.parents));
  const heads = revisions.filter((revision) => !followed.has(revision.revId));
  const head = heads.at(-1) ?? revisions.at(-1);
  if (head === undefined) throw new Error("a record without a revision");
  return { head, otherHeads: heads.filter((other) => other !== head) };
};
