import { sql } from "kysely";
import type { RecordType } from "#core/schema/operation";
import type { Versions } from "#core/sync/manifest";
import type { Tx, Who } from "../access/as-account";

/** A record that an account may see, and what it may see of it, as a version. */
export interface VisibleRecord {
  readonly id: string;
  readonly recordType: RecordType;
  readonly caseId: string;
  readonly ver: string;
}

/** Everything that an account may see, a case's record before those that belong to it. */
export const readVersions = async (tx: Tx, { accountId, areaId }: Who): Promise<readonly VisibleRecord[]> => {
  const { rows } = await sql<VisibleRecord>`
    select record_id as id, record_type as "recordType", case_id as "caseId", ver
    from visible_record(${accountId}, ${areaId})
    order by case_id, record_type = 'case' desc, record_id`.execute(tx);
  return rows;
};

export const versionsOf = (records: readonly VisibleRecord[]): Versions =>
  new Map(records.map(({ id, ver }) => [id, ver]));
