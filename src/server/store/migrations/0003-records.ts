import { maySee } from "./may-see";
import { keepRowsFromAll, type Migration, SAYS_PRACTICE } from "./migration";

const mayForAll = (table: string, command: string, hiddenFrom = "'{}'::uuid[]") => {
  const rule = maySee({ account: "account_now()", area: "area_now()", inCase: `${table}.case_id`, hiddenFrom });
  const asked = `current_user = 'strandline_app' and area_id = area_now() and ${rule}`;
  const clause = command === "insert" ? `with check (${asked})` : `using (${asked})`;
  return `create policy ${command}_it on ${table} for ${command} to strandline_app ${clause}`;
};

/**
 * What records hold: revisions as they were delivered, and the sections of every version that stands.
 *
 * [Note: A version is its sections]
 * A revision's body is kept exactly as it came and is read by nobody here. What people see is put together from the rows
 * of `section`, one for each section of the head and of every open branch, so that row security can decide by section;
 * `version_id` is the record's own id for the head and the revision's for a branch. An operation replaces the rows that
 * it carries; a row that its author may not see is out of its reach, and so passes through untouched.
 *
 * `open_ver` is what a pull calls the record for everybody, where it is known that nothing in it is hidden from anybody.
 * Where it is null, that is worked out for each reader, which costs ten times as much.
 */
export const records: Migration = {
  number: 3,
  name: "records",
  statements: [
    `create table head (
      area_id uuid not null,
      record_id uuid not null,
      case_id uuid not null,
      head_rev uuid not null,
      parents uuid[] not null,
      schema_version int not null,
      outer_body text not null,
      next_position int not null,
      open_ver text,
      ${SAYS_PRACTICE},
      primary key (area_id, record_id),
      foreign key (area_id, record_id) references record)`,
    `create index head_by_case on head (area_id, case_id)`,
    `create table revision (
      area_id uuid not null,
      rev_id uuid not null,
      record_id uuid not null,
      case_id uuid not null,
      parents uuid[] not null,
      schema_version int not null,
      body text not null,
      sha256 text not null,
      client_time bigint not null,
      received_at timestamptz not null default now(),
      author_id uuid not null,
      device_id uuid not null,
      ${SAYS_PRACTICE},
      primary key (area_id, rev_id),
      foreign key (area_id, record_id) references record)`,
    `create index revision_by_record on revision (area_id, record_id)`,
    `create table branch (
      area_id uuid not null,
      rev_id uuid not null,
      record_id uuid not null,
      case_id uuid not null,
      parents uuid[] not null,
      schema_version int not null,
      outer_body text not null,
      merged_by uuid,
      ${SAYS_PRACTICE},
      primary key (area_id, record_id, rev_id),
      foreign key (area_id, rev_id) references revision)`,
    `create table section (
      area_id uuid not null,
      record_id uuid not null,
      version_id uuid not null,
      section_id text not null,
      case_id uuid not null,
      rev_id uuid not null,
      position int not null,
      hidden_from uuid[] not null,
      content text not null,
      ${SAYS_PRACTICE},
      primary key (area_id, record_id, version_id, section_id))`,
    // Held safely, whole, until a person has looked.
    `create table quarantine (
      area_id uuid not null references area,
      op_id uuid not null,
      account_id uuid not null,
      device_id uuid not null,
      record_type text not null,
      record_id uuid not null,
      case_id uuid not null,
      parents uuid[] not null,
      schema_version int not null,
      body text not null,
      sha256 text not null,
      client_time bigint not null,
      reason text not null,
      received_at timestamptz not null default now(),
      ${SAYS_PRACTICE},
      primary key (area_id, op_id))`,
    `create index quarantine_by_record on quarantine (area_id, record_id)`,

    ...keepRowsFromAll("head", "revision", "branch", "section", "quarantine"),
    ...["head", "revision", "branch"].flatMap((table) => [mayForAll(table, "select"), mayForAll(table, "insert")]),
    ...["head", "branch"].map((table) => mayForAll(table, "update")),
    // People at the table may type what they will not see afterwards, so adding asks for the case alone.
    mayForAll("section", "insert"),
    ...["select", "delete"].map((command) => mayForAll("section", command, "hidden_from")),
    `create policy own on quarantine to strandline_app
      using (current_user = 'strandline_app' and area_id = area_now() and account_id = account_now())`,

    `grant select, insert on head, branch, section, quarantine to strandline_app`,
    `grant update (head_rev, parents, schema_version, outer_body, next_position, open_ver) on head to strandline_app`,
    `grant update (merged_by) on branch to strandline_app`,
    `grant delete on section to strandline_app`,
    // Not the body: it holds every section, whoever it is hidden from.
    `grant insert, select (area_id, rev_id, record_id, case_id, parents, author_id) on revision to strandline_app`,

    // What a pull calls a record: it changes with the head, and with which sections are seen of it.
    `create function version_of(head_rev uuid, seen text[]) returns text language sql stable
      return substr(encode(sha256(convert_to(head_rev || ' 1 ' || coalesce(
        (select string_agg(k, ' ' order by k collate "C") from unnest(seen) as k), ''), 'UTF8')), 'hex'), 1, 32)`,
    `create function visible_record(account uuid, area uuid)
      returns table (record_id uuid, record_type text, case_id uuid, ver text) language sql stable
      begin atomic
        select h.record_id, r.record_type, h.case_id, coalesce(h.open_ver, version_of(h.head_rev, (
          select array_agg(s.version_id || '/' || s.section_id)
          from section s
          where s.area_id = area and s.record_id = h.record_id and account <> all (s.hidden_from))))
        from head h join record r on r.area_id = area and r.record_id = h.record_id
        where h.area_id = area
          and h.case_id in (select k.case_id from relationship k where k.area_id = area and k.account_id = account)
          and ${maySee({ account: "account", area: "area", inCase: "h.case_id", hiddenFrom: "'{}'::uuid[]" })};
      end`,
  ],
};
