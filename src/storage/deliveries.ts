import { z } from "zod";
import type { Ids } from "#core/ports";
import { ok, type Result } from "#core/result";
import type { Id } from "#core/schema/ids";
import { Operation } from "#core/schema/operation";
import { Policy, type PullResponse, type PushResult } from "#core/schema/wire";
import { RemoteRecord } from "#core/sync/remote-record";
import { givenAs, keptAs } from "./kept-as";
import { heldAgain, offeredAgain } from "./offer-again";
import type { Connection, SequencedRow, Tables } from "./open-database";
import { readRow } from "./read-row";
import type { RowCodec } from "#core/sealed/row-codec";
import { stillNeeded } from "./still-needed";
import type { StorageError } from "./storage-error";
import { createWaiting, HELD, REFUSED, type Waiting } from "./waiting";

/** The server as a whole, as this device last heard. */
const ServerSaid = z.looseObject({ storeEpoch: z.string(), policy: Policy.optional() });
/** An operation that the server refused: it stays in the outbox and needs a person. */
export const Refused = z.looseObject({ opId: z.string(), reason: z.string() });

const SERVER = "server";

export interface Deliveries extends Waiting {
  /** Takes the server's answers: what it keeps moves from the outbox to what the server said, in one transaction. */
  readonly settle: (sent: readonly Operation[], results: readonly PushResult[]) => Promise<Result<void, StorageError>>;
  readonly held: () => Promise<
    Result<{ readonly storeEpoch: string; readonly versions: ReadonlyMap<Id, string> }, StorageError>
  >;
  /** What the server last told every device; nothing before this device first heard from it. */
  readonly policy: () => Promise<Result<Policy | undefined, StorageError>>;
  /** Takes what is different, all or nothing. */
  readonly take: (pulled: PullResponse) => Promise<Result<void, StorageError>>;
}

export interface DeliveriesDeps {
  readonly connection: Connection;
  readonly codec: RowCodec;
  readonly ids: Ids;
  readonly sha256: (text: string) => Promise<string>;
}

/**
 * What this device has delivered and been given.
 *
 * Laws   1. an operation goes from the outbox only in the transaction that keeps its body and its receipt
 *        2. what is taken from the server takes nothing from drafts or outbox
 *        3. what this device delivered and the server no longer has waits to be delivered again, before what follows it
 *        4. a record stays while something that was begun here hangs on it
 * (tests/unit/storage/deliveries.test.ts)
 */
export const createDeliveries = ({ connection, codec, ids, sha256 }: DeliveriesDeps): Deliveries => {
  // [Note: Seal before the transaction]
  const remoteRow = async (id: string, version: string, record: RemoteRecord) => ({
    id,
    version,
    body: await codec.encode({ table: "remote", id, version }, JSON.stringify(record)),
  });
  const outboxRow = async (operation: Operation) => {
    const at = { table: "outbox", id: operation.opId, version: 1 } as const;
    return { id: at.id, version: at.version, body: await codec.encode(at, JSON.stringify(operation)) };
  };
  const metaRow = async (id: string, content: unknown) => ({
    id,
    version: 1,
    body: await codec.encode({ table: "meta", id, version: 1 }, JSON.stringify(content)),
  });
  const metaOf = async <T>(id: string, schema: z.ZodType<T>): Promise<Result<T | undefined, StorageError>> => {
    const row = await connection.run(async (db) => ok(await db.meta.get(id)));
    if (!row.ok || row.value === undefined) return row.ok ? ok(undefined) : row;
    const read = await readRow(codec, "meta", row.value, schema);
    return ok(read.ok ? read.value : undefined);
  };
  const remoteById = async (
    recordIds: readonly string[],
  ): Promise<Result<ReadonlyMap<string, RemoteRecord>, StorageError>> => {
    const rows = await connection.run(async (db) => ok(await db.remote.bulkGet([...recordIds])));
    if (!rows.ok) return rows;
    const read = await Promise.all(
      rows.value.flatMap((row) => (row === undefined ? [] : [readRow(codec, "remote", row, RemoteRecord)])),
    );
    return ok(new Map(read.flatMap((each) => (each.ok ? [[each.value.recordId, each.value] as const] : []))));
  };

  /** The versions that the server holds safely instead of taking them in. */
  const heldHere = async (): Promise<Result<readonly RemoteRecord[], StorageError>> => {
    const rows = await connection.run(async (db) => ok(await db.remote.where("version").equals(HELD).toArray()));
    if (!rows.ok) return rows;
    const read = await Promise.all(rows.value.map((row) => readRow(codec, "remote", row, RemoteRecord)));
    return ok(read.flatMap((each) => (each.ok && each.value.held !== undefined ? [each.value] : [])));
  };

  /** Of the records that are gone, those that go now and those that stay, marked, until nothing hangs on them. */
  const whatLeaves = async (goneIds: readonly string[], before: ReadonlyMap<string, RemoteRecord>) => {
    const lying = await connection.run((db) =>
      db.transaction("r", db.draft, db.outbox, db.remote, async () =>
        ok({
          drafts: await db.draft.toArray(),
          outbox: await db.outbox.toArray(),
          held: await db.remote.where("version").equals(HELD).toArray(),
        }),
      ),
    );
    if (!lying.ok) return lying;
    const needed = await stillNeeded(codec, lying.value);
    const marked = await Promise.all(lying.value.held.map((row) => readRow(codec, "remote", row, RemoteRecord)));
    const over = marked.flatMap((each) =>
      each.ok && each.value.ended === true && !needed.has(each.value.recordId) ? [each.value.recordId] : [],
    );
    const staying = goneIds.flatMap((id) => {
      const record = before.get(id);
      return record !== undefined && needed.has(id) ? [{ ...record, ended: true }] : [];
    });
    const ended = await Promise.all(staying.map((record) => remoteRow(record.recordId, HELD, record)));
    const stayingIds = new Set(staying.map(({ recordId }) => recordId));
    return ok({ ended, removed: [...goneIds.filter((id) => !stayingIds.has(id)), ...over] });
  };

  return {
    ...createWaiting({ connection, codec }),
    settle: async (sent, results) => {
      const before = await remoteById(sent.map(({ recordId }) => recordId));
      if (!before.ok) return before;
      const known = new Map(before.value);
      const puts: { readonly id: string; readonly version: string; readonly record: RemoteRecord }[] = [];
      const done: string[] = [];
      const refused: z.infer<typeof Refused>[] = [];
      for (const result of results) {
        const operation = sent.find(({ opId }) => opId === result.opId);
        if (operation === undefined) continue;
        if (result.status === "refused") refused.push({ opId: result.opId, reason: result.reason ?? "unknown" });
        // A receipt of something else is no receipt: what it does not name stays here.
        if (result.receipt?.revId !== operation.opId || result.receipt.sha256 !== operation.sha256) continue;
        done.push(result.opId);
        const { id, version, record } = keptAs(
          operation,
          { ...result, receipt: result.receipt },
          known.get(operation.recordId),
        );
        if (id === operation.recordId) known.set(id, record);
        puts.push({ id, version, record });
      }
      const rows = await Promise.all(puts.map(({ id, version, record }) => remoteRow(id, version, record)));
      const marks = await Promise.all(refused.map((each) => metaRow(`${REFUSED}${each.opId}`, each)));
      return connection.run((db) =>
        db.transaction("rw", db.remote, db.outbox, db.meta, async () => {
          await db.remote.bulkPut(rows);
          await db.meta.bulkPut(marks);
          await db.outbox.where("id").anyOf(done).delete();
          return ok(undefined);
        }),
      );
    },

    held: async () => {
      const said = await metaOf(SERVER, ServerSaid);
      if (!said.ok) return said;
      const versions = await connection.run(async (db) => {
        const byId = new Map<Id, string>();
        await db.remote.orderBy("version").eachKey((version, { primaryKey }) => {
          if (typeof version === "string" && version !== HELD) byId.set(primaryKey, version);
        });
        return ok(byId);
      });
      if (!versions.ok) return versions;
      return ok({ storeEpoch: said.value?.storeEpoch ?? "", versions: versions.value });
    },

    policy: async () => {
      const said = await metaOf(SERVER, ServerSaid);
      return said.ok ? ok(said.value?.policy) : said;
    },

    take: async ({ puts, gone, more, storeEpoch, policy }) => {
      const before = await remoteById([...puts.map(({ recordId }) => recordId), ...gone.map(({ id }) => id)]);
      if (!before.ok) return before;
      const known = await metaOf(SERVER, ServerSaid);
      if (!known.ok) return known;
      const knownEpoch = known.value?.storeEpoch ?? "";
      // What was delivered before the store was ever heard of was delivered to one that may have been put back since.
      const wasPutBack = knownEpoch !== storeEpoch;
      const found = await offeredAgain({ puts, gone, wasPutBack, before: before.value, ids, sha256 });
      // Once all of it is here: what the store holds safely is in no page.
      const held = wasPutBack && !more ? await heldHere() : ok([]);
      if (!held.ok) return held;
      const unheld = await heldAgain(held.value, sha256);
      const again = [...found, ...unheld];
      const leaving = await whatLeaves(
        gone.map(({ id }) => id),
        before.value,
      );
      if (!leaving.ok) return leaving;
      const rows = await Promise.all(
        puts.map((put) => remoteRow(put.recordId, put.ver, givenAs(put, before.value.get(put.recordId)))),
      );
      const first = await Promise.all(again.map(outboxRow));
      // The new epoch counts once all of it is here: until then every page is read as of a store that was put back.
      const said = await metaRow(SERVER, { storeEpoch: wasPutBack && more ? knownEpoch : storeEpoch, policy });
      return connection.run((db) =>
        db.transaction("rw", db.remote, db.outbox, db.meta, async () => {
          await db.remote.bulkDelete([...leaving.value.removed, ...unheld.map(({ opId }) => opId)]);
          await db.remote.bulkPut([...leaving.value.ended, ...rows]);
          if (first.length > 0) await putFirst(db.outbox, first);
          await db.meta.put(said);
          return ok(undefined);
        }),
      );
    },
  };
};

/** Puts rows before all that waits: what waits may follow them, and the server takes them in their order. */
const putFirst = async (outbox: Tables["outbox"], rows: readonly SequencedRow[]): Promise<void> => {
  const waiting = await outbox.orderBy("seq").toArray();
  await outbox.clear();
  await outbox.bulkAdd([...rows, ...waiting.map(({ id, version, body }) => ({ id, version, body }))]);
};
