import { maySee } from "./may-see";
import type { Migration } from "./migration";

const rule = maySee({
  account: "account_now()",
  area: "area_now()",
  inCase: "section.case_id",
  hiddenFrom: "hidden_from",
});
const seen = `current_user = 'strandline_app' and area_id = area_now() and ${rule}
  and (only_for is null or only_for = account_now())`;
const inCase = maySee({ account: "account", area: "area", inCase: "h.case_id", hiddenFrom: "'{}'::uuid[]" });

/**
 * What only its writer may ever read. `hidden_from` names those who were on the record when it was written; somebody who
 * comes to it later is not among them, and may not read, replace or take it away either.
 */
export const onlyFor: Migration = {
  number: 6,
  name: "only-for",
  statements: [
    `alter table section add column only_for uuid`,
    ...["select", "delete"].flatMap((command) => [
      `drop policy ${command}_it on section`,
      `create policy ${command}_it on section for ${command} to strandline_app using (${seen})`,
    ]),
    `create or replace function visible_record(account uuid, area uuid)
      returns table (record_id uuid, record_type text, case_id uuid, ver text) language sql stable
      begin atomic
        select h.record_id, r.record_type, h.case_id, coalesce(h.open_ver, version_of(h.head_rev, (
          select array_agg(s.version_id || '/' || s.section_id)
          from section s
          where s.area_id = area and s.record_id = h.record_id and account <> all (s.hidden_from)
            and (s.only_for is null or s.only_for = account))))
        from head h join record r on r.area_id = area and r.record_id = h.record_id
        where h.area_id = area
          and h.case_id in (select k.case_id from relationship k where k.area_id = area and k.account_id = account)
          and ${inCase};
      end`,
  ],
};
