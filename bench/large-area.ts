import { connect } from "../tests/support/postgres";
import type { SignIn } from "./server-on-postgres";

/** In each family a case and four more records, as on a practitioner's device. */
const RECORDS_IN_FAMILY = 5;

/**
 * Fills somebody's area with records of other people, as the database has them after delivery.
 *
 * Shape  written straight into the tables that a pull reads, past the server: only their number matters here.
 */
export const fillArea = async (databaseUrl: string, { areaId }: SignIn, records: number): Promise<void> => {
  const superuser = await connect(databaseUrl.replace("login_of_tests", "owner"));
  // Without foreign keys, which would be looked up for every row.
  await superuser.query("set search_path = strandline; set session_replication_role = replica");
  const others = `select i, md5('record' || i)::uuid as record_id, md5('revision' || i)::uuid as rev_id,
      md5('case' || i / ${RECORDS_IN_FAMILY})::uuid as case_id, md5('account' || i / 500)::uuid as account_id
    from generate_series(1, ${records}) as i`;
  for (const statement of [
    `insert into relationship (area_id, case_id, account_id, ground)
      select $1, case_id, (array_agg(account_id))[1], 'created' from (${others}) as o group by case_id`,
    `insert into record (area_id, record_id, record_type, case_id, created_by)
      select $1, record_id, 'plan', case_id, account_id from (${others}) as o`,
    `insert into head (area_id, record_id, case_id, head_rev, parents, schema_version, outer_body, next_position, open_ver)
      select $1, record_id, case_id, rev_id, '{}', 1, '{"schemaVersion":1}', 1, md5(rev_id::text) from (${others}) as o`,
    `insert into section (area_id, record_id, version_id, section_id, case_id, rev_id, position, hidden_from, content)
      select $1, record_id, record_id, 'note', case_id, rev_id, 0, '{}', '{"words":"' || repeat('trains ', 18) || '"}'
      from (${others}) as o`,
  ])
    await superuser.query(statement, [areaId]);
  await superuser.query("analyze");
  await superuser.end();
};
