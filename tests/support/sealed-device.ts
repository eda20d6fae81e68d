import "fake-indexeddb/auto"; // before Dexie, which looks for a database when it is loaded
import { IDBFactory } from "fake-indexeddb";
import { sha256Hex } from "#platform/digest";
import { createRowSeal, type EpochKeys } from "#platform/sealing/row-seal";
import { openStore, type Store } from "#storage/open-store";
import { countedIds } from "./uuid";
import { valueOf } from "./value-of";

/** One person's device with the app's own sealing and storage, under keys that it alone has. */
export interface SealedDevice {
  readonly store: Store;
  readonly factory: IDBFactory;
  readonly databaseName: string;
}

export const openSealedDevice = async (userId: string): Promise<SealedDevice> => {
  const key = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const epoch: EpochKeys = { epoch: 1, kept: await key(), unsent: await key() };
  const factory = new IDBFactory();
  const store = valueOf(
    await openStore({
      ...{ userId, practice: true, clock: { nowMs: () => 5_000 }, ids: countedIds(50_000), factory },
      ...{ sha256: sha256Hex, codec: createRowSeal({ epochs: () => [epoch], userId }) },
    }),
  );
  const names = (await factory.databases()).flatMap(({ name }) => (name === "strandline" || !name ? [] : [name]));
  return { store, factory, databaseName: names[0] ?? "" };
};
