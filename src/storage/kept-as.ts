import type { Id } from "#core/schema/ids";
import type { Operation } from "#core/schema/operation";
import type { Put, PushResult, Receipt } from "#core/schema/wire";
import { type RemoteRecord, versionsBefore } from "#core/sync/remote-record";
import { HELD } from "./waiting";

/** The version of a row whose version is not known: the next pull replaces it. */
const STALE = "stale";

/** The answer for an operation that the server has. */
export type Kept = PushResult & { readonly receipt: Receipt };

/** What the device keeps of an operation that the server now has. */
export const keptAs = (
  operation: Operation,
  { status, ver, reason, receipt }: Kept,
  before: RemoteRecord | undefined,
): { readonly id: string; readonly version: string; readonly record: RemoteRecord } => {
  const { opId: revId, recordType, recordId, caseId, parents, schemaVersion, body } = operation;
  const head: RemoteRecord = {
    recordType,
    recordId,
    caseId,
    revId,
    parents,
    schemaVersion,
    body,
    // Versions beside it stand until they are brought together with it; the next pull says how they stand.
    branches: (before?.branches ?? []).filter((branch) => !parents.includes(branch.revId)),
    before: [...versionsBefore({ revId, parents }, before)],
    receipt,
  };
  if (status === "quarantined") return { id: revId, version: HELD, record: { ...head, held: reason ?? "unknown" } };
  if (status === "branched" && before !== undefined) {
    const branches = [...before.branches, { revId, parents, schemaVersion, body, receipt }];
    return { id: recordId, version: STALE, record: { ...before, branches } };
  }
  return { id: recordId, version: ver ?? STALE, record: head };
};

/** What the device keeps of a record that it is given: with the receipts that it holds for versions that still stand. */
export const givenAs = ({ ver: _ver, ...put }: Put, earlier: RemoteRecord | undefined): RemoteRecord => {
  const known = earlier === undefined ? [] : [earlier, ...earlier.branches];
  const receiptOf = (revId: Id): { readonly receipt?: Receipt } => {
    const receipt = known.find((version) => version.revId === revId)?.receipt;
    return receipt === undefined ? {} : { receipt };
  };
  return {
    ...put,
    ...receiptOf(put.revId),
    branches: put.branches.map((branch) => ({ ...branch, ...receiptOf(branch.revId) })),
    before: [...versionsBefore(put, earlier)],
  };
};
