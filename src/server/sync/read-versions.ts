import { sql } from "kysely";
import type { PersonId } from "#core/schema/ids";
import type { RecordType } from "#core/schema/operation";
import type { ProfileSections } from "#core/schema/profile";
import { hide } from "#core/scoring/hide";
import { bodySchemas, putTogether } from "#core/sync/record-body";
import type { Tx, Who } from "../access/as-account";

/** One section of a standing version, which its reader may see. */
export interface SectionRow {
  readonly recordId: string;
  /** The record's own id for the head, the revision's for a branch. */
  readonly versionId: string;
  readonly sectionId: string;
  readonly position: number;
  readonly content: string;
}

/** The sections of some records that this account may see, in the order in which they were first made. */
export const readSections = async (
  tx: Tx,
  { areaId }: Who,
  recordIds: readonly string[],
): Promise<readonly SectionRow[]> => {
  const { rows } = await sql<SectionRow>`
    select s.record_id as "recordId", s.version_id as "versionId", s.section_id as "sectionId", s.position, s.content
    from section s
    where s.area_id = ${areaId} and s.record_id = any (${recordIds}::uuid[])
    order by s.position, s.section_id collate "C"`.execute(tx);
  return rows;
};

/** A body as its reader may see it. */
export interface ShownBody {
  readonly schemaVersion: number;
  readonly sections: Readonly<Record<string, unknown>>;
}

/**
 * Puts a version together for one reader, without any trace of what is hidden from them.
 *
 * Missing  undefined where this build's schemas no longer read what an earlier one accepted.
 */
export const showTo = (
  readerId: PersonId,
  recordType: RecordType,
  outerBody: string,
  rows: readonly Pick<SectionRow, "sectionId" | "content">[],
): ShownBody | undefined => {
  const sections = rows.map(({ sectionId, content }) => [sectionId, JSON.parse(content) as unknown] as const);
  const read = bodySchemas[recordType].safeParse(
    putTogether(JSON.parse(outerBody) as Record<string, unknown>, sections),
  );
  if (!read.success) return undefined;
  const body = read.data as ShownBody;
  if (recordType !== "profile") return body;
  return {
    ...body,
    sections: hide([readerId], body.sections as unknown as ProfileSections) as unknown as ShownBody["sections"],
  };
};

/** The sections of one version: a branch holds what it carries, and lies over the head for everything else. */
export const sectionsOfVersion = (
  rows: readonly SectionRow[],
  recordId: string,
  versionId: string,
): readonly SectionRow[] => {
  const bySectionId = new Map<string, SectionRow>();
  for (const wanted of new Set([recordId, versionId])) {
    for (const row of rows)
      if (row.recordId === recordId && row.versionId === wanted) bySectionId.set(row.sectionId, row);
  }
  return [...bySectionId.values()];
};
