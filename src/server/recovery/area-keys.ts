import { sql } from "kysely";
import { err, ok, type Result } from "#core/result";
import type { AreaKey } from "#core/sealed/keyring";
import type { Tx } from "../access/as-account";
import type { Store } from "../store/store";
import { newAreaKey, openAreaKey, type OpenAreaKey, type WrappedAreaKey } from "./area-key-pair";
import { newRecoveryKit } from "./recovery-kit";

/** The keys that were opened, by their ids: a device may still seal to one that has a newer beside it. */
export type OpenAreaKeys = ReadonlyMap<string, OpenAreaKey>;

/** The public half that devices seal to from now on: the newest. */
export const readAreaKey = async (tx: Tx, areaId: string): Promise<AreaKey | undefined> => {
  const { rows } = await sql<{ keyId: string; publicKey: string }>`
    select key_id as "keyId", public_key as "publicKey" from area_key where area_id = ${areaId}
    order by made_at desc, key_id limit 1`.execute(tx);
  return rows[0];
};

/**
 * Makes an area's recovery key, and gives the kit that opens it; the server keeps no copy of a kit.
 *
 * Errors  `HasOneAlready`, unless another is asked for: what was sealed to the earlier key needs the earlier kit.
 */
export const makeRecoveryKit = (
  store: Store,
  areaId: string,
  { another = false }: { readonly another?: boolean } = {},
): Promise<Result<string, HasOneAlready | NoSuchArea>> =>
  store.asDesk(async (tx) => {
    const { rows: areas } = await sql`select 1 from area where area_id = ${areaId} for update`.execute(tx);
    if (areas.length === 0) return err({ type: "NoSuchArea" });
    if (!another && (await readAreaKey(tx, areaId)) !== undefined) return err({ type: "HasOneAlready" });
    const kit = newRecoveryKit();
    await keep(tx, areaId, newAreaKey(areaId, kit), undefined);
    return ok(kit);
  });

export interface HasOneAlready {
  readonly type: "HasOneAlready";
}
export interface NoSuchArea {
  readonly type: "NoSuchArea";
}

/** Makes a practice area's key where it has none, with its kit beside it: what is sealed to it is opened at once. */
export const ensurePracticeKey = (store: Store, areaId: string): Promise<void> =>
  store.asDesk(async (tx) => {
    await sql`select 1 from area where area_id = ${areaId} for update`.execute(tx);
    if ((await readAreaKey(tx, areaId)) !== undefined) return;
    const kit = newRecoveryKit();
    await keep(tx, areaId, newAreaKey(areaId, kit), kit);
  });

const keep = async (tx: Tx, areaId: string, key: WrappedAreaKey, kit: string | undefined): Promise<void> => {
  await sql`insert into area_key (area_id, key_id, public_key, wrapped, practice_kit, made_at)
    values (${areaId}, ${key.keyId}, ${key.publicKey}, ${key.wrapped}, ${kit ?? null}, clock_timestamp())`.execute(tx);
};

/**
 * Opens an area's keys with a kit, or with the kits that lie beside them in practice.
 *
 * Missing  a key that the kit does not open is not among them.
 */
export const openAreaKeys = (store: Store, areaId: string, kit?: string): Promise<OpenAreaKeys> =>
  store.asDesk(async (tx) => {
    const { rows } = await sql<WrappedAreaKey & { kit: string | null }>`
      select key_id as "keyId", public_key as "publicKey", wrapped, practice_kit as kit
      from area_key where area_id = ${areaId}`.execute(tx);
    const opened = rows.flatMap(({ kit: beside, ...key }) => {
      const tried = kit ?? beside;
      const open = tried === null ? undefined : openAreaKey(areaId, tried, key);
      return open?.ok === true ? [[key.keyId, open.value] as const] : [];
    });
    return new Map(opened);
  });
