import { makeRole } from "../roles";
import { keepRowsFromAll, type Migration, SAYS_PRACTICE } from "./migration";

const AT_WORK = "current_user = 'strandline_app' and area_id = area_now()";
const counted = (table: string, columns: string): readonly string[] => [
  `create policy counted on ${table} for select to strandline_counter using (current_user = 'strandline_counter')`,
  `grant select (${columns}) on ${table} to strandline_counter`,
];

/**
 * Whether all is in: what each device last said of what it has not delivered.
 *
 * Shape  versions and what is held are counted by whose they are, under a role of its own that is granted these columns
 *        and no others: it can read no record.
 */
export const allIn: Migration = {
  number: 14,
  name: "all-in",
  statements: [
    ...makeRole("strandline_counter"),
    `grant usage on schema strandline to strandline_counter`,
    `create table device_said (
      area_id uuid not null references area,
      account_id uuid not null,
      device_id uuid not null,
      waiting int not null check (waiting >= 0),
      said_at timestamptz not null default now(),
      ${SAYS_PRACTICE},
      primary key (area_id, account_id, device_id),
      foreign key (area_id, account_id, device_id) references device_person)`,
    ...keepRowsFromAll("device_said"),
    `create policy own on device_said to strandline_app using (${AT_WORK} and account_id = account_now())
      with check (${AT_WORK} and account_id = account_now())`,
    `grant select, insert, update on device_said to strandline_app`,
    ...counted("account", "area_id, account_id, name"),
    ...counted("device_said", "area_id, account_id, device_id, waiting, said_at"),
    ...counted("branch", "area_id, rev_id, merged_by"),
    ...counted("revision", "area_id, rev_id, author_id"),
    ...counted("quarantine", "area_id, op_id, account_id, record_type"),
    ...counted("held_decision", "area_id, op_id"),
  ],
};
