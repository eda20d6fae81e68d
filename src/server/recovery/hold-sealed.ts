import { sql } from "kysely";
import { SEALED_LIMITS, type SealedHeld } from "#core/schema/sealed-wire";
import { PushResult } from "#core/schema/wire";
import type { Tx } from "../access/as-account";
import { writeSealed } from "../audit/write-sealed";
import type { DeviceOfPerson } from "../devices/devices";
import type { Store } from "../store/store";
import type { ReadMessage, RowBytes } from "./read-message";

/** One person's database on one device. */
export interface DatabaseOfPerson extends DeviceOfPerson {
  readonly database: string;
}

/** Picks the rows of one database out of any of the tables that hold what was sealed. */
export const ofDatabase = ({ areaId, accountId, deviceId, database }: DatabaseOfPerson) =>
  sql`area_id = ${areaId} and account_id = ${accountId} and device_id = ${deviceId} and database_name = ${database}`;

/**
 * Holds what a device delivered, as it lies.
 *
 * Shape  the answer is how many rows there was no room for.
 * Laws   1. the newest version of a row is what is held, in whatever order and however often they come
 *        2. what was opened, and what the device no longer has, is not brought back by an earlier message
 *        (tests/support/server/sealed-rules.ts)
 */
export const holdSealed = (store: Store, signer: DeviceOfPerson, message: ReadMessage): Promise<number> =>
  store.asDesk(async (tx) => {
    const at = { ...signer, database: message.database };
    // What is counted below must not change meanwhile.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`sealed ${at.areaId}/${at.accountId}/${at.deviceId}`}, 0))`.execute(
      tx,
    );
    await sql`insert into sealed_database (area_id, account_id, device_id, database_name, given_up)
      values (${at.areaId}, ${at.accountId}, ${at.deviceId}, ${at.database}, ${message.givenUp})
      on conflict (area_id, account_id, device_id, database_name) do update
      set given_up = sealed_database.given_up or excluded.given_up, heard_at = now()`.execute(tx);
    await holdSlots(tx, at, message);
    await forget(tx, at, message);
    const rows = await withinRoom(tx, at, message.rows);
    const changed = await holdRows(tx, at, rows);
    if (changed.length > 0) await writeSealed(tx, signer, "sealed-held", changed);
    return message.rows.length - rows.length;
  });

const holdSlots = async (tx: Tx, at: DatabaseOfPerson, { slots }: ReadMessage): Promise<void> => {
  const { numAffectedRows } = await sql`
    insert into sealed_slot (area_id, account_id, device_id, database_name, epoch, area_key_id, ephemeral, sealed)
    select ${at.areaId}::uuid, ${at.accountId}::uuid, ${at.deviceId}::uuid, ${at.database}, s.epoch, s."areaKeyId",
      s.ephemeral, s.sealed
    from json_to_recordset(${JSON.stringify(slots)}::json)
      as s (epoch int, "areaKeyId" uuid, ephemeral text, sealed text)
    where not exists (select 1 from sealed_slot k where k.area_id = ${at.areaId} and k.account_id = ${at.accountId}
      and k.device_id = ${at.deviceId} and k.database_name = ${at.database} and k.epoch = s.epoch
      and k.ephemeral = s.ephemeral)
    limit (select greatest(0, ${SEALED_LIMITS.heldSlots}::int - count(*))::int from sealed_slot
      where area_id = ${at.areaId} and account_id = ${at.accountId} and device_id = ${at.deviceId})
    on conflict do nothing`.execute(tx);
  // What did not open for want of a slot may open now.
  if (numAffectedRows !== undefined && numAffectedRows > 0n) {
    await sql`update sealed_row set state = 'sealed', reason = null
      where ${ofDatabase(at)} and state = 'stuck' and reason = 'no-slot'`.execute(tx);
  }
};

/** An operation that is gone was delivered; of a draft its version is kept, so that no earlier one comes after it. */
const forget = async (tx: Tx, at: DatabaseOfPerson, { gone }: ReadMessage): Promise<void> => {
  if (gone.length === 0) return;
  const named = sql`json_to_recordset(${JSON.stringify(gone)}::json) as g ("table" text, id uuid, version int)`;
  await sql`update sealed_row r set state = 'gone', body = null, reason = null, result = null, version = g.version
    from ${named} where ${ofDatabase(at)} and r.table_name = 'draft' and g.table = 'draft'
      and r.row_id = g.id and r.version <= g.version`.execute(tx);
  await sql`delete from sealed_row r using ${named} where ${ofDatabase(at)} and r.table_name = 'outbox'
    and g.table = 'outbox' and r.row_id = g.id`.execute(tx);
};

/** As many of the rows, in their order, as there is room for. */
const withinRoom = async (tx: Tx, at: DatabaseOfPerson, rows: readonly RowBytes[]): Promise<readonly RowBytes[]> => {
  const { rows: held } = await sql<{ count: number; bytes: number }>`
    select count(*)::int as count, coalesce(sum(octet_length(body)), 0)::bigint as bytes from sealed_row
    where area_id = ${at.areaId} and account_id = ${at.accountId} and device_id = ${at.deviceId}`.execute(tx);
  let { count, bytes } = held[0] ?? { count: 0, bytes: 0 };
  return rows.filter(({ body }) => {
    if (count + 1 > SEALED_LIMITS.heldRows || bytes + body.length > SEALED_LIMITS.heldBytes) return false;
    count += 1;
    bytes += body.length;
    return true;
  });
};

const holdRows = async (tx: Tx, at: DatabaseOfPerson, rows: readonly RowBytes[]): Promise<readonly string[]> => {
  if (rows.length === 0) return [];
  const sent = rows.map(({ body, ...row }) => ({ ...row, body: body.toString("base64") }));
  const { rows: changed } = await sql<{ id: string }>`
    insert into sealed_row as held
      (area_id, account_id, device_id, database_name, table_name, row_id, version, seq, body, state)
    select ${at.areaId}::uuid, ${at.accountId}::uuid, ${at.deviceId}::uuid, ${at.database}, s.table, s.id, s.version,
      coalesce(s.seq, 0), decode(s.body, 'base64'), 'sealed'
    from json_to_recordset(${JSON.stringify(sent)}::json)
      as s ("table" text, id uuid, version int, seq bigint, body text)
    on conflict (area_id, account_id, device_id, database_name, table_name, row_id) do update
    set version = excluded.version, seq = excluded.seq, body = excluded.body, state = 'sealed', reason = null,
      result = null, received_at = now()
    where excluded.version > held.version
      or (excluded.version = held.version and held.body is not null and held.body <> excluded.body)
    returning row_id as id`.execute(tx);
  return changed.map(({ id }) => id);
};

/** All that is held of a database, what comes first in its order first. */
export const readHeld = (store: Store, at: DatabaseOfPerson): Promise<SealedHeld[]> =>
  store.asDesk(async (tx) => {
    const { rows } = await sql<HeldRow>`
      select table_name as "table", row_id as id, version, state, reason, result from sealed_row
      where ${ofDatabase(at)} and state <> 'gone' order by table_name, seq, row_id`.execute(tx);
    return rows.map(({ reason, result, ...row }) => ({
      ...row,
      ...(reason === null ? {} : { reason }),
      ...(result === null ? {} : { result: PushResult.parse(JSON.parse(result)) }),
    }));
  });

interface HeldRow extends Omit<SealedHeld, "reason" | "result"> {
  readonly reason: string | null;
  readonly result: string | null;
}
