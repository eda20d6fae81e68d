import { type Operation, SCHEMA_VERSION } from "#core/schema/operation";
import type { Unsent } from "#core/sync/overlay";
import type { RemoteRecord } from "#core/sync/remote-record";
import { uuid } from "./uuid";

/** An operation on a record, by small numbers. */
export const operation = (
  opId: number,
  recordId: number,
  parents: readonly number[] = [],
  clientTime = 0,
): Operation => ({
  opId: uuid(opId),
  recordType: "profile",
  recordId: uuid(recordId),
  caseId: uuid(recordId),
  parents: parents.map(uuid),
  schemaVersion: SCHEMA_VERSION,
  body: `{"of":${opId}}`,
  sha256: "0".repeat(64),
  clientTime,
});

/** What waits on this device, none of it refused unless it is named. */
export const unsent = (operations: readonly Operation[], refused: readonly number[] = []): Unsent => ({
  operations,
  refusedIds: new Set(refused.map(uuid)),
});

/** What the server last said of a record, by small numbers. */
export const remoteHead = (revId: number, recordId: number, parents: readonly number[] = []): RemoteRecord => ({
  recordType: "profile",
  recordId: uuid(recordId),
  caseId: uuid(recordId),
  revId: uuid(revId),
  parents: parents.map(uuid),
  schemaVersion: SCHEMA_VERSION,
  body: `{"of":${revId}}`,
  branches: [],
});

/** The receipt of a revision, by a small number. */
export const receiptOf = (revId: number) => ({
  revId: uuid(revId),
  sha256: "0".repeat(64),
  receivedAt: 1,
  auditSeq: revId,
  hmac: "f".repeat(64),
});
