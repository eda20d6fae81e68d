import { err, ok, type Result } from "#core/result";
import type { RescueContent } from "#core/sealed/rescue-content";
import type { RowCodec } from "#core/sealed/row-codec";
import type { DatabaseDeps, StoredRow } from "../open-database";
import { nameOf, type StorageError } from "../storage-error";
import { contentOf, type LyingRows, type Stopped, type ToCollect } from "./collect-rescue";

export interface LyingDeps extends DatabaseDeps {
  readonly codec: RowCodec;
  readonly userId: string;
}

const TABLES = ["draft", "outbox", "remote", "meta"] as const;
/** Another window may keep a database from answering at all. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Collects what a rescue file holds from a database that the app could not open: as it lies, in whatever version, and
 * without bringing it up to date, for which there may be no room. It only reads.
 *
 * Missing  a table that is not there is empty; a database that is not there is not made.
 */
export const collectLying = async (
  { databaseName, factory, ...opening }: LyingDeps,
  wanted: ToCollect,
): Promise<Result<RescueContent, Stopped | StorageError>> => {
  if (factory === undefined) return err({ type: "NotSupported" });
  const rows = await readLying(factory, databaseName);
  return rows.ok ? contentOf(opening, rows.value, wanted) : rows;
};

const readLying = async (factory: IDBFactory, name: string): Promise<Result<LyingRows, StorageError>> => {
  try {
    const db = await openAsItIs(factory, name);
    try {
      const there = TABLES.filter((table) => db.objectStoreNames.contains(table));
      const empty: LyingRows = { draft: [], outbox: [], remote: [], meta: [] };
      if (there.length === 0) return ok(empty);
      const reading = db.transaction(there, "readonly");
      const read = there.map(async (table) => [table, await answerOf(reading.objectStore(table).getAll())] as const);
      return ok({ ...empty, ...Object.fromEntries(await Promise.all(read)) });
    } finally {
      db.close();
    }
  } catch (thrown) {
    return err({ type: "Unknown", name: nameOf(thrown) });
  }
};

/** Without a version: the one that is there. */
const openAsItIs = (factory: IDBFactory, name: string): Promise<IDBDatabase> => {
  const asked = factory.open(name);
  asked.onupgradeneeded = () => {
    // It is not there, and an empty one would say that nothing was.
    asked.transaction?.abort();
  };
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => {
      reject(new DOMException("the database did not answer", "TimeoutError"));
    }, LONGEST_WAIT_MS);
    answerOf<IDBDatabase>(asked)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(tooLong);
      });
  });
};

const answerOf = <T extends IDBDatabase | StoredRow[]>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => {
      resolve(asked.result);
    };
    asked.onerror = () => {
      reject(asked.error ?? new Error("the database did not say why"));
    };
  });
