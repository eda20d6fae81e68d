import { type RawBuilder, sql } from "kysely";
import { PRIVATE_TYPES } from "#core/schema/operation";
import type { ClientEvent } from "#core/schema/wire";
import type { Tx } from "../access/as-account";

/** What the audit has rows for, beside what devices report. */
export type AuditKind =
  | "op-accepted"
  | "op-branched"
  | "op-quarantined"
  | "op-refused"
  | "alarm"
  | "pulled"
  | "signed-in"
  | "sign-in-failed"
  | "signed-out"
  | "device-enrolled"
  | "device-taken-off"
  | "device-let-back"
  | "sealed-held"
  | "sealed-opened"
  | "sealed-given-back"
  | "access-given"
  | "access-ended"
  | "sharing-began"
  | "sharing-stopped"
  | "glass-broken"
  | "held-opened"
  | "held-released"
  | "held-returned"
  | "not-found"
  | "restored";

/** Ids, counts and names of states; never what a record says. */
export interface AuditEntry {
  readonly areaId: string;
  readonly kind: AuditKind;
  readonly accountId?: string;
  readonly deviceId?: string;
  readonly recordId?: string;
  readonly revId?: string;
  readonly reason?: string;
  readonly puts?: readonly string[];
  readonly gone?: readonly string[];
}

/** Where it is written what is done with a record: private ones have an audit apart, from which nobody can tell of them. */
export const auditOf = (isPrivate: boolean): RawBuilder<unknown> => (isPrivate ? sql`private_audit` : sql`audit`);

/** Adds one row. */
export const writeAudit = async (tx: Tx, entry: AuditEntry, isPrivate = false): Promise<void> => {
  await sql`insert into ${auditOf(isPrivate)} (area_id, kind, account_id, device_id, record_id, rev_id, reason, puts, gone)
    values (${entry.areaId}, ${entry.kind}, ${entry.accountId ?? null}, ${entry.deviceId ?? null},
      ${entry.recordId ?? null}, ${entry.revId ?? null}, ${entry.reason ?? null},
      ${entry.puts ?? null}, ${entry.gone ?? null})`.execute(tx);
};

/**
 * Adds what a device reports that was done, each event once however often it is reported.
 *
 * Shape  the kinds are put apart from our own by `client-`; what was done with a private record goes to their audit, and
 *        so does what was done with a record that this account does not find: it may have been one.
 */
export const writeEvents = async (
  tx: Tx,
  who: { readonly areaId: string; readonly accountId: string; readonly deviceId: string },
  events: readonly ClientEvent[],
): Promise<void> => {
  if (events.length === 0) return;
  const recordIds = [...new Set(events.map(({ recordId }) => recordId))];
  const { rows } = await sql<{ id: string }>`select record_id as id from record
    where area_id = ${who.areaId} and record_id = any (${recordIds}::uuid[])
      and record_type <> all (${[...PRIVATE_TYPES]}::text[])`.execute(tx);
  const isOpen = new Set(rows.map(({ id }) => id));
  const add = async (into: RawBuilder<unknown>, some: readonly ClientEvent[]): Promise<void> => {
    if (some.length === 0) return;
    await sql`insert into ${into} (area_id, kind, account_id, device_id, record_id, event_id, client_time)
      select ${who.areaId}::uuid, 'client-' || e.kind, ${who.accountId}::uuid, ${who.deviceId}::uuid,
        e."recordId", e."eventId", e."clientTime"
      from json_to_recordset(${JSON.stringify(some)}::json)
        as e (kind text, "recordId" uuid, "eventId" uuid, "clientTime" bigint)
      on conflict do nothing`.execute(tx);
  };
  const isOfPrivate = ({ recordId }: ClientEvent): boolean => !isOpen.has(recordId.toLowerCase());
  for (const kind of [true, false]) {
    await add(
      auditOf(kind),
      events.filter((event) => isOfPrivate(event) === kind),
    );
  }
};
