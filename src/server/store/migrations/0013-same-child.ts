import { type AskedFor, wholeCases } from "./access-rule";
import type { Migration } from "./migration";

const ME: AskedFor = { account: "account_now()", area: "area_now()" };
const OTHER_TOO = `in (${wholeCases(ME, "see")})`;

/** Rows that are of a decision about two cases; every other row is let past before anything is asked for. */
const isOfDecision = (table: string): string => `${table}.kinds[1] is not distinct from 'same-child'`;

const restricted = (table: string): string =>
  `create policy other_case_too on ${table} as restrictive for select to strandline_app
    using (not (${isOfDecision(table)}) or exists (select 1 from record r where r.area_id = area_now()
      and r.record_id = ${table}.record_id and r.other_case_id ${OTHER_TOO}))`;

/**
 * What people said of two children's records: that they are one child's, or two children's.
 *
 * [Note: A decision is of two cases]
 * A decision lies in the case that leads, like any record of it, and names the other in `other_case_id`. The policies here
 * only take away, from whatever the rule of access allows: whoever does not reach the other case as a whole too has no row
 * of the decision, and so no trace of the other case. It opens nothing: each case is still seen by its own relationships.
 * `visible_record` runs under these policies, so that a manifest lists a decision only for those who see both.
 */
export const sameChild: Migration = {
  number: 13,
  name: "same-child",
  statements: [
    `alter table record add column other_case_id uuid`,
    `alter table record add check ((record_type = 'same-child') = (other_case_id is not null))`,
    `alter table record add check (other_case_id is distinct from case_id)`,
    `create function writes_whole_case(account uuid, area uuid, in_case uuid) returns boolean language sql stable
      return in_case in (${wholeCases({ account: "account", area: "area" }, "write")})`,
    `create policy other_case_too on record as restrictive for select to strandline_app
      using (other_case_id is null or other_case_id ${OTHER_TOO})`,
    `create policy of_two_cases on record as restrictive for insert to strandline_app
      with check (other_case_id is null or (other_case_id in (${wholeCases(ME, "write")})
        and case_id in (${wholeCases(ME, "write")})))`,
    ...["head", "revision", "branch", "section"].map(restricted),
  ],
};
