import { z } from "zod";
import { ok, type Result } from "#core/result";
import { KeptPin } from "#core/lock/pin";
import type { Connection } from "./open-database";
import { readRow, type Unreadable } from "./read-row";
import type { RowCodec } from "#core/sealed/row-codec";
import type { StorageError } from "./storage-error";

/**
 * What one person chose for this device alone; it lies among what is sealed, and is never sent.
 *
 * Missing  no `pin`: none was chosen, and the passphrase uncovers.
 */
const DeviceSettings = z.looseObject({ pin: KeptPin.optional() });
type DeviceSettings = z.infer<typeof DeviceSettings>;

/** A person's own settings of this device. */
export interface DeviceSettingsHere {
  readonly pin: () => Promise<Result<KeptPin | undefined, StorageError | Unreadable>>;
  /** Keeps a PIN in place of the one before; without one, there is none any more. */
  readonly keepPin: (pin: KeptPin | undefined) => Promise<Result<void, StorageError>>;
}

const AT = { table: "meta", id: "device-settings", version: 1 } as const;

export interface DeviceSettingsDeps {
  readonly connection: Connection;
  readonly codec: RowCodec;
}

/** Keeps a person's own settings of this device; what a newer version wrote beside them stays. */
export const createDeviceSettings = ({ connection, codec }: DeviceSettingsDeps): DeviceSettingsHere => {
  const read = async (): Promise<Result<DeviceSettings, StorageError | Unreadable>> => {
    const row = await connection.run(async (db) => ok(await db.meta.get(AT.id)));
    if (!row.ok) return row;
    return row.value === undefined ? ok({}) : readRow(codec, AT.table, row.value, DeviceSettings);
  };
  return {
    pin: async () => {
      const settings = await read();
      return settings.ok ? ok(settings.value.pin) : settings;
    },
    keepPin: async (pin) => {
      const before = await read();
      // What cannot be read is of no use to anybody: a new PIN begins anew.
      const { pin: _before, ...others } = before.ok ? before.value : {};
      const content: DeviceSettings = pin === undefined ? others : { ...others, pin };
      // [Note: Seal before the transaction]
      const body = await codec.encode(AT, JSON.stringify(content));
      return connection.run(async (db) => {
        await db.meta.put({ id: AT.id, version: AT.version, body });
        return ok(undefined);
      });
    },
  };
};
