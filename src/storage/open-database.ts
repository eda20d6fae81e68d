import { Dexie, type Table } from "dexie";
import { err, ok, type Result } from "#core/result";
import { mayWorkAfterReopening, toOpenError, toStorageError, type StorageError } from "./storage-error";

/**
 * A row as it lies on the disk: nothing is in the open but an id that says nothing, a version and, where order
 * matters, a sequence; `body` is whatever the codec made of the content.
 */
export interface StoredRow {
  readonly id: string;
  readonly version: number | string;
  readonly body: unknown;
}
export interface SequencedRow extends StoredRow {
  readonly seq?: number;
}

/** One person's tables on this device. They stay inside `storage/`: everyone else has repositories. */
export interface Tables {
  readonly remote: Table<StoredRow, string>;
  readonly draft: Table<StoredRow, string>;
  readonly outbox: Table<SequencedRow, number>;
  readonly meta: Table<StoredRow, string>;
}
type UserDatabase = Dexie & Tables;

export type Work<T, E> = (db: UserDatabase) => PromiseLike<Result<T, E>>;

/** An open database that looks after its own connection. */
export interface Connection {
  readonly databaseName: string;
  /**
   * Runs one piece of work, opening the database first where it is closed. The work may run twice, so it must be
   * one transaction and nothing else; what it refuses by itself comes back beside what the database refuses.
   */
  readonly run: <T, E = never>(work: Work<T, E>) => Promise<Result<T, E | StorageError>>;
  /** For good: whatever is asked of this connection after it is an error. */
  readonly close: () => void;
}

/** How a database is named and found; without a factory the browser keeps nothing. */
export interface DatabaseDeps {
  readonly databaseName: string;
  readonly factory: IDBFactory | undefined;
}

/** Every write is on the disk before it counts: Chromium's own default only promises that it will be. */
export const STRICT = { chromeTransactionDurability: "strict" } as const;

const newDatabase = ({ databaseName, factory }: DatabaseDeps): UserDatabase => {
  const db = new Dexie(databaseName, { ...STRICT, ...factoryOption(factory) }) as UserDatabase;
  // A version that has been released is never edited: a device that slept for a year opens its data by it. Add the
  // next one below instead, and let no upgrade touch `draft` or `outbox`.
  db.version(1).stores({ remote: "id", draft: "id", outbox: "++seq, &id", meta: "id" });
  // The versions of all records are asked for at every sync, and their bodies are megabytes.
  db.version(2).stores({ remote: "id, version" });
  return db;
};

/** Dexie looks for a factory when it is first loaded; a window that keeps nothing has none to find. */
export const factoryOption = (factory: IDBFactory | undefined) =>
  ({ indexedDB: factory }) as unknown as { indexedDB: IDBFactory };

/**
 * Opens a person's database, and opens it again whenever the browser has closed it: after sleep, after a newer
 * version in another tab, when the system took the connection away.
 *
 * Laws   1. work whose connection is lost is done once more on a fresh one
 *        2. work that was not done is an error, never a silent success
 *        3. a connection that was closed on purpose stays closed
 * (tests/unit/storage/open-database.test.ts)
 */
export const openDatabase = async (deps: DatabaseDeps): Promise<Result<Connection, StorageError>> => {
  let db = newDatabase(deps);
  let isClosed = false;

  /** Dexie mends a lost connection in its own way, for one caller and against the others: it gets no second use. */
  const replace = (worn: UserDatabase): void => {
    if (db !== worn || isClosed) return;
    worn.close();
    db = newDatabase(deps);
  };

  const attempt = async <T, E>(work: Work<T, E>): Promise<Attempt<T, E>> => {
    if (isClosed) return { result: err({ type: "DatabaseClosed" }), mayWorkAgain: false };
    const current = db;
    const ready = await open(current);
    if (!ready.ok) return { result: ready, mayWorkAgain: mayWorkAfterReopening(ready.error) };
    try {
      return { result: await work(current), mayWorkAgain: false };
    } catch (thrown) {
      const error = toStorageError(thrown);
      const mayWorkAgain = mayWorkAfterReopening(error);
      if (mayWorkAgain) replace(current);
      return { result: err(error), mayWorkAgain };
    }
  };

  const run: Connection["run"] = async (work) => {
    const first = await attempt(work);
    return first.mayWorkAgain ? (await attempt(work)).result : first.result;
  };

  const opened = await run(() => Promise.resolve(ok(undefined)));
  if (!opened.ok) return opened;
  return ok({
    databaseName: deps.databaseName,
    run,
    close: () => {
      isClosed = true;
      db.close();
    },
  });
};

interface Attempt<T, E> {
  readonly result: Result<T, E | StorageError>;
  readonly mayWorkAgain: boolean;
}

/** Takes a database off this device for good; one that is not there is taken off already. */
export const deleteDatabase = async ({ databaseName, factory }: DatabaseDeps): Promise<Result<void, StorageError>> => {
  try {
    await newDatabase({ databaseName, factory }).delete();
    return ok(undefined);
  } catch (thrown) {
    return err(toStorageError(thrown));
  }
};

/** Opens a Dexie database; does nothing when it is open. */
export const open = async (db: Dexie): Promise<Result<void, StorageError>> => {
  let isBlocked = false as boolean; // set by the browser, between the lines below
  const blocked = (): void => {
    isBlocked = true;
    db.close();
  };
  db.on("blocked", blocked);
  try {
    await db.open();
    return ok(undefined);
  } catch (thrown) {
    return err(isBlocked ? { type: "BlockedByOtherTab" } : toOpenError(thrown));
  } finally {
    db.on("blocked").unsubscribe(blocked);
  }
};
