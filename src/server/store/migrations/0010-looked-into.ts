import { maySee } from "./may-see";
import type { Migration } from "./migration";

const TYPES = "'concern', 'note'";

/** Whether an account holds the custodian's role in its area today. */
const isCustodian = (account: string, area: string): string =>
  `exists (select 1 from membership m where m.area_id = ${area} and m.account_id = ${account} and m.role = 'custodian'
    and m.from_at <= now() and (m.until_at is null or m.until_at > now()))`;

const seenInCase = `(s.only_for is null or s.only_for = account)`;

/**
 * What somebody who looked for ways round it found open.
 *
 * Nothing takes a word out of a concern or a note any more, its author included: the policy that let them is gone, so that
 * a section of one is only ever added. A concern that is held in the quarantine is read by the custodian, as what was sent
 * and not as the record that it names. A device may be taken off: nothing of it is taken in from then on.
 */
export const lookedInto: Migration = {
  number: 10,
  name: "looked-into",
  statements: [
    `drop policy private_delete on section`,

    `create policy custodian on quarantine for select to strandline_app
      using (current_user = 'strandline_app' and area_id = area_now() and record_type = 'concern'
        and ${isCustodian("account_now()", "area_now()")})`,
    `create index quarantine_concern on quarantine (area_id) where record_type = 'concern'`,

    // As before, and what is held of concerns, under the id of what was sent: it may name a record that somebody else has.
    `create or replace function visible_record(account uuid, area uuid)
      returns table (record_id uuid, record_type text, case_id uuid, ver text) language sql stable
      begin atomic
        select h.record_id, r.record_type, h.case_id, coalesce(h.open_ver, version_of(h.head_rev, (
          select array_agg(s.version_id || '/' || s.section_id)
          from section s
          where s.area_id = area and s.record_id = h.record_id and account <> all (s.hidden_from) and ${seenInCase})))
        from head h join record r on r.area_id = area and r.record_id = h.record_id
        where h.area_id = area
          and h.case_id in (select k.case_id from relationship k where k.area_id = area and k.account_id = account)
          and ${maySee({ account: "account", area: "area", inCase: "h.case_id", hiddenFrom: "'{}'::uuid[]" })}
        union all
        select h.record_id, r.record_type, r.case_id, coalesce(h.open_ver, version_of(h.head_rev, (
          select array_agg(s.version_id || '/' || s.section_id)
          from section s where s.area_id = area and s.record_id = h.record_id)))
        from record r join head h on h.area_id = area and h.record_id = r.record_id
        where r.area_id = area and r.record_type in (${TYPES})
          and (r.created_by = account or account = any (r.also_read_by)
            or (r.record_type = 'concern' and ${isCustodian("account", "area")}))
        union all
        select q.op_id, q.record_type, q.case_id, version_of(q.op_id, null)
        from quarantine q
        where q.area_id = area and q.record_type = 'concern' and q.account_id <> account
          and ${isCustodian("account", "area")};
      end`,

    `alter table device add column taken_off_at timestamptz`,
    `grant update (taken_off_at) on device to strandline_desk`,
  ],
};
