import { sql } from "kysely";
import { ConcernBody } from "#core/schema/concern";
import type { Put } from "#core/schema/wire";
import { takeApart } from "#core/sync/record-body";
import type { Tx, Who } from "../access/as-account";
import type { VisibleRecord } from "./visible-records";

interface HeldRow {
  readonly id: string;
  readonly caseId: string;
  readonly schemaVersion: number;
  readonly body: string;
  readonly clientTime: number;
  readonly reason: string;
  readonly senderId: string;
  readonly sender: string | null;
  readonly practice: boolean;
}

/**
 * Reads concerns that are held in the quarantine, for the custodian: no word that was meant to reach somebody stays where
 * nobody looks.
 *
 * Shape  it is shown as written by whoever sent it, whatever it says of that itself; a body that this build's schema does
 *        not accept is shown as the text that came.
 */
export const readHeldConcerns = async (
  tx: Tx,
  { areaId }: Who,
  records: readonly VisibleRecord[],
): Promise<ReadonlyMap<string, Put>> => {
  if (records.length === 0) return new Map();
  const ids = records.map(({ id }) => id);
  const { rows } = await sql<HeldRow>`
    select q.op_id as id, q.case_id as "caseId", q.schema_version as "schemaVersion", q.body,
      q.client_time as "clientTime", q.reason, q.account_id as "senderId", a.name as sender, q.practice
    from quarantine q left join account a on a.area_id = q.area_id and a.account_id = q.account_id
    where q.area_id = ${areaId} and q.op_id = any (${ids}::uuid[]) and q.record_type = 'concern'`.execute(tx);
  const verOf = new Map(records.map(({ id, ver }) => [id, ver]));
  return new Map(
    rows.map((row): readonly [string, Put] => {
      const { id, caseId, schemaVersion, reason } = row;
      const put = { recordType: "concern" as const, recordId: id, caseId, revId: id, parents: [], schemaVersion };
      return [id, { ...put, body: shown(row), ver: verOf.get(id) ?? "", branches: [], held: reason }];
    }),
  );
};

const shown = ({ schemaVersion, body, clientTime, senderId, sender, practice }: HeldRow): string => {
  const by = { byId: senderId, byName: sender ?? "" };
  const taken = takeApart({ recordType: "concern", schemaVersion, body });
  if (!taken.ok) {
    const concern = { ...by, atMs: clientTime, practice, words: body };
    return JSON.stringify({ schemaVersion, sections: { concern } });
  }
  const read = ConcernBody.parse(JSON.parse(body));
  return JSON.stringify({ ...read, sections: { ...read.sections, concern: { ...read.sections.concern, ...by } } });
};
