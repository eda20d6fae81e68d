import { deskPolicy, keepRowsFromAll, type Migration, SAYS_PRACTICE } from "./migration";

const DEVICE_OF_PERSON = "area_id uuid not null, account_id uuid not null, device_id uuid not null";
const DATABASE = "area_id, account_id, device_id, database_name";

/**
 * Devices with their keys, the area's recovery key, and what devices deliver sealed.
 *
 * What is sealed is looked after at the desk, which cannot read it; what was opened is its writer's alone, and the desk
 * cannot read that either. Where there are real families, the database cannot hold the kit that opens the key: a check
 * says so.
 */
export const sealed: Migration = {
  number: 7,
  name: "sealed",
  statements: [
    `create table area_key (
      area_id uuid not null references area,
      key_id uuid not null,
      public_key text not null,
      wrapped text not null,
      practice_kit text,
      made_at timestamptz not null default now(),
      ${SAYS_PRACTICE},
      primary key (area_id, key_id),
      check (practice_kit is null or practice))`,

    // A device's id belongs to its key, whoever uses it.
    `create table device (
      area_id uuid not null references area,
      device_id uuid not null,
      public_key text not null,
      enrolled_at timestamptz not null default now(),
      ${SAYS_PRACTICE},
      primary key (area_id, device_id))`,
    `create table device_person (
      ${DEVICE_OF_PERSON},
      enrolled_at timestamptz not null default now(),
      ${SAYS_PRACTICE},
      primary key (area_id, account_id, device_id),
      foreign key (area_id, account_id) references account,
      foreign key (area_id, device_id) references device)`,
    // The one question that comes without an area: who sent this.
    `create index device_person_by_device on device_person (device_id, account_id)`,

    `create table sealed_database (
      ${DEVICE_OF_PERSON},
      database_name text not null,
      given_up boolean not null default false,
      heard_at timestamptz not null default now(),
      ${SAYS_PRACTICE},
      primary key (${DATABASE}),
      foreign key (area_id, account_id, device_id) references device_person)`,
    // The same key may be sealed again, to a newer key of the area: each slot is kept.
    `create table sealed_slot (
      ${DEVICE_OF_PERSON},
      database_name text not null,
      epoch int not null,
      area_key_id uuid not null,
      ephemeral text not null,
      sealed text not null,
      ${SAYS_PRACTICE},
      primary key (${DATABASE}, epoch, ephemeral),
      foreign key (${DATABASE}) references sealed_database)`,
    // Once opened, or once its device has it no more, only which version it was is left of a row.
    `create table sealed_row (
      ${DEVICE_OF_PERSON},
      database_name text not null,
      table_name text not null check (table_name in ('draft', 'outbox')),
      row_id uuid not null,
      version int not null,
      seq bigint not null default 0,
      body bytea,
      state text not null check (state in ('sealed', 'opened', 'stuck', 'gone')),
      reason text,
      result text,
      received_at timestamptz not null default now(),
      ${SAYS_PRACTICE},
      primary key (${DATABASE}, table_name, row_id),
      foreign key (${DATABASE}) references sealed_database,
      check ((body is null) = (state in ('opened', 'gone'))))`,
    `create table opened_draft (
      ${DEVICE_OF_PERSON},
      database_name text not null,
      draft_id uuid not null,
      version int not null,
      content text not null,
      given_up boolean not null,
      received_at timestamptz not null default now(),
      ${SAYS_PRACTICE},
      primary key (${DATABASE}, draft_id))`,

    ...keepRowsFromAll(
      ...["area_key", "device", "device_person", "sealed_database", "sealed_slot", "sealed_row", "opened_draft"],
    ),
    ...["area_key", "device", "device_person", "sealed_database", "sealed_slot", "sealed_row"].map(deskPolicy),
    `grant select, insert on area_key, device, device_person, sealed_slot to strandline_desk`,
    `grant select, insert, update on sealed_database to strandline_desk`,
    `grant select, insert, update, delete on sealed_row to strandline_desk`,

    `create policy own_area on area_key for select to strandline_app
      using (current_user = 'strandline_app' and area_id = area_now())`,
    `grant select (area_id, key_id, public_key, made_at) on area_key to strandline_app`,
    `create policy own on opened_draft to strandline_app
      using (current_user = 'strandline_app' and area_id = area_now() and account_id = account_now())`,
    `grant select, insert, update, delete on opened_draft to strandline_app`,
  ],
};
