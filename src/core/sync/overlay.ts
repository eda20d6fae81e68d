import type { Delivery, NeedsYou } from "../schema/delivery";
import type { Id } from "../schema/ids";
import type { Operation } from "../schema/operation";
import type { RemoteRecord } from "./remote-record";

/** One immutable version of a record, wherever it lies. */
export interface Revision {
  readonly revId: Id;
  readonly recordType: string;
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

/** What this device has not delivered, in the order in which it was written; `refusedIds` are those the server refused. */
export interface Unsent {
  readonly operations: readonly Operation[];
  readonly refusedIds: ReadonlySet<Id>;
}

/**
 * What people see: the server's last word, overlaid by what this device has not delivered.
 *
 * Shape  the answer has each record once, remote ones first.
 *
 * Laws   1. a head is nobody's parent, and every revision that is nobody's parent is a head
 *        2. every record that has a revision has a head, even where its chain runs in a circle
 *        3. of several heads, the one this device has not delivered is on top, then the one that is held safely, then the
 *           server's; none is dropped
 *        4. an operation changes its own record only
 *        5. a revision that is in both places is one revision, and its record waits until the operation is gone
 *        6. a record is called delivered only where nothing of it waits and nothing of it needs a person
 * (tests/unit/core/sync/overlay.test.ts, tests/property/overlay.test.ts)
 */
export const overlay = (remote: readonly RemoteRecord[], unsent: Unsent): readonly RecordHead[] => {
  const piles = new Map<Id, Pile>();
  const pileOf = (recordId: Id): Pile => {
    const pile = piles.get(recordId) ?? { revisions: new Map(), waiting: [], isRefused: false };
    piles.set(recordId, pile);
    return pile;
  };

  for (const record of remote.filter(({ held }) => held === undefined)) {
    const pile = pileOf(record.recordId);
    for (const branch of record.branches) put(pile, { ...revisionOf(record), ...branch });
    put(pile, revisionOf(record));
    pile.remote = record;
  }
  for (const record of remote.filter(({ held }) => held !== undefined)) {
    const pile = pileOf(record.recordId);
    put(pile, revisionOf(record));
    pile.held = record;
  }
  for (const operation of unsent.operations) {
    const pile = pileOf(operation.recordId);
    const { opId: revId, recordType, recordId, caseId, parents, schemaVersion, body } = operation;
    put(pile, { revId, recordType, recordId, caseId, parents, schemaVersion, body });
    pile.waiting.push(operation);
    pile.isRefused ||= unsent.refusedIds.has(revId);
  }

  return [...piles.values()].map((pile) => {
    const heads = onTop([...pile.revisions.values()]);
    // A branch may follow the head that this device knows, when the server's own is not here yet.
    const hasTwoVersions = heads.otherHeads.length > 0 || (pile.remote?.branches.length ?? 0) > 0;
    return { ...heads, delivery: deliveryOf(pile, hasTwoVersions) };
  });
};

/** Everything there is of one record. */
interface Pile {
  readonly revisions: Map<Id, Revision>;
  readonly waiting: Operation[];
  isRefused: boolean;
  remote?: RemoteRecord;
  held?: RemoteRecord;
}

const put = ({ revisions }: Pile, revision: Revision): void => {
  revisions.delete(revision.revId); // so that it is set last: what comes later lies on top
  revisions.set(revision.revId, revision);
};

const revisionOf = (record: RemoteRecord): Revision => {
  const { revId, recordType, recordId, caseId, parents, schemaVersion, body } = record;
  return { revId, recordType, recordId, caseId, parents, schemaVersion, body };
};

const deliveryOf = ({ waiting, isRefused, remote, held }: Pile, hasTwoVersions: boolean): Delivery => {
  if (isRefused) return needsYou("refused", undefined);
  if (held !== undefined) return needsYou("held", held);
  if (remote?.ended === true) return needsYou("access-ended", remote);
  const [first, ...rest] = waiting.map(({ clientTime }) => clientTime);
  if (first !== undefined) return { kind: "waiting", sinceMs: Math.min(first, ...rest) };
  if (hasTwoVersions) return needsYou("two-versions", remote);
  return { kind: "delivered", ...receiptIn(remote) };
};

const needsYou = (reason: NeedsYou, record: RemoteRecord | undefined): Delivery => ({
  kind: "needs-you",
  reason,
  ...receiptIn(record),
});

const receiptIn = (record: RemoteRecord | undefined) =>
  record?.receipt === undefined ? {} : { receipt: record.receipt };

const onTop = (revisions: readonly Revision[]): Pick<RecordHead, "head" | "otherHeads"> => {
  const followed = new Set(revisions.flatMap((revision) => revision.parents));
  const heads = revisions.filter((revision) => !followed.has(revision.revId));
  const head = heads.at(-1) ?? revisions.at(-1);
  if (head === undefined) throw new Error("a record without a revision");
  return { head, otherHeads: heads.filter((other) => other !== head) };
};
