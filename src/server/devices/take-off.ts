import { sql } from "kysely";
import { err, ok, type Result } from "#core/result";
import { writeAudit } from "../audit/write-audit";
import type { Store } from "../store/store";

/**
 * Takes a device off an area: nothing that comes from it is taken in any more, until it is let back.
 *
 * Shape   what it had delivered before stays, and can be opened and given back. A session does not say which device it is
 *         on, so whoever works on this one signs in again, wherever they are.
 * Errors  `NoSuchDevice`.
 * Laws    1. what it signs, pushes or enrols for is answered as such, and changes nothing
 *         2. the same device elsewhere, and other devices of the same people, go on
 * (tests/support/server/device-rules.ts)
 */
export const takeOffDevice = (store: Store, areaId: string, deviceId: string): Promise<Result<void, NoSuchDevice>> =>
  store.asDesk(async (tx) => {
    const taken = await sql`update device set taken_off_at = coalesce(taken_off_at, now())
      where area_id = ${areaId} and device_id = ${deviceId}`.execute(tx);
    if (taken.numAffectedRows !== 1n) return err({ type: "NoSuchDevice" } as const);
    await sql`delete from session s using device_person p where p.area_id = ${areaId} and p.device_id = ${deviceId}
      and s.area_id = p.area_id and s.account_id = p.account_id`.execute(tx);
    await writeAudit(tx, { areaId, deviceId, kind: "device-taken-off" });
    return ok(undefined);
  });

/** Lets a device back that was taken off, where it was found again say. */
export const letDeviceBack = (store: Store, areaId: string, deviceId: string): Promise<Result<void, NoSuchDevice>> =>
  store.asDesk(async (tx) => {
    const back = await sql`update device set taken_off_at = null
      where area_id = ${areaId} and device_id = ${deviceId}`.execute(tx);
    if (back.numAffectedRows !== 1n) return err({ type: "NoSuchDevice" } as const);
    await writeAudit(tx, { areaId, deviceId, kind: "device-let-back" });
    return ok(undefined);
  });

export interface NoSuchDevice {
  readonly type: "NoSuchDevice";
}
