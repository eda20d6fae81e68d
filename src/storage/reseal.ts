import { ok, type Result } from "#core/result";
import type { RowCodec, TableName } from "#core/sealed/row-codec";
import type { Connection, StoredRow } from "./open-database";
import type { StorageError } from "./storage-error";

export interface ResealDeps {
  readonly connection: Connection;
  readonly codec: RowCodec;
  /** The epoch that a row was sealed under, which stands in the open before it; undefined for what is not sealed. */
  readonly epochOf: (body: unknown) => number | undefined;
}

/** What is left: the epochs that some row on this device still lies under. */
export interface Resealed {
  readonly epochsInUse: readonly number[];
  readonly resealed: number;
}

const TABLES = ["meta", "outbox", "draft", "remote"] as const satisfies readonly TableName[];

/**
 * Writes rows that lie under an older key anew, under the newest, a row at a time.
 *
 * Laws   1. whenever it is broken off, every row can be read, and it can be done again
 *        2. a row that was written meanwhile is left as it was written
 *        3. a row that cannot be read is left as it lies, and its epoch counts as in use
 * (tests/unit/storage/reseal.test.ts)
 */
export const resealRows = async (
  { connection, codec, epochOf }: ResealDeps,
  newest: number,
): Promise<Result<Resealed, StorageError>> => {
  let resealed = 0;
  for (const table of TABLES) {
    const lying = await rowsOf(connection, table);
    if (!lying.ok) return lying;
    for (const row of lying.value.filter(({ body }) => (epochOf(body) ?? newest) < newest)) {
      const at = { table, id: row.id, version: row.version };
      const content = await codec.decode(at, row.body);
      if (!content.ok) continue;
      // [Note: Seal before the transaction]
      const written = await replace(connection, table, row, await codec.encode(at, content.value));
      if (!written.ok) return written;
      if (written.value) resealed += 1;
    }
  }
  const inUse = new Set<number>();
  for (const table of TABLES) {
    const lying = await rowsOf(connection, table);
    if (!lying.ok) return lying;
    for (const { body } of lying.value) inUse.add(epochOf(body) ?? newest);
  }
  return ok({ epochsInUse: [...inUse].sort((one, other) => one - other), resealed });
};

const rowsOf = (connection: Connection, table: TableName): Promise<Result<StoredRow[], StorageError>> =>
  connection.run(async (db) => ok<StoredRow[]>(await db.table<StoredRow>(table).toArray()));

const replace = (
  connection: Connection,
  table: TableName,
  before: StoredRow,
  body: unknown,
): Promise<Result<boolean, StorageError>> =>
  connection.run((db) =>
    db.transaction("rw", db.table(table), async () => {
      // The outbox counts its rows by their order; everywhere else the id is the key.
      const found = await db.table<StoredRow>(table).where("id").equals(before.id).first();
      if (found === undefined || found.version !== before.version || !isSame(found.body, before.body)) return ok(false);
      await db.table<StoredRow>(table).put({ ...found, body });
      return ok(true);
    }),
  );

const isSame = (one: unknown, other: unknown): boolean =>
  one instanceof Uint8Array &&
  other instanceof Uint8Array &&
  one.byteLength === other.byteLength &&
  one.every((byte, at) => byte === other[at]);
