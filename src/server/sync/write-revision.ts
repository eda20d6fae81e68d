import { type RawBuilder, sql } from "kysely";
import { isPrivateType, type Operation } from "#core/schema/operation";
import type { Receipt } from "#core/schema/wire";
import type { TakenApart } from "#core/sync/record-body";
import { OPENS } from "#core/sync/section-kinds";
import type { Tx, Who } from "../access/as-account";
import { auditOf } from "../audit/write-audit";

/** A row of `section` on its way in. */
export interface SectionToWrite {
  readonly sectionId: string;
  readonly position: number;
  readonly hiddenFrom: readonly string[];
  readonly kinds: readonly string[];
  /** The only account that may read it, where there is one. */
  readonly onlyFor?: string | undefined;
  readonly content: string;
}

/** Who delivered an operation, and from which device. */
export interface Author extends Who {
  readonly deviceId: string;
}

/** What becomes of an operation, to be kept with it. */
export interface ToKeep {
  readonly op: Operation;
  readonly opSha256: string;
  readonly status: "accepted" | "branched" | "quarantined";
  readonly reason?: string | undefined;
  readonly headRev?: string | undefined;
  readonly ver?: string | undefined;
  readonly receipt: Receipt;
}

/** One statement's text and values, to be executed by itself or together with others. */
export type Statement = RawBuilder<unknown>;

/**
 * Executes inserts and updates of different tables, none of which needs to see the rows of another, as one statement: one
 * way to the database and back instead of one each.
 */
export const together = async (tx: Tx, ...statements: readonly Statement[]): Promise<void> => {
  const parts = statements.map((statement, index) => sql`${sql.id(`part_${index}`)} as (${statement})`);
  await sql`with ${sql.join(parts)} select`.execute(tx);
};

/** Whose access the rows of an operation follow: its case's, or nobody's; see [Note: A private record is nobody's case]. */
const scopeOf = ({ recordType, recordId, caseId }: Operation): string =>
  isPrivateType(recordType) ? recordId : caseId;

/** By which names a sharing may name the record itself. */
export const kindsOfRecord = ({ recordType }: Operation): readonly string[] => [recordType, `${recordType}/${OPENS}`];

/** Begins a record; the account that begins a case's record gets its relationship to it. */
export const beginRecord = async (
  tx: Tx,
  { areaId, accountId }: Author,
  op: Operation,
  { alsoReadBy, otherCaseId }: Pick<TakenApart, "alsoReadBy" | "otherCaseId">,
): Promise<boolean> => {
  // Nobody says anything of a case that is not wholly theirs to write, or that nobody has: the answer is the same.
  if (otherCaseId === op.caseId) return false;
  if (otherCaseId !== undefined && !(await writesWhole(tx, { areaId, accountId }, otherCaseId))) return false;
  const begun = await sql`insert into record
      (area_id, record_id, record_type, case_id, created_by, also_read_by, other_case_id)
    values (${areaId}, ${op.recordId}, ${op.recordType}, ${op.caseId}, ${accountId}, ${alsoReadBy}::uuid[],
      ${otherCaseId ?? null})
    on conflict do nothing`.execute(tx);
  // Somebody has a record of this id, and this account may not know of it.
  if (begun.numAffectedRows !== 1n) return false;
  if (op.recordType === "case") {
    await sql`insert into relationship (area_id, case_id, account_id, agency_id, ground)
      values (${areaId}, ${op.caseId}, ${accountId}, writes_for(${accountId}, ${areaId}), 'created')`.execute(tx);
  }
  return true;
};

const writesWhole = async (tx: Tx, { areaId, accountId }: Who, caseId: string): Promise<boolean> => {
  const { rows } = await sql<{ writes: boolean }>`
    select writes_whole_case(${accountId}, ${areaId}, ${caseId}) as writes`.execute(tx);
  return rows[0]?.writes === true;
};

/** Lets further people read a private record; whom it named before still may. */
export const moreReaders = ({ areaId }: Author, op: Operation, alsoReadBy: readonly string[]): Statement => sql`
    update record set also_read_by = array(
      select distinct named from unnest(also_read_by || ${alsoReadBy}::uuid[]) as named)
    where area_id = ${areaId} and record_id = ${op.recordId}`;

/** What of a head is not in the operation that becomes it. */
export interface HeadToWrite {
  readonly outerBody: string;
  readonly nextPosition: number;
  readonly openVer: string | undefined;
}

/** Makes the operation its record's head. */
export const firstHead = ({ areaId }: Author, op: Operation, head: HeadToWrite): Statement => sql`
    insert into head (area_id, record_id, case_id, kinds, head_rev, parents, schema_version, outer_body, next_position,
      open_ver)
    values (${areaId}, ${op.recordId}, ${scopeOf(op)}, ${kindsOfRecord(op)}::text[], ${op.opId}, ${op.parents}::uuid[],
      ${op.schemaVersion}, ${head.outerBody}, ${head.nextPosition}, ${head.openVer ?? null})`;

/** Moves the record's head to the operation. */
export const movedHead = ({ areaId }: Author, op: Operation, head: HeadToWrite): Statement => sql`
    update head set head_rev = ${op.opId}, parents = ${op.parents}::uuid[], schema_version = ${op.schemaVersion},
      outer_body = ${head.outerBody}, next_position = ${head.nextPosition}, open_ver = ${head.openVer ?? null}
    where area_id = ${areaId} and record_id = ${op.recordId}`;

/** Notes that what a record is called has to be worked out for each reader from now on. */
export const closedVer = ({ areaId }: Author, op: Operation): Statement => sql`
    update head set open_ver = null where area_id = ${areaId} and record_id = ${op.recordId}`;

/** Keeps the operation beside the head, until a person merges the two. */
export const newBranch = ({ areaId }: Author, op: Operation, outerBody: string): Statement => sql`
    insert into branch (area_id, rev_id, record_id, case_id, kinds, parents, schema_version, outer_body)
    values (${areaId}, ${op.opId}, ${op.recordId}, ${op.caseId}, ${kindsOfRecord(op)}::text[], ${op.parents}::uuid[], ${op.schemaVersion}, ${outerBody})`;

/** Takes away the rows of a version that the author sees; `sectionIds` narrows it to those that are carried anew. */
export const clearSections = async (
  tx: Tx,
  { areaId }: Author,
  recordId: string,
  versionIds: readonly string[],
  sectionIds?: readonly string[],
): Promise<void> => {
  if (versionIds.length === 0 || sectionIds?.length === 0) return;
  await sql`delete from section where area_id = ${areaId} and record_id = ${recordId}
    and version_id = any (${versionIds}::uuid[])
    and (${sectionIds === undefined} or section_id = any (${sectionIds ?? []}::text[]))`.execute(tx);
};

/** Notes which revision merged some branches. */
export const closedBranches = ({ areaId }: Author, op: Operation, revIds: readonly string[]): Statement => sql`
    update branch set merged_by = ${op.opId}
    where area_id = ${areaId} and record_id = ${op.recordId} and rev_id = any (${revIds}::uuid[])`;

/**
 * Puts the sections that an operation carries into one version of its record.
 *
 * Shape  a section that lies there and that its author may not see stays as it is, and counts as a row not written.
 */
export const newSections = (
  { areaId }: Author,
  op: Operation,
  versionId: string,
  sections: readonly SectionToWrite[],
): Statement => sql`
    insert into section (area_id, record_id, version_id, section_id, case_id, rev_id, position, hidden_from,
      kinds, only_for, content)
    select ${areaId}::uuid, ${op.recordId}::uuid, ${versionId}::uuid, s."sectionId", ${scopeOf(op)}::uuid, ${op.opId}::uuid,
      s.position, s."hiddenFrom", s.kinds, s."onlyFor", s.content
    from json_to_recordset(${JSON.stringify(sections)}::json)
      as s ("sectionId" text, position int, "hiddenFrom" uuid[], kinds text[], "onlyFor" uuid, content text)
    on conflict do nothing`;

/** Keeps the operation exactly as it came. */
export const newRevision = ({ areaId, accountId, deviceId }: Author, op: Operation): Statement => sql`
    insert into revision (area_id, rev_id, record_id, case_id, kinds, parents, schema_version, body, sha256,
      client_time, author_id, device_id)
    values (${areaId}, ${op.opId}, ${op.recordId}, ${scopeOf(op)}, ${kindsOfRecord(op)}::text[], ${op.parents}::uuid[], ${op.schemaVersion}, ${op.body},
      ${op.sha256}, ${op.clientTime}, ${accountId}, ${deviceId})`;

/** Holds the operation safely, whole, until a person has looked. */
export const newQuarantine = ({ areaId, accountId, deviceId }: Author, op: Operation, reason: string): Statement => sql`
    insert into quarantine (area_id, op_id, account_id, device_id, record_type, record_id, case_id, parents,
      schema_version, body, sha256, client_time, reason)
    values (${areaId}, ${op.opId}, ${accountId}, ${deviceId}, ${op.recordType}, ${op.recordId}, ${op.caseId},
      ${op.parents}::uuid[], ${op.schemaVersion}, ${op.body}, ${op.sha256}, ${op.clientTime}, ${reason})`;

/** What is answered from now on for an operation that was held, and is taken in; its receipt is the one that it had. */
export const releasedResult = ({ areaId, accountId, deviceId }: Author, kept: ToKeep): readonly Statement[] => {
  const { op, receipt } = kept;
  return [
    sql`update op_result set status = ${kept.status}, reason = null, head_rev = ${kept.headRev ?? null},
        ver = ${kept.ver ?? null} where area_id = ${areaId} and op_id = ${op.opId}`,
    sql`insert into audit (area_id, seq, kind, account_id, device_id, record_id, rev_id, reason)
      values (${areaId}, ${receipt.auditSeq}, ${`op-${kept.status}`}, ${accountId}, ${deviceId}, ${op.recordId},
        ${op.opId}, 'released')`,
  ];
};

/** What is answered, its receipt, and the audit's row, so that the same operation is answered the same again. */
export const newResult = ({ areaId, accountId, deviceId }: Author, kept: ToKeep): readonly Statement[] => {
  const { op, receipt } = kept;
  return [
    sql`insert into op_result (area_id, op_id, account_id, op_sha256, status, reason, head_rev, ver)
      values (${areaId}, ${op.opId}, ${accountId}, ${kept.opSha256}, ${kept.status}, ${kept.reason ?? null},
        ${kept.headRev ?? null}, ${kept.ver ?? null})`,
    sql`insert into receipt (area_id, rev_id, account_id, sha256, received_at_ms, audit_seq, hmac)
      values (${areaId}, ${op.opId}, ${accountId}, ${receipt.sha256}, ${receipt.receivedAt}, ${receipt.auditSeq},
        ${receipt.hmac})`,
    sql`insert into ${auditOf(isPrivateType(op.recordType))} (area_id, seq, kind, account_id, device_id, record_id, rev_id, reason)
      values (${areaId}, ${receipt.auditSeq}, ${`op-${kept.status}`}, ${accountId}, ${deviceId}, ${op.recordId}, ${op.opId},
        ${kept.reason ?? null})`,
  ];
};
