import { ok, type Result } from "#core/result";
import type { Id } from "#core/schema/ids";
import { isPrivateType, Operation } from "#core/schema/operation";
import { concernsFirst } from "#core/sync/concerns-first";
import { RemoteRecord } from "#core/sync/remote-record";
import type { Connection } from "./open-database";
import { readRow } from "./read-row";
import type { RowCodec } from "#core/sealed/row-codec";
import type { StorageError } from "./storage-error";

/** The version of a row that the server does not name in a manifest. */
export const HELD = "held";
/** What the id of a row begins with that says that the server refused an operation. */
export const REFUSED = "refused/";

/** The operations that the server refused, by the ids of the rows that say so. */
export const refusedAmong = (metaIds: readonly string[]): ReadonlySet<string> =>
  new Set(metaIds.filter((id) => id.startsWith(REFUSED)).map((id) => id.slice(REFUSED.length)));

/** What of this device the server does not have. */
export interface Waiting {
  /** What waits to be delivered: concerns, then the rest, oldest first; what was refused is not among it. */
  readonly pending: () => Promise<Result<readonly Operation[], StorageError>>;
  /** The concerns that came to wait since the operations named were read. */
  readonly concernsSince: (known: ReadonlySet<Id>) => Promise<Result<readonly Operation[], StorageError>>;
  readonly isAnythingWaiting: () => Promise<Result<boolean, StorageError>>;
  /** What the screens say of delivery: it is the same with private records and without. */
  readonly count: () => Promise<Result<{ readonly waiting: number; readonly needPerson: number }, StorageError>>;
}

/**
 * Reads what waits.
 *
 * Laws  1. concerns come before everything else
 *       2. no number tells of a concern or a note: where one is stands beside it alone
 * (tests/property/concerns-first.test.ts, tests/property/concerns.test.ts)
 */
export const createWaiting = ({
  connection,
  codec,
}: {
  readonly connection: Connection;
  readonly codec: RowCodec;
}): Waiting => {
  const outboxRows = () =>
    connection.run((db) =>
      db.transaction("r", db.outbox, db.meta, async () =>
        ok({ outbox: await db.outbox.orderBy("seq").toArray(), meta: await db.meta.toCollection().primaryKeys() }),
      ),
    );

  const pending: Waiting["pending"] = async () => {
    const rows = await outboxRows();
    if (!rows.ok) return rows;
    const refused = refusedAmong(rows.value.meta);
    const read = await Promise.all(rows.value.outbox.map((row) => readRow(codec, "outbox", row, Operation)));
    return ok(concernsFirst(read.flatMap((each) => (each.ok && !refused.has(each.value.opId) ? [each.value] : []))));
  };

  const concernsSince: Waiting["concernsSince"] = async (known) => {
    const rows = await connection.run((db) =>
      db.transaction("r", db.outbox, async () => {
        const ids = await db.outbox.orderBy("id").keys();
        const added = ids.filter((id): id is string => typeof id === "string" && !known.has(id));
        return ok(added.length === 0 ? [] : await db.outbox.where("id").anyOf(added).toArray());
      }),
    );
    if (!rows.ok) return rows;
    const read = await Promise.all(rows.value.map((row) => readRow(codec, "outbox", row, Operation)));
    return ok(read.flatMap((each) => (each.ok && each.value.recordType === "concern" ? [each.value] : [])));
  };

  return {
    pending,
    concernsSince,
    isAnythingWaiting: async () => {
      const waiting = await pending();
      return waiting.ok ? ok(waiting.value.length > 0) : waiting;
    },
    count: async () => {
      const rows = await outboxRows();
      if (!rows.ok) return rows;
      const heldRows = await connection.run(async (db) => ok(await db.remote.where("version").equals(HELD).toArray()));
      if (!heldRows.ok) return heldRows;
      const refused = refusedAmong(rows.value.meta);
      const read = await Promise.all(rows.value.outbox.map((row) => readRow(codec, "outbox", row, Operation)));
      const held = await Promise.all(heldRows.value.map((row) => readRow(codec, "remote", row, RemoteRecord)));
      const isShown = (each: Result<{ readonly recordType: string }, unknown>): boolean =>
        !each.ok || !isPrivateType(each.value.recordType);
      const counted = read.filter(isShown);
      const waiting = counted.filter((each) => each.ok && !refused.has(each.value.opId)).length;
      return ok({ waiting, needPerson: counted.length - waiting + held.filter(isShown).length });
    },
  };
};
