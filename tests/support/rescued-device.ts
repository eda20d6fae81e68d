import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import type { RowCodec } from "#core/sealed/row-codec";
import { sha256Hex } from "#platform/digest";
import { createRowSeal, type EpochKeys } from "#platform/sealing/row-seal";
import { openStore, type Store } from "#storage/open-store";
import { countedIds } from "./uuid";
import { valueOf } from "./value-of";

export interface RescuedDevice {
  readonly store: Store;
  readonly factory: IDBFactory;
  readonly codec: RowCodec;
}

/** Rows sealed with keys that only this device has. */
export const ownRows = async (userId: string): Promise<RowCodec> => {
  const key = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const epoch: EpochKeys = { epoch: 1, kept: await key(), unsent: await key() };
  return createRowSeal({ epochs: () => [epoch], userId });
};

interface Opening {
  readonly userId: string;
  readonly practice?: boolean;
  readonly factory?: IDBFactory;
  readonly codec?: RowCodec;
  readonly idsFrom?: number;
}

/** A device of one person with everything real and keys of its own; two of them are two devices. */
export const openRescuedDevice = async ({
  userId,
  practice = true,
  factory = new IDBFactory(),
  codec,
  idsFrom = 50_000,
}: Opening): Promise<RescuedDevice> => {
  const rows = codec ?? (await ownRows(userId));
  const clock = { nowMs: () => 1_700_000_000_000 };
  const deps = { userId, practice, clock, ids: countedIds(idsFrom), sha256: sha256Hex, codec: rows, factory };
  return { store: valueOf(await openStore(deps)), factory, codec: rows };
};

/** Every row as it lies in one of a device's tables, by its id. */
export const rowsAsTheyLie = async (
  { factory, store }: Pick<RescuedDevice, "factory" | "store">,
  table: "draft" | "outbox" | "remote" | "meta",
): Promise<ReadonlyMap<string, unknown>> => {
  const db = await opened(factory.open(store.unsent.databaseName));
  const rows = (await opened(db.transaction(table).objectStore(table).getAll())) as readonly { readonly id: string }[];
  db.close();
  return new Map(rows.map((row) => [row.id, row]));
};

/** Changes a row on the disk, as a fault or somebody with the disk in hand would. */
export const changeRow = async (
  { factory, store }: Pick<RescuedDevice, "factory" | "store">,
  table: "draft" | "outbox" | "remote",
  change: (row: { body: unknown }) => void,
): Promise<void> => {
  const db = await opened(factory.open(store.unsent.databaseName));
  const work = db.transaction(table, "readwrite").objectStore(table);
  const [row] = (await opened(work.getAll())) as { body: unknown }[];
  if (row === undefined) throw new Error("there is no row to change");
  change(row);
  await opened(work.put(row));
  db.close();
};

const opened = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("the database did not answer"));
    };
  });
