import { maySee } from "./may-see";
import { deskPolicy, keepRowsFromAll, type Migration, SAYS_PRACTICE } from "./migration";

/** Who may see what: relationships, the records there are, and the one rule that decides. */
export const access: Migration = {
  number: 2,
  name: "access",
  statements: [
    // `created` is given to whoever makes a record, once and never again; `given` comes from the desk.
    `create table relationship (
      area_id uuid not null references area,
      case_id uuid not null,
      account_id uuid not null,
      ground text not null check (ground in ('created', 'given')),
      from_at timestamptz not null default now(),
      until_at timestamptz,
      ${SAYS_PRACTICE},
      primary key (area_id, case_id, account_id, from_at),
      foreign key (area_id, account_id) references account)`,
    `create unique index relationship_created_once on relationship (area_id, case_id) where ground = 'created'`,
    `create index relationship_by_account on relationship (area_id, account_id, case_id)`,

    `create function may_see_section(account uuid, area uuid, in_case uuid, hidden_from uuid[]) returns boolean
      language sql stable
      return ${maySee({ account: "account", area: "area", inCase: "in_case", hiddenFrom: "hidden_from" })}`,

    // What never changes about a record. Somebody whose access has ended still knows that it is there, and no more.
    `create table record (
      area_id uuid not null references area,
      record_id uuid not null,
      record_type text not null,
      case_id uuid not null,
      created_by uuid not null,
      created_at timestamptz not null default now(),
      ${SAYS_PRACTICE},
      primary key (area_id, record_id),
      check ((record_type = 'case') = (record_id = case_id)))`,

    ...keepRowsFromAll("relationship", "record"),
    deskPolicy("relationship"),
    `grant select, insert, update on relationship to strandline_desk`,

    `create policy own on relationship for select to strandline_app
      using (current_user = 'strandline_app' and area_id = area_now() and account_id = account_now())`,
    `create policy creator on relationship for insert to strandline_app
      with check (current_user = 'strandline_app' and area_id = area_now() and account_id = account_now()
        and ground = 'created' and exists (
          select 1 from record r
          where r.area_id = area_now() and r.record_id = relationship.case_id and r.record_type = 'case'
            and r.created_by = account_now()))`,
    `grant select, insert on relationship to strandline_app`,

    `create policy known on record for select to strandline_app
      using (current_user = 'strandline_app' and area_id = area_now() and (created_by = account_now() or exists (
        select 1 from relationship r where r.area_id = area_now() and r.case_id = record.case_id)))`,
    `create policy begun on record for insert to strandline_app
      with check (current_user = 'strandline_app' and area_id = area_now() and created_by = account_now()
        and (record_type = 'case' or may_see_section(account_now(), area_now(), case_id, '{}')))`,
    `grant select, insert on record to strandline_app`,
  ],
};
