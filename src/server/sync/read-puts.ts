import { sql } from "kysely";
import type { BranchPut, Put } from "#core/schema/wire";
import { SCHEMA_VERSION } from "#core/schema/operation";
import type { Tx, Who } from "../access/as-account";
import { readHeldConcerns } from "./read-held-concerns";
import type { Reader } from "./reader";
import { readSections, type SectionRow, sectionsOfVersion, showTo } from "./read-versions";
import type { VisibleRecord } from "./visible-records";

interface HeadRow {
  readonly recordId: string;
  readonly revId: string;
  readonly parents: readonly string[];
  readonly outerBody: string;
}

/**
 * Reads some records as their reader may see them, with every branch of which the reader may see anything.
 *
 * Missing  a record that this build can no longer read is left out, and named, so that it holds up no other.
 */
export const readPuts = async (
  tx: Tx,
  who: Reader,
  records: readonly VisibleRecord[],
): Promise<{ readonly puts: readonly Put[]; readonly unreadable: readonly string[] }> => {
  const ids = records.map(({ id }) => id);
  const heads = await readHeads(tx, who, ids);
  const branches = await readBranches(tx, who, ids);
  const sections = byRecordId(await readSections(tx, who, ids));
  const held = await readHeldConcerns(
    tx,
    who,
    records.filter(({ id, recordType }) => recordType === "concern" && !heads.has(id)),
  );
  const puts = records.map((record): Put | undefined => {
    const head = heads.get(record.id);
    if (head === undefined) return held.get(record.id);
    const rows = sections.get(record.id) ?? [];
    const shown = shownBody(who, record, head, record.id, rows);
    if (shown === undefined) return undefined;
    const { id, recordType, caseId, ver } = record;
    return {
      ...{ recordType, recordId: id, caseId, revId: head.revId, parents: [...head.parents] },
      ...{ ...shown, ver },
      branches: (branches.get(id) ?? []).flatMap((branch): BranchPut[] => {
        if (!rows.some(({ versionId }) => versionId === branch.revId)) return [];
        const { revId, parents } = branch;
        const shownBranch = shownBody(who, record, branch, revId, rows);
        return shownBranch === undefined ? [] : [{ revId, parents: [...parents], ...shownBranch }];
      }),
    };
  });
  const read = puts.filter((put) => put !== undefined);
  return { puts: read, unreadable: ids.filter((id) => !read.some(({ recordId }) => recordId === id)) };
};

/** What an earlier version of the app wrote is given as this one reads it: [Note: A body is given under its reader's version]. */
const shownBody = (
  { accountId, reads }: Reader,
  { id, recordType }: VisibleRecord,
  { outerBody }: HeadRow,
  versionId: string,
  rows: readonly SectionRow[],
): Pick<Put, "schemaVersion" | "body"> | undefined => {
  const shown = showTo(accountId, recordType, outerBody, sectionsOfVersion(rows, id, versionId));
  if (shown === undefined) return undefined;
  const schemaVersion = shown.schemaVersion > SCHEMA_VERSION ? shown.schemaVersion : reads;
  return { schemaVersion, body: JSON.stringify({ ...shown, schemaVersion }) };
};

const readHeads = async (tx: Tx, { areaId }: Who, ids: readonly string[]): Promise<ReadonlyMap<string, HeadRow>> => {
  const { rows } = await sql<HeadRow>`
    select record_id as "recordId", head_rev as "revId", parents::text[] as parents,
      outer_body as "outerBody"
    from head where area_id = ${areaId} and record_id = any (${ids}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.recordId, row]));
};

const readBranches = async (
  tx: Tx,
  { areaId }: Who,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly HeadRow[]>> => {
  const { rows } = await sql<HeadRow>`
    select record_id as "recordId", rev_id as "revId", parents::text[] as parents,
      outer_body as "outerBody"
    from branch where area_id = ${areaId} and record_id = any (${ids}::uuid[]) order by rev_id`.execute(tx);
  return byRecordId(rows);
};

const byRecordId = <T extends { readonly recordId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const grouped = new Map<string, T[]>();
  for (const row of rows) {
    const group = grouped.get(row.recordId);
    if (group === undefined) grouped.set(row.recordId, [row]);
    else group.push(row);
  }
  return grouped;
};
