import { Dexie } from "dexie";

/** Why the device could not read or write. Holds names only, never what was being written. */
export type StorageError = BlockedByOtherTab | NotSupported | QuotaExceeded | DatabaseClosed | Unknown;

/** A tab with an older version of the app keeps the database from being brought up to date. */
export interface BlockedByOtherTab {
  readonly type: "BlockedByOtherTab";
}
/** This browser, or this kind of window, keeps nothing. */
export interface NotSupported {
  readonly type: "NotSupported";
}
/** The device is full. */
export interface QuotaExceeded {
  readonly type: "QuotaExceeded";
}
/** The connection was closed, and opening it again did not help. Nothing was written. */
export interface DatabaseClosed {
  readonly type: "DatabaseClosed";
}
export interface Unknown {
  readonly type: "Unknown";
  readonly name: string;
}

/**
 * What is thrown when the connection has gone, most often after the device slept. Dexie says `OpenFailedError` to a
 * caller who comes while it is mending the connection for another.
 */
const connectionGone = ["DatabaseClosedError", "InvalidStateError", "AbortError", "OpenFailedError"];
/** What WebKit calls a database process that it has ended. */
const connectionLost = "UnknownError";
const noDatabase = ["MissingAPIError", "SecurityError"];
const dexieNames = new Set(Object.values(Dexie.errnames as Readonly<Record<string, string>>));

/**
 * Translates what Dexie or IndexedDB throws, once.
 *
 * Errors  what neither of them throws is a bug, and is thrown on.
 */
export const toStorageError = (thrown: unknown): StorageError => {
  const names = namesOf(thrown);
  const [name] = names;
  if (name === undefined || !isFromDatabase(thrown, name)) throw thrown;
  if (names.includes("QuotaExceededError")) return { type: "QuotaExceeded" };
  if (names.some((each) => noDatabase.includes(each))) return { type: "NotSupported" };
  if (connectionGone.includes(name)) return { type: "DatabaseClosed" };
  return { type: "Unknown", name };
};

/** The same for a failure to open, where an unusable state means that this window keeps nothing. */
export const toOpenError = (thrown: unknown): StorageError =>
  namesOf(thrown).includes("InvalidStateError") ? { type: "NotSupported" } : toStorageError(thrown);

/**
 * Whether a fresh connection may succeed. In each of these the transaction was never begun or was rolled back whole,
 * so that doing the same again cannot write anything twice.
 */
export const mayWorkAfterReopening = (error: StorageError): boolean =>
  error.type === "DatabaseClosed" || (error.type === "Unknown" && error.name === connectionLost);

export const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);

const isFromDatabase = (thrown: unknown, name: string): boolean =>
  thrown instanceof DOMException || (!(thrown instanceof SyntaxError) && dexieNames.has(name));

/** The name of an error and of those that it wraps, outermost first. */
const namesOf = (thrown: unknown): readonly string[] =>
  thrown instanceof Error ? [thrown.name, ...("inner" in thrown ? namesOf(thrown.inner) : [])] : [];
