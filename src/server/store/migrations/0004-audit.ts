import { keepRowsFromAll, type Migration, SAYS_PRACTICE } from "./migration";

/** What was done: the result and receipt of every operation, and the audit, to which rows can only be added. */
export const audit: Migration = {
  number: 4,
  name: "audit",
  statements: [
    `create table op_result (
      area_id uuid not null references area,
      op_id uuid not null,
      account_id uuid not null,
      op_sha256 text not null,
      status text not null,
      reason text,
      head_rev uuid,
      ver text,
      ${SAYS_PRACTICE},
      primary key (area_id, op_id))`,
    `create table receipt (
      area_id uuid not null,
      rev_id uuid not null,
      account_id uuid not null,
      sha256 text not null,
      received_at_ms bigint not null,
      audit_seq bigint not null,
      hmac text not null,
      ${SAYS_PRACTICE},
      primary key (area_id, rev_id),
      foreign key (area_id, rev_id) references op_result)`,

    `create sequence audit_seq`,
    // Ids, counts and names of states: never what a record says.
    `create table audit (
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
    `create function only_added() returns trigger language plpgsql as $$
      begin raise exception 'the audit is only ever added to'; end $$`,
    `create trigger only_added before update or delete on audit for each row execute function only_added()`,
    `create trigger never_emptied before truncate on audit for each statement execute function only_added()`,

    ...keepRowsFromAll("op_result", "receipt", "audit"),
    ...["op_result", "receipt"].map(
      (table) => `create policy own on ${table} to strandline_app
        using (current_user = 'strandline_app' and area_id = area_now() and account_id = account_now())`,
    ),
    `create policy add on audit for insert to strandline_app
      with check (current_user = 'strandline_app' and area_id = area_now() and account_id = account_now())`,
    `create policy add_at_desk on audit for insert to strandline_desk
      with check (current_user = 'strandline_desk')`,
    `grant select, insert on op_result, receipt to strandline_app`,
    `grant insert on audit to strandline_app, strandline_desk`,
    `grant usage on sequence audit_seq to strandline_app, strandline_desk`,
  ],
};
