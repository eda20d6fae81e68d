import { wholeCases } from "./access-rule";
import type { Migration } from "./migration";

const restricted = (table: string): string =>
  `create policy other_case_too on ${table} as restrictive for select to strandline_app
    using (kinds[1] is distinct from 'same-child' or sees_other_case(${table}.record_id))`;

/**
 * What people said of two children's records: that they are one child's, or two children's.
 *
 * [Note: A decision is of two cases]
 * A decision lies in the case that leads, like any record of it, and names the other in `other_case_id`. The policies here
 * only take away, from whatever the rule of access allows: whoever does not reach the other case as a whole too has no row
 * of the decision, and so no trace of the other case. It opens nothing: each case is still seen by its own relationships.
 * `visible_record` runs under these policies, so that a manifest lists a decision only for those who see both.
 *
 * They ask functions, which the rule of access itself does not: a row of any other record is let past before one is
 * called, there are few decisions, and the rule's text once more in each policy would have to be planned for every query.
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
      using (other_case_id is null or sees_whole_case(account_now(), area_now(), other_case_id))`,
    `create policy of_two_cases on record as restrictive for insert to strandline_app
      with check (other_case_id is null or (writes_whole_case(account_now(), area_now(), other_case_id)
        and writes_whole_case(account_now(), area_now(), case_id)))`,
    // The row of `record` is itself seen by whoever reaches both.
    `create function sees_other_case(of_record uuid) returns boolean language sql stable
      return exists (select 1 from record r where r.area_id = area_now() and r.record_id = of_record)`,
    ...["head", "revision", "branch", "section"].map(restricted),
  ],
};
