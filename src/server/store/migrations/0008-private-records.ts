import { maySee } from "./may-see";
import { keepRowsFromAll, type Migration, SAYS_PRACTICE } from "./migration";

const TYPES = "'concern', 'note'";

/** Whether an account holds a role in its area today. */
const hasRole = (account: string, area: string, role: string): string =>
  `exists (select 1 from membership m where m.area_id = ${area} and m.account_id = ${account} and m.role = '${role}'
    and m.from_at <= now() and (m.until_at is null or m.until_at > now()))`;

/** Whether an account reads a private record; `r` is its row of `record`. */
const readsPrivate = (account: string, area: string): string =>
  `(r.created_by = ${account} or ${account} = any (r.also_read_by)
    or (r.record_type = 'concern' and ${hasRole(account, area, "custodian")}))`;

const AT_WORK = "current_user = 'strandline_app' and area_id = area_now()";
const recordOf = (table: string, who: string): string =>
  `${AT_WORK} and exists (select 1 from record r where r.area_id = area_now() and r.record_id = ${table}.case_id
    and r.record_type in (${TYPES}) and ${who})`;

/** What an account may do with the rows of a private record beside what the one rule lets it do with a case's. */
const ownPolicy = (table: string, command: string): string => {
  const isRead = command === "select";
  const rule = recordOf(table, isRead ? readsPrivate("account_now()", "area_now()") : "r.created_by = account_now()");
  const clause = command === "insert" ? `with check (${rule})` : `using (${rule})`;
  return `create policy private_${command} on ${table} for ${command} to strandline_app ${clause}`;
};

const seenInCase = `(s.only_for is null or s.only_for = account)`;

/**
 * Safety concerns and private notes: read by their author, by whom they name, and a concern by the area's custodian.
 *
 * [Note: A private record is nobody's case]
 * The rows that hold a private record have the record's own id in `case_id`; the case that it is about stands in `record`
 * alone. Nobody has a relationship to that id, so the one rule says no to everybody, whatever they have to do with the
 * case, and every query that was written before says no too. Only the policies below say yes, and they do not ask for a
 * relationship. What is done with these records is written to an audit of its own: the area's audit has no row, and no id,
 * from which somebody could tell that there is one.
 */
export const privateRecords: Migration = {
  number: 8,
  name: "private-records",
  statements: [
    `alter table record add column also_read_by uuid[] not null default '{}'`,

    `drop policy known on record`,
    `create policy known on record for select to strandline_app
      using (${AT_WORK} and (created_by = account_now()
        or (record_type not in (${TYPES}) and exists (
          select 1 from relationship k where k.area_id = area_now() and k.case_id = record.case_id))
        or (record_type in (${TYPES}) and account_now() = any (also_read_by))
        or (record_type = 'concern' and ${hasRole("account_now()", "area_now()", "custodian")})))`,
    `drop policy begun on record`,
    `create policy begun on record for insert to strandline_app
      with check (${AT_WORK} and created_by = account_now()
        and (record_type = 'case' or record_type in (${TYPES}) or may_see_section(account_now(), area_now(), case_id, '{}')))`,
    `create policy names_readers on record for update to strandline_app
      using (${AT_WORK} and created_by = account_now() and record_type in (${TYPES}))`,
    `grant update (also_read_by) on record to strandline_app`,

    ...["head", "revision", "section"].flatMap((table) => [ownPolicy(table, "select"), ownPolicy(table, "insert")]),
    ownPolicy("head", "update"),
    ownPolicy("section", "delete"),

    `create table private_audit (
      area_id uuid not null,
      seq bigint not null default nextval('audit_seq'),
      at timestamptz not null default now(),
      kind text not null,
      account_id uuid,
      device_id uuid,
      record_id uuid,
      rev_id uuid,
      event_id uuid,
      reason text,
      client_time bigint,
      puts uuid[],
      gone uuid[],
      ${SAYS_PRACTICE},
      primary key (area_id, seq),
      unique (area_id, event_id))`,
    `create trigger only_added before update or delete on private_audit for each row execute function only_added()`,
    `create trigger never_emptied before truncate on private_audit for each statement execute function only_added()`,
    ...keepRowsFromAll("private_audit"),
    `create policy add on private_audit for insert to strandline_app
      with check (current_user = 'strandline_app' and area_id = area_now() and account_id = account_now())`,
    `grant insert on private_audit to strandline_app`,

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
        where r.area_id = area and r.record_type in (${TYPES}) and ${readsPrivate("account", "area")};
      end`,
    `create index record_private on record (area_id, created_by) where record_type in (${TYPES})`,
  ],
};
