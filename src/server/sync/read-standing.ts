import { sql } from "kysely";
import { isPrivateType, type Operation } from "#core/schema/operation";
import type { PushStatus } from "#core/schema/wire";
import type { Tx, Who } from "../access/as-account";
import { kindsOfRecord } from "./write-revision";

/** Everything that is read before an operation is placed, as of one moment and as its author may see it. */
export interface ReadStanding {
  readonly caseAccess: "active" | "ended" | "none";
  readonly record: { readonly recordType: string; readonly caseId: string; readonly isOwn: boolean } | undefined;
  readonly headRev: string | undefined;
  readonly nextPosition: number;
  /** Whether the author reaches all of it on their ground, but for what is hidden from them. */
  readonly reachesWhole: boolean;
  /** The record's version where the author reaches all of it and nothing in it is hidden from anybody; see [Note: A version is its sections]. */
  readonly openVer: string | undefined;
  readonly openBranches: readonly string[];
  readonly followsQuarantined: boolean;
  readonly earlier: EarlierResult | undefined;
  /** The number that the audit's row on this operation will have. */
  readonly auditSeq: number;
  readonly nowMs: number;
}

/** What was answered when this operation came before. */
export interface EarlierResult {
  readonly opSha256: string;
  readonly status: PushStatus;
  readonly reason: string | undefined;
  readonly headRev: string | undefined;
  readonly ver: string | undefined;
  readonly receipt: {
    readonly sha256: string;
    readonly receivedAt: number;
    readonly auditSeq: number;
    readonly hmac: string;
  };
}

/**
 * What to be alone at while one operation is delivered: its record, so that operations of one record come one after
 * another and those of others do not wait.
 */
export const placeOf = ({ areaId }: Who, { recordId }: Operation): string => `${areaId}/${recordId}`;

/** What was released stands among the records, and is held no more. */
const isUndecided = sql`not exists (select 1 from held_decision d
  where d.area_id = q.area_id and d.op_id = q.op_id and d.kind = 'released')`;

/** Reads how a record stands, alone at it. What another has just committed is seen: it is asked for afterwards. */
export const readStanding = async (tx: Tx, { accountId, areaId }: Who, op: Operation): Promise<ReadStanding> => {
  const { rows } = await sql<Row>`
    select
      ${isPrivateType(op.recordType) ? sql`nextval('private_audit_seq')` : sql`nextval('audit_seq')`} as audit_seq,
      (extract(epoch from now()) * 1000)::bigint as now_ms,
      may_write_section(${accountId}, ${areaId}, ${op.caseId}, ${kindsOfRecord(op)}::text[]) as is_active,
      sees_whole_case(${accountId}, ${areaId}, ${op.caseId}) as is_whole,
      exists (select 1 from relationship k where k.area_id = ${areaId} and k.case_id = ${op.caseId}
        and k.account_id = ${accountId})
        or exists (select 1 from break_glass b where b.area_id = ${areaId} and b.case_id = ${op.caseId}
          and b.account_id = ${accountId})
        or writes_for(${accountId}, ${areaId}) is null as was_related,
      r.record_type, r.case_id, r.created_by = ${accountId} as is_own, h.head_rev, h.next_position, h.open_ver,
      array(select distinct s.version_id from section s where s.area_id = ${areaId} and s.record_id = ${op.recordId}
        and s.version_id = any (${op.parents}::uuid[]))::text[] as open_branches,
      exists (select 1 from quarantine q where q.area_id = ${areaId} and q.account_id = ${accountId}
        and q.op_id = any (${op.parents}::uuid[]) and ${isUndecided}) as parent_held,
      exists (select 1 from quarantine q where q.area_id = ${areaId} and q.account_id = ${accountId}
        and q.record_id = ${op.caseId} and ${isUndecided}) as case_held,
      o.op_sha256, o.status, o.reason, o.head_rev as answered_head, o.ver,
      c.sha256, c.received_at_ms, c.audit_seq as answered_seq, c.hmac
    from (select 1) as one
      left join record r on r.area_id = ${areaId} and r.record_id = ${op.recordId}
      left join head h on h.area_id = ${areaId} and h.record_id = ${op.recordId}
      left join op_result o on o.area_id = ${areaId} and o.op_id = ${op.opId}
      left join receipt c on c.area_id = ${areaId} and c.rev_id = ${op.opId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error("a select of one row gave none");
  const reachesWhole = row.is_whole || isPrivateType(op.recordType);
  const caseAccess = row.is_active ? "active" : row.was_related ? "ended" : "none";
  return {
    caseAccess,
    record:
      row.record_type === null || row.case_id === null
        ? undefined
        : { recordType: row.record_type, caseId: row.case_id, isOwn: row.is_own === true },
    headRev: row.head_rev ?? undefined,
    nextPosition: row.next_position ?? 0,
    reachesWhole,
    openVer: reachesWhole ? (row.open_ver ?? undefined) : undefined,
    openBranches: row.open_branches,
    followsQuarantined: row.parent_held || (row.case_held && caseAccess === "none"),
    earlier: earlierIn(row),
    auditSeq: row.audit_seq,
    nowMs: row.now_ms,
  };
};

interface Row {
  readonly audit_seq: number;
  readonly now_ms: number;
  readonly is_active: boolean;
  readonly is_whole: boolean;
  readonly was_related: boolean;
  readonly record_type: string | null;
  readonly case_id: string | null;
  readonly is_own: boolean | null;
  readonly head_rev: string | null;
  readonly next_position: number | null;
  readonly open_ver: string | null;
  readonly open_branches: readonly string[];
  readonly parent_held: boolean;
  readonly case_held: boolean;
  readonly op_sha256: string | null;
  readonly status: PushStatus | null;
  readonly reason: string | null;
  readonly answered_head: string | null;
  readonly ver: string | null;
  readonly sha256: string | null;
  readonly received_at_ms: number | null;
  readonly answered_seq: number | null;
  readonly hmac: string | null;
}

const earlierIn = (row: Row): EarlierResult | undefined => {
  const { op_sha256, status, sha256, received_at_ms, answered_seq, hmac } = row;
  if (op_sha256 === null || status === null) return undefined;
  if (sha256 === null || received_at_ms === null || answered_seq === null || hmac === null) {
    throw new Error("a result without its receipt");
  }
  return {
    opSha256: op_sha256,
    status,
    reason: row.reason ?? undefined,
    headRev: row.answered_head ?? undefined,
    ver: row.ver ?? undefined,
    receipt: { sha256, receivedAt: received_at_ms, auditSeq: answered_seq, hmac },
  };
};
