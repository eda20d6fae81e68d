import type { z } from "zod";
import { err, ok, type Result } from "#core/result";
import { CaseBody } from "#core/schema/case";
import { ConcernBody, NoteBody } from "#core/schema/concern";
import type { Delivery } from "#core/schema/delivery";
import type { Id } from "#core/schema/ids";
import { Operation, RecordType } from "#core/schema/operation";
import { PlanBody } from "#core/schema/plan";
import { ProfileBody } from "#core/schema/profile";
import { ReviewBody } from "#core/schema/review";
import { SameChildBody } from "#core/schema/same-child";
import { overlay, type RecordHead } from "#core/sync/overlay";
import { RemoteRecord } from "#core/sync/remote-record";
import type { NotFound } from "./drafts";
import type { BodyByType } from "./make-operation";
import type { Connection } from "./open-database";
import { readRow, readText, type Unreadable } from "./read-row";
import type { RowCodec } from "#core/sealed/row-codec";
import type { StorageError } from "./storage-error";
import { refusedAmong } from "./waiting";

/** One record as people see it. `otherRevIds` are further versions that nothing follows: a person has to merge them. */
export interface SeenRecord<T extends RecordType = RecordType> {
  readonly recordType: T;
  readonly recordId: Id;
  readonly caseId: Id;
  readonly revId: Id;
  readonly body: BodyByType[T];
  readonly delivery: Delivery;
  readonly otherRevIds: readonly Id[];
}
export type AnyRecord = { readonly [T in RecordType]: SeenRecord<T> }[RecordType];

export interface ListedRecords<T extends RecordType> {
  readonly records: readonly SeenRecord<T>[];
  /** Those of this type, and rows that say not even of what type they are. */
  readonly unreadable: readonly Unreadable[];
}

export interface Records {
  readonly list: <T extends RecordType>(recordType: T) => Promise<Result<ListedRecords<T>, StorageError>>;
  readonly get: (recordId: Id) => Promise<Result<AnyRecord, NotFound | Unreadable | StorageError>>;
  readonly profilesOf: (caseId: Id) => Promise<Result<ListedRecords<"profile">, StorageError>>;
  readonly plansOf: (caseId: Id) => Promise<Result<ListedRecords<"plan">, StorageError>>;
  readonly concernsOf: (caseId: Id) => Promise<Result<ListedRecords<"concern">, StorageError>>;
  readonly notesOf: (caseId: Id) => Promise<Result<ListedRecords<"note">, StorageError>>;
  readonly reviewsOf: (caseId: Id) => Promise<Result<ListedRecords<"review">, StorageError>>;
  /** The records of a case that stand in more than one version, whatever their type. */
  readonly inTwoVersions: (caseId: Id) => Promise<Result<readonly RecordHead[], StorageError>>;
}

export interface RecordsDeps {
  readonly connection: Connection;
  readonly codec: RowCodec;
}

const schemas: { readonly [T in RecordType]: z.ZodType<BodyByType[T]> } = {
  case: CaseBody,
  profile: ProfileBody,
  plan: PlanBody,
  review: ReviewBody,
  concern: ConcernBody,
  note: NoteBody,
  "same-child": SameChildBody,
};

/**
 * The records as people see them: what the server last said, overlaid by what is not delivered yet.
 *
 * Laws   1. a record that cannot be read is named with its place and reason, and hides no other
 *        2. an older revision is never shown in place of a newer one whose body cannot be read
 * (tests/unit/storage/unreadable.test.ts)
 */
export const createRecords = ({ connection, codec }: RecordsDeps): Records => {
  const seen = async (): Promise<Result<Seen, StorageError>> => {
    // One transaction: a record on its way from the outbox to remote must be seen in exactly one of them.
    const rows = await connection.run((db) =>
      db.transaction("r", db.remote, db.outbox, db.meta, async () =>
        ok({
          remote: await db.remote.toArray(),
          outbox: await db.outbox.orderBy("seq").toArray(),
          meta: await db.meta.toCollection().primaryKeys(),
        }),
      ),
    );
    if (!rows.ok) return rows;
    const remote = await Promise.all(rows.value.remote.map((row) => readRow(codec, "remote", row, RemoteRecord)));
    const outbox = await Promise.all(rows.value.outbox.map((row) => readRow(codec, "outbox", row, Operation)));
    return ok({
      heads: overlay(
        remote.flatMap((each) => (each.ok ? [each.value] : [])),
        {
          operations: outbox.flatMap((each) => (each.ok ? [each.value] : [])),
          refusedIds: refusedAmong(rows.value.meta),
        },
      ),
      unreadable: [...remote, ...outbox].flatMap((each) => (each.ok ? [] : [each.error])),
    });
  };

  const listWhere = async <T extends RecordType>(
    recordType: T,
    caseId?: Id,
  ): Promise<Result<ListedRecords<T>, StorageError>> => {
    const found = await seen();
    if (!found.ok) return found;
    const read = found.value.heads
      .filter(({ head }) => head.recordType === recordType && (caseId === undefined || head.caseId === caseId))
      .map((recordHead) => readHead(recordType, recordHead));
    return ok({
      records: read.flatMap((each) => (each.ok ? [each.value] : [])),
      unreadable: [...found.value.unreadable, ...read.flatMap((each) => (each.ok ? [] : [each.error]))],
    });
  };

  return {
    list: (recordType) => listWhere(recordType),
    profilesOf: (caseId) => listWhere("profile", caseId),
    plansOf: (caseId) => listWhere("plan", caseId),
    concernsOf: (caseId) => listWhere("concern", caseId),
    notesOf: (caseId) => listWhere("note", caseId),
    reviewsOf: (caseId) => listWhere("review", caseId),
    inTwoVersions: async (caseId) => {
      const found = await seen();
      if (!found.ok) return found;
      return ok(found.value.heads.filter(({ head, otherHeads }) => head.caseId === caseId && otherHeads.length > 0));
    },
    get: async (recordId) => {
      const found = await seen();
      if (!found.ok) return found;
      const recordHead = found.value.heads.find(({ head }) => head.recordId === recordId);
      if (recordHead === undefined) return err({ type: "NotFound", id: recordId });
      const recordType = RecordType.safeParse(recordHead.head.recordType);
      // A type of record that only a newer version knows: this one has no screen for it.
      if (!recordType.success) return err({ type: "NotFound", id: recordId });
      return readHead(recordType.data, recordHead) as Result<AnyRecord, Unreadable>;
    },
  };
};

interface Seen {
  readonly heads: readonly RecordHead[];
  readonly unreadable: readonly Unreadable[];
}

const readHead = <T extends RecordType>(
  recordType: T,
  { head, otherHeads, delivery }: RecordHead,
): Result<SeenRecord<T>, Unreadable> => {
  const body = readText(head.recordId, head.body, schemas[recordType]);
  if (!body.ok) return body;
  return ok({
    recordType,
    recordId: head.recordId,
    caseId: head.caseId,
    revId: head.revId,
    body: body.value,
    delivery,
    otherRevIds: otherHeads.map((other) => other.revId),
  });
};
