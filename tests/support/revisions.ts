import type { Operation } from "#core/schema/operation";
import type { RemoteHead } from "#core/sync/remote-head";
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
  schemaVersion: 1,
  body: `{"of":${opId}}`,
  sha256: "0".repeat(64),
  clientTime,
});

/** What the server last said of a record, by small numbers. */
export const remoteHead = (revId: number, recordId: number, parents: readonly number[] = []): RemoteHead => ({
  recordType: "profile",
  recordId: uuid(recordId),
  caseId: uuid(recordId),
  revId: uuid(revId),
  parents: parents.map(uuid),
  schemaVersion: 1,
  body: `{"of":${revId}}`,
});
