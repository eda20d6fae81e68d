import { sql } from "kysely";
import { err, ok, type Result } from "#core/result";
import type { DeviceRequest } from "#core/schema/sealed-wire";
import { deviceProofText } from "#core/sealed/signed-texts";
import type { Who } from "../access/as-account";
import { writeAudit } from "../audit/write-audit";
import type { Store } from "../store/store";
import { deviceKeyFrom, isSignedBy } from "./device-signature";

/** What is signed by nobody the server knows is measured by this, so that the time does not tell. */
const NOBODYS_KEY = "BKarvpGrsIy5JFKik6k6iekVN4zmKQ2+NvNVLrc5QSbg9OMLunYSkUaGDBNyHUJ26so++Lzw/IaqrWwfy4zenqU=";
/** In the audit, for what comes from no device of any area. */
const NO_AREA = "00000000-0000-0000-0000-000000000000";

/**
 * Enrols a device for whoever is signed in, so that what its key signs is taken as theirs.
 *
 * Laws   1. the same again changes nothing; several people may use one device
 *        2. a device's id belongs to the key that it first came with, whoever asks
 *        3. nobody enrols a key that they do not have
 *        4. a device that was taken off enrols for nobody
 * (tests/support/server/device-rules.ts)
 */
export const enrolDevice = async (
  store: Store,
  who: Who,
  { deviceId, publicKey, proof }: DeviceRequest,
): Promise<Result<void, NotEnrolled>> => {
  const key = deviceKeyFrom(publicKey);
  if (key === undefined) return err({ type: "NotAPoint" });
  if (!isSignedBy(key, deviceProofText(deviceId, who.accountId, publicKey), proof)) return err({ type: "NoProof" });
  return store.asDesk(async (tx) => {
    await sql`insert into device (area_id, device_id, public_key) values (${who.areaId}, ${deviceId}, ${publicKey})
      on conflict do nothing`.execute(tx);
    const { rows } = await sql<{ publicKey: string; isTakenOff: boolean }>`
      select public_key as "publicKey", taken_off_at is not null as "isTakenOff" from device
      where area_id = ${who.areaId} and device_id = ${deviceId}`.execute(tx);
    if (rows[0]?.publicKey !== publicKey) {
      await writeAudit(tx, { ...who, deviceId, kind: "alarm", reason: "device-of-another-key" });
      return err({ type: "OtherKey" } as const);
    }
    if (rows[0].isTakenOff) {
      await writeAudit(tx, { ...who, deviceId, kind: "alarm", reason: "device-taken-off" });
      return err({ type: "TakenOff" } as const);
    }
    const { numAffectedRows } = await sql`insert into device_person (area_id, account_id, device_id)
      values (${who.areaId}, ${who.accountId}, ${deviceId}) on conflict do nothing`.execute(tx);
    if (numAffectedRows === 1n) await writeAudit(tx, { ...who, deviceId, kind: "device-enrolled" });
    return ok(undefined);
  });
};

export interface NotEnrolled {
  readonly type: "NotAPoint" | "NoProof" | "OtherKey" | "TakenOff";
}

/** Whose device sent something. */
export interface DeviceOfPerson extends Who {
  readonly deviceId: string;
}

/**
 * Finds whose device signed a text.
 *
 * Errors  `UnknownDevice` alone: that there is no such device, that it is another person's and that the signature is of
 *         another key are answered alike, after as long. The audit has it. `TakenOff` is said to the device itself alone,
 *         by its own signature.
 */
export const findSigner = async (
  store: Store,
  { deviceId, accountId }: { readonly deviceId: string; readonly accountId: string },
  text: string,
  signature: string,
): Promise<Result<DeviceOfPerson, UnknownDevice | TakenOff>> => {
  const found = await store.asDesk(async (tx) => {
    const { rows } = await sql<DeviceOfPerson & { publicKey: string; isTakenOff: boolean }>`
      select p.area_id as "areaId", p.account_id as "accountId", p.device_id as "deviceId",
        d.public_key as "publicKey", d.taken_off_at is not null as "isTakenOff"
      from device_person p join device d using (area_id, device_id)
      where p.device_id = ${deviceId} and p.account_id = ${accountId} limit 2`.execute(tx);
    return rows;
  });
  const [device] = found.length === 1 ? found : [];
  const key = deviceKeyFrom(device?.publicKey ?? NOBODYS_KEY);
  if (key !== undefined && isSignedBy(key, text, signature) && device !== undefined) {
    const { publicKey: _publicKey, isTakenOff, ...signer } = device;
    if (!isTakenOff) return ok(signer);
    await store.asDesk((tx) => writeAudit(tx, { ...signer, kind: "alarm", reason: "device-taken-off" }));
    return err({ type: "TakenOff" });
  }
  const where = device === undefined ? { areaId: NO_AREA } : { areaId: device.areaId, accountId, deviceId };
  await store.asDesk((tx) => writeAudit(tx, { ...where, kind: "alarm", reason: "unknown-device" }));
  return err({ type: "UnknownDevice" });
};

export interface UnknownDevice {
  readonly type: "UnknownDevice";
}
export interface TakenOff {
  readonly type: "TakenOff";
}
