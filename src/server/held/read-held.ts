import { sql } from "kysely";
import type { DecidedResponse, HeldDecision, HeldItem, OpenHeldResponse } from "#core/schema/held-wire";
import type { Operation } from "#core/schema/operation";
import type { Tx, Who } from "../access/as-account";
import { writeAudit } from "../audit/write-audit";

/** Whether an account is its area's custodian today. */
export const isCustodian = async (tx: Tx, { accountId, areaId }: Who): Promise<boolean> => {
  const { rows } = await sql`select 1 from membership m where m.area_id = ${areaId} and m.account_id = ${accountId}
    and m.role = 'custodian' and m.from_at <= now() and (m.until_at is null or m.until_at > now())`.execute(tx);
  return rows.length > 0;
};

interface HeldRow extends Omit<HeldItem, "decision"> {
  readonly kind: string | null;
  readonly words: string | null;
  readonly byName: string | null;
  readonly decidedAtMs: number | null;
}

const MOST = 500;
const COLUMNS = sql`q.op_id as "opId", q.record_type as "recordType", q.reason, coalesce(s.name, '') as "senderName",
  q.device_id as "deviceId", (extract(epoch from q.received_at) * 1000)::bigint as "atMs",
  d.kind, d.words, b.name as "byName", (extract(epoch from d.decided_at) * 1000)::bigint as "decidedAtMs"`;
const WITH_DECISION = sql`quarantine q
  left join account s on s.area_id = q.area_id and s.account_id = q.account_id
  left join held_decision d on d.area_id = q.area_id and d.op_id = q.op_id
  left join account b on b.area_id = d.area_id and b.account_id = d.decided_by`;
const NOT_PRIVATE = sql`q.record_type not in ('concern', 'note')`;

/** What is held in the area: never what it says, and no id of a child. What nobody has decided about stands first. */
export const listHeld = async (tx: Tx, { areaId }: Who): Promise<HeldItem[]> => {
  const { rows } = await sql<HeldRow>`select ${COLUMNS} from ${WITH_DECISION}
    where q.area_id = ${areaId} and ${NOT_PRIVATE}
    order by d.op_id is not null, q.received_at, q.op_id limit ${MOST}`.execute(tx);
  return rows.map(itemOf);
};

/** One thing that is held, whole; that it was opened is in the audit. */
export const openHeldItem = async (tx: Tx, who: Who, opId: string): Promise<OpenHeldResponse | undefined> => {
  const { rows } = await sql<
    HeldRow & { readonly recordId: string; readonly schemaVersion: number; readonly body: string }
  >`select ${COLUMNS}, q.record_id as "recordId", q.schema_version as "schemaVersion", q.body from ${WITH_DECISION}
    where q.area_id = ${who.areaId} and q.op_id = ${opId} and ${NOT_PRIVATE}`.execute(tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  await writeAudit(tx, { ...who, kind: "held-opened", recordId: row.recordId, revId: row.opId });
  return { ...itemOf(row), schemaVersion: row.schemaVersion, body: row.body };
};

/** An operation that is held, with who sent it and from which device. */
export interface Held {
  readonly op: Operation;
  readonly sender: Who & { readonly deviceId: string };
}

/** Reads what is held as it was sent. */
export const readHeldOperation = async (tx: Tx, { areaId }: Who, opId: string): Promise<Held | undefined> => {
  const { rows } = await sql<Operation & { readonly accountId: string; readonly deviceId: string }>`
    select q.op_id as "opId", q.record_type as "recordType", q.record_id as "recordId", q.case_id as "caseId",
      q.parents::text[] as parents, q.schema_version as "schemaVersion", q.body, q.sha256,
      q.client_time as "clientTime", q.account_id as "accountId", q.device_id as "deviceId"
    from quarantine q where q.area_id = ${areaId} and q.op_id = ${opId} and ${NOT_PRIVATE}`.execute(tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { accountId, deviceId, ...op } = row;
  return { op, sender: { accountId, areaId, deviceId } };
};

/** What was decided about one thing, or nothing yet. */
export const readDecision = async (tx: Tx, { areaId }: Who, opId: string): Promise<HeldDecision | undefined> => {
  const { rows } = await sql<HeldRow>`select ${COLUMNS} from ${WITH_DECISION}
    where q.area_id = ${areaId} and q.op_id = ${opId}`.execute(tx);
  return rows[0] && itemOf(rows[0]).decision;
};

/** What was decided about what somebody sent. */
export const readDecided = async (tx: Tx, { areaId, accountId }: Who): Promise<DecidedResponse> => {
  const { rows } = await sql<HeldDecision & { readonly opId: string }>`
    select d.op_id as "opId", d.kind, d.words, coalesce(b.name, '') as "byName",
      (extract(epoch from d.decided_at) * 1000)::bigint as "atMs"
    from held_decision d left join account b on b.area_id = d.area_id and b.account_id = d.decided_by
    where d.area_id = ${areaId} and d.account_id = ${accountId} order by d.decided_at, d.op_id`.execute(tx);
  return { decided: rows };
};

const itemOf = ({ kind, words, byName, decidedAtMs, ...row }: HeldRow): HeldItem => {
  const { opId, recordType, reason, senderName, deviceId, atMs } = row;
  const item = { opId, recordType, reason, senderName, deviceId, atMs };
  if (kind === null || words === null || decidedAtMs === null) return item;
  return { ...item, decision: { kind, words, byName: byName ?? "", atMs: decidedAtMs } };
};
