import { Dexie, type Table } from "dexie";
import { z } from "zod";
import { err, type Result } from "#core/result";
import { AreaKey, Keyring } from "#core/sealed/keyring";
import { factoryOption, open, STRICT } from "./open-database";
import { toStorageError, type StorageError } from "./storage-error";

/** The database that knows everyone on this device, and where each has theirs. */
export const REGISTER = "strandline";

/** A database of somebody's, and the ways into it. */
const SealedDatabase = z.looseObject({ databaseName: z.string(), keyring: Keyring });
export type SealedDatabase = z.infer<typeof SealedDatabase>;

/**
 * Who has a database on this device. Practice and real are never the same person's.
 *
 * Shape  `isHere` is kept for whoever came in last, until they go or somebody else comes; `earlier` are databases whose
 *        keys were lost: they stay, sealed, until what is unsent in them has arrived.
 */
export const RegisteredPerson = z.looseObject({
  userId: z.string(),
  databaseName: z.string(),
  practice: z.boolean(),
  known: z
    .looseObject({
      name: z.string(),
      role: z.string(),
      areaName: z.string(),
      training: z.array(z.string()).default([]),
      areaKey: AreaKey.optional(),
    })
    .optional(),
  isHere: z.boolean().default(false),
  keyring: Keyring.optional(),
  earlier: z.array(SealedDatabase).default([]),
});
export type RegisteredPerson = z.infer<typeof RegisteredPerson>;

/** What proves the device: it is the browser's to use and nobody's to read. `key` is a CryptoKey. */
export const DeviceRow = z.looseObject({
  id: z.literal("device"),
  deviceId: z.string(),
  publicKey: z.string(),
  key: z.unknown(),
  /** For whom the server knows it. */
  enrolledFor: z.array(z.string()).default([]),
});
export type DeviceRow = z.infer<typeof DeviceRow>;

export type Registry = Dexie & {
  readonly people: Table<RegisteredPerson, string>;
  readonly device: Table<DeviceRow, string>;
};

/**
 * Does one piece of work on what lies in the open on this device: who is on it, their ways in, its own key.
 *
 * Errors  what the database refuses; the registry is closed again in any case.
 */
export const inRegistry = async <T>(
  factory: IDBFactory | undefined,
  work: (registry: Registry) => PromiseLike<Result<T, StorageError>>,
): Promise<Result<T, StorageError>> => {
  const registry = newRegistry(factory);
  const opened = await open(registry);
  if (!opened.ok) return opened;
  try {
    return await work(registry);
  } catch (thrown) {
    return err(toStorageError(thrown));
  } finally {
    registry.close();
  }
};

const newRegistry = (factory: IDBFactory | undefined): Registry => {
  const registry = new Dexie(REGISTER, { ...STRICT, ...factoryOption(factory) }) as Registry;
  // A version that has been released is never edited.
  registry.version(1).stores({ people: "userId" });
  registry.version(2).stores({ device: "id" });
  return registry;
};
