import type { Ids } from "#core/ports";
import { ok, type Result } from "#core/result";
import { DeviceRow, inRegistry } from "./registry";
import type { StorageError } from "./storage-error";

/** A key pair whose private half can be used and not read, and its public point in base64. */
export interface NewDeviceKey {
  readonly key: CryptoKey;
  readonly publicKey: string;
}

/** This device as its key shows it: one for everybody who works on it. */
export interface DeviceIdentity extends NewDeviceKey {
  readonly deviceId: string;
  /** For whom the server knows it. */
  readonly enrolledFor: readonly string[];
}

export interface DeviceIdentities {
  /** The device's own id and key, made when they are first asked for. */
  readonly ensure: () => Promise<Result<DeviceIdentity, StorageError>>;
  /** What is there already; nothing is made. */
  readonly saved: () => Promise<Result<DeviceIdentity | undefined, StorageError>>;
  readonly enrolled: (accountId: string) => Promise<Result<void, StorageError>>;
  /** The server knows another key by this id, say: the next question makes both anew. */
  readonly forget: () => Promise<Result<void, StorageError>>;
}

export interface DeviceIdentitiesDeps {
  readonly ids: Ids;
  readonly makeKey: () => Promise<NewDeviceKey>;
  readonly factory: IDBFactory | undefined;
}

/**
 * Keeps what proves this device, outside everything that is sealed: it opens nothing.
 *
 * Laws   1. one id and one key a device, however many windows ask at once
 *        2. what cannot be read is made anew
 * (tests/unit/storage/device-identity.test.ts)
 */
export const createDeviceIdentities = ({ ids, makeKey, factory }: DeviceIdentitiesDeps): DeviceIdentities => ({
  ensure: async () => {
    // Made before the transaction, which would not wait for it.
    const made = { id: "device" as const, deviceId: ids.next(), ...(await makeKey()), enrolledFor: [] };
    return inRegistry(factory, (registry) =>
      registry.transaction("rw", registry.device, async () => {
        const lying = read(await registry.device.get("device"));
        if (lying !== undefined) return ok(lying);
        await registry.device.put(made);
        return ok(made);
      }),
    );
  },
  saved: () => inRegistry(factory, async (registry) => ok(read(await registry.device.get("device")))),
  enrolled: (accountId) =>
    inRegistry(factory, async (registry) => {
      await registry.device
        .where("id")
        .equals("device")
        .modify((row) => {
          row.enrolledFor = [...new Set([...row.enrolledFor, accountId])];
        });
      return ok(undefined);
    }),
  forget: () =>
    inRegistry(factory, async (registry) => {
      await registry.device.delete("device");
      return ok(undefined);
    }),
});

const read = (stored: unknown): DeviceIdentity | undefined => {
  const { success, data } = DeviceRow.safeParse(stored);
  if (!success || !(data.key instanceof CryptoKey)) return undefined;
  const { deviceId, publicKey, key, enrolledFor } = data;
  return { deviceId, publicKey, key, enrolledFor };
};
