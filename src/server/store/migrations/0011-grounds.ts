import { type AskedFor, inForce, mayReach, type To, wholeCases } from "./access-rule";
import { deskPolicy, keepRowsFromAll, type Migration, SAYS_PRACTICE } from "./migration";

const TYPES = "'concern', 'note'";
const AT_WORK = "current_user = 'strandline_app' and area_id = area_now()";
const ME: AskedFor = { account: "account_now()", area: "area_now()" };
const ASKED: AskedFor = { account: "account", area: "area" };

const isMember = ({ account, area }: AskedFor, and = ""): string =>
  `exists (select 1 from membership m where m.area_id = ${area} and m.account_id = ${account} and ${inForce("m")}${and})`;
const isCustodian = (asked: AskedFor): string => isMember(asked, " and m.role = 'custodian'");

/** Whether an account reads a private record; `r` is its row of `record`. Who works nowhere any more reads none. */
const readsPrivate = (asked: AskedFor): string =>
  `((r.created_by = ${asked.account} or ${asked.account} = any (r.also_read_by)
      or (r.record_type = 'concern' and ${isCustodian(asked)})) and ${isMember(asked)})`;

const kindsOf = (record: string): string => `array[${record}.record_type, ${record}.record_type || '/opens']`;

/** What an account may do with rows of a table; of a section it must see what it takes away. */
const policy = (table: string, command: string): readonly string[] => {
  const isWhole = table !== "section" || command === "insert";
  const own = isWhole ? {} : { hiddenFrom: "section.hidden_from", onlyFor: "section.only_for" };
  const to: To = command === "select" ? "see" : "write";
  const rule = mayReach({ ...ME, inCase: `${table}.case_id`, kinds: `${table}.kinds`, ...own }, to);
  const clause = `${command === "insert" ? "with check" : "using"} (${AT_WORK} and ${rule})`;
  return [
    `drop policy ${command}_it on ${table}`,
    `create policy ${command}_it on ${table} for ${command} to strandline_app ${clause}`,
  ];
};

const privatePolicy = (table: string): readonly string[] => [
  `drop policy private_select on ${table}`,
  `create policy private_select on ${table} for select to strandline_app
    using (${AT_WORK} and exists (select 1 from record r where r.area_id = area_now() and r.record_id = ${table}.case_id
      and r.record_type in (${TYPES}) and ${readsPrivate(ME)}))`,
];

/** What row security lets the owner of the tables do while earlier rows are brought up to date, and no longer. */
const whileOpen = (tables: readonly string[], statements: readonly string[]): readonly string[] => [
  ...tables.map((table) => `alter table ${table} no force row level security`),
  ...statements,
  ...tables.map((table) => `alter table ${table} force row level security`),
];

const READS_AND_WRITES = [
  ...["practitioner", "coordinator", "early-help", "health-visitor", "speech-therapist", "occupational-therapist"],
  ...["physiotherapist", "educational-psychologist", "psychologist", "paediatrician", "nurse", "school-nurse", "senco"],
  ...["class-teacher", "teacher", "teaching-assistant", "key-person", "family-support", "social-worker"],
  ...["youth-worker", "advocate", "other-professional"],
];
const READS_ONLY = ["iro", "virtual-school-head"];

const record = `record r on r.area_id = area and r.record_id`;
const seen = mayReach({
  ...ASKED,
  ...{ inCase: "s.case_id", kinds: "s.kinds", hiddenFrom: "s.hidden_from", onlyFor: "s.only_for" },
});

/**
 * Access as data: roles that read and write, in which agency somebody has to do with a case, what is shared with whom,
 * and who broke the glass. See [Note: The rule of access].
 *
 * `visible_record` is as before but for the rule, and for one thing: what a record is called for everybody is said only to
 * whoever reaches the case as a whole. For whoever is shared a part of it, the name is worked out from that part.
 */
export const grounds: Migration = {
  number: 11,
  name: "grounds",
  statements: [
    // A role that is not here reads no record: custodian, analyst, service lead and administrator are not.
    `create table area_role (
      area_id uuid not null references area,
      role text not null,
      writes boolean not null,
      ${SAYS_PRACTICE},
      primary key (area_id, role))`,
    `create function known_roles() returns table (role text, writes boolean) language sql immutable
      begin atomic
        select unnest(array['${READS_AND_WRITES.join("', '")}']), true
        union all select unnest(array['${READS_ONLY.join("', '")}']), false;
      end`,
    `create function has_roles() returns trigger language plpgsql set search_path = strandline, pg_temp as $$
      begin
        insert into area_role (area_id, role, writes) select new.area_id, n.role, n.writes from known_roles() n;
        return new;
      end $$`,
    `create trigger has_roles after insert on area for each row execute function has_roles()`,

    `alter table relationship add column agency_id uuid`,
    `alter table relationship add foreign key (area_id, agency_id) references agency`,
    `alter table relationship drop constraint relationship_ground_check`,
    `alter table relationship add constraint relationship_ground_check check (ground in ('created', 'given', 'shared'))`,
    `create table sharing (
      area_id uuid not null references area,
      sharing_id uuid not null,
      case_id uuid not null,
      from_agency uuid not null,
      to_agency uuid,
      to_account uuid,
      kinds text[],
      purpose text not null,
      confidentiality text not null check (confidentiality in
        ('they-agreed', 'young-person-agreed', 'told-no-objection', 'objected-and-shared', 'not-told')),
      because text not null default '',
      shared_by uuid,
      from_at timestamptz not null default now(),
      until_at timestamptz,
      ${SAYS_PRACTICE},
      primary key (area_id, sharing_id),
      foreign key (area_id, from_agency) references agency,
      foreign key (area_id, to_agency) references agency,
      foreign key (area_id, to_account) references account,
      check ((to_agency is null) <> (to_account is null)),
      check (confidentiality not in ('objected-and-shared', 'not-told') or because <> ''))`,
    `create index sharing_by_case on sharing (area_id, case_id)`,
    // The row is the notice too: the custodian reads it, and says that it was looked at.
    `create table break_glass (
      area_id uuid not null references area,
      break_id uuid not null,
      account_id uuid not null,
      agency_id uuid not null,
      case_id uuid not null,
      reason text not null check (reason <> ''),
      from_at timestamptz not null default now(),
      until_at timestamptz not null,
      looked_at timestamptz,
      looked_by uuid,
      ${SAYS_PRACTICE},
      primary key (area_id, break_id),
      foreign key (area_id, account_id) references account,
      foreign key (area_id, agency_id) references agency,
      check (until_at <= from_at + interval '4 hours'))`,
    `create index break_glass_by_account on break_glass (area_id, account_id, case_id)`,

    `alter table section add column kinds text[] not null default '{}'`,
    ...["head", "revision", "branch"].map(
      (table) => `alter table ${table} add column kinds text[] not null default '{}'`,
    ),
    ...whileOpen(
      ["area", "membership", "relationship", "record", "head", "revision", "branch", "section"],
      [
        `insert into area_role (area_id, role, writes) select a.area_id, n.role, n.writes from area a, known_roles() n`,
        `update relationship k set agency_id = (select m.agency_id from membership m
          where m.area_id = k.area_id and m.account_id = k.account_id order by m.from_at, m.agency_id limit 1)`,
        ...["head", "revision", "branch"].map(
          (table) => `update ${table} t set kinds = ${kindsOf("r")} from record r
            where r.area_id = t.area_id and r.record_id = t.record_id`,
        ),
        // What opens a record: its frame, the child, and the child's own entry among the people.
        `update section s set kinds = case
            when s.section_id in ('frame', 'child') or exists (select 1 from section c where c.area_id = s.area_id
              and c.record_id = s.record_id and c.section_id = 'child'
              and s.section_id = 'person/' || (c.content::json ->> 'childId')) then ${kindsOf("r")}
            else array_remove(array[r.record_type, r.record_type || '/' || split_part(s.section_id, '/', 1),
              case when split_part(s.section_id, '/', 2) <> ''
                then r.record_type || '/' || split_part(s.section_id, '/', 1) || '/' || split_part(s.section_id, '/', 2)
              end], null) end
          from record r where r.area_id = s.area_id and r.record_id = s.record_id`,
      ],
    ),

    ...keepRowsFromAll("area_role", "sharing", "break_glass"),
    ...["area_role", "sharing", "break_glass"].map(deskPolicy),
    `grant select, insert, update, delete on area_role to strandline_desk`,
    `grant select, insert, update on sharing, break_glass to strandline_desk`,
    `create policy own_area on area_role for select to strandline_app using (${AT_WORK})`,
    `create policy related on sharing for select to strandline_app using (${AT_WORK} and exists (
      select 1 from relationship k where k.area_id = area_now() and k.case_id = sharing.case_id
        and k.account_id = account_now()))`,
    `create policy own on break_glass for select to strandline_app using (${AT_WORK} and account_id = account_now())`,
    `create policy custodian on break_glass to strandline_app using (${AT_WORK} and ${isCustodian(ME)})`,
    `grant select on area_role, sharing, break_glass to strandline_app`,
    `grant update (looked_at, looked_by) on break_glass to strandline_app`,

    ...["head", "revision", "branch"].flatMap((table) => [...policy(table, "select"), ...policy(table, "insert")]),
    ...["head", "branch"].flatMap((table) => policy(table, "update")),
    ...["select", "insert", "delete"].flatMap((command) => policy("section", command)),
    ...["head", "revision", "section"].flatMap(privatePolicy),

    // In which agency somebody begins a case: the first of those in which their role writes.
    `create function writes_for(account uuid, area uuid) returns uuid language sql stable
      return (select m.agency_id from membership m join area_role o on o.area_id = m.area_id and o.role = m.role
        where m.area_id = area and m.account_id = account and o.writes and ${inForce("m")}
        order by m.from_at, m.agency_id limit 1)`,

    // That a record is there is known to whoever was ever let at it on some ground, and to nobody else.
    `drop policy known on record`,
    `create policy known on record for select to strandline_app
      using (${AT_WORK} and (created_by = account_now()
        or (record_type not in (${TYPES}) and exists (
          select 1 from relationship k where k.area_id = area_now() and k.case_id = record.case_id
            and k.account_id = account_now() and k.from_at <= now() and (k.ground in ('created', 'given')
              or exists (select 1 from sharing x where x.area_id = k.area_id and x.case_id = k.case_id
                and (x.to_agency = k.agency_id or x.to_account = k.account_id) and x.from_at <= now()
                and (x.kinds is null or x.kinds && ${kindsOf("record")})))))
        or (record_type not in (${TYPES}) and exists (
          select 1 from break_glass b where b.area_id = area_now() and b.case_id = record.case_id
            and b.account_id = account_now()))
        or (record_type in (${TYPES}) and account_now() = any (also_read_by))
        or (record_type = 'concern' and ${isCustodian(ME)})))`,
    `drop policy begun on record`,
    `create policy begun on record for insert to strandline_app
      with check (${AT_WORK} and created_by = account_now()
        and (record_type in (${TYPES}) or (record_type = 'case' and writes_for(account_now(), area_now()) is not null)
          or (${mayReach({ ...ME, inCase: "record.case_id", kinds: kindsOf("record") }, "write")})))`,
    `drop policy creator on relationship`,
    `create policy creator on relationship for insert to strandline_app
      with check (${AT_WORK} and account_id = account_now()
        and ground = 'created' and agency_id = writes_for(account_now(), area_now()) and exists (
          select 1 from record r
          where r.area_id = area_now() and r.record_id = relationship.case_id and r.record_type = 'case'
            and r.created_by = account_now()))`,

    `drop function may_see_section(uuid, uuid, uuid, uuid[])`,
    // No name of theirs is that of a column: a column would be meant.
    `create function may_see_section(account uuid, area uuid, in_case uuid, of_kinds text[], from_whom uuid[],
      for_whom uuid) returns boolean language sql stable
      return ${mayReach({ ...ASKED, inCase: "in_case", kinds: "of_kinds", hiddenFrom: "from_whom", onlyFor: "for_whom" })}`,
    `create function may_write_section(account uuid, area uuid, in_case uuid, of_kinds text[]) returns boolean
      language sql stable
      return ${mayReach({ ...ASKED, inCase: "in_case", kinds: "of_kinds" }, "write")}`,
    `create function sees_whole_case(account uuid, area uuid, in_case uuid) returns boolean language sql stable
      return in_case in (${wholeCases(ASKED, "see")})`,

    `create or replace function visible_record(account uuid, area uuid)
      returns table (record_id uuid, record_type text, case_id uuid, ver text) language sql stable
      begin atomic
        select h.record_id, r.record_type, h.case_id,
          case when h.open_ver is not null and h.case_id in (${wholeCases(ASKED, "see")}) then h.open_ver
            else version_of(h.head_rev, (
              select array_agg(s.version_id || '/' || s.section_id)
              from section s where s.area_id = area and s.record_id = h.record_id and ${seen})) end
        from head h join ${record} = h.record_id
        where h.area_id = area
          and h.case_id in (select k.case_id from relationship k where k.area_id = area and k.account_id = account
            union all select b.case_id from break_glass b where b.area_id = area and b.account_id = account)
          and ${mayReach({ ...ASKED, inCase: "h.case_id", kinds: "h.kinds" })}
        union all
        select h.record_id, r.record_type, r.case_id, coalesce(h.open_ver, version_of(h.head_rev, (
          select array_agg(s.version_id || '/' || s.section_id)
          from section s where s.area_id = area and s.record_id = h.record_id)))
        from record r join head h on h.area_id = area and h.record_id = r.record_id
        where r.area_id = area and r.record_type in (${TYPES}) and ${readsPrivate(ASKED)}
        union all
        select q.op_id, q.record_type, q.case_id, version_of(q.op_id, null)
        from quarantine q
        where q.area_id = area and q.record_type = 'concern' and q.account_id <> account and ${isCustodian(ASKED)};
      end`,

    // What was delivered sealed is named by what it is called, among which is what is private.
    `create policy add_at_desk on private_audit for insert to strandline_desk with check (current_user = 'strandline_desk')`,
    `grant insert on private_audit to strandline_desk`,
    `grant usage on sequence private_audit_seq to strandline_desk`,
  ],
};
