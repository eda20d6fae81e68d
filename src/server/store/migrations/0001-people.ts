import { deskPolicy, keepRowsFromAll, type Migration, SAYS_PRACTICE } from "./migration";

/** Areas, their agencies, who signs in, and what the store itself is. */
export const people: Migration = {
  number: 1,
  name: "people",
  statements: [
    // Set for one transaction by whoever works in it; without them there is no account, and so nothing to see.
    `create function account_now() returns uuid language sql stable
      return nullif(current_setting('strandline.account', true), '')::uuid`,
    `create function area_now() returns uuid language sql stable
      return nullif(current_setting('strandline.area', true), '')::uuid`,

    `create table area (
      area_id uuid primary key,
      name text not null,
      nation text not null default 'England',
      settings jsonb not null default '{}',
      ${SAYS_PRACTICE})`,
    `create table agency (
      area_id uuid not null references area,
      agency_id uuid not null,
      name text not null,
      ${SAYS_PRACTICE},
      primary key (area_id, agency_id))`,
    `create table account (
      area_id uuid not null references area,
      account_id uuid not null,
      name text not null,
      passphrase_hash text,
      ${SAYS_PRACTICE},
      primary key (area_id, account_id))`,
    `create index account_by_id on account (account_id)`,
    `create index account_by_name on account (lower(name))`,
    `create table membership (
      area_id uuid not null,
      account_id uuid not null,
      agency_id uuid not null,
      role text not null,
      from_at timestamptz not null default now(),
      until_at timestamptz,
      ${SAYS_PRACTICE},
      primary key (area_id, account_id, agency_id, role, from_at),
      foreign key (area_id, account_id) references account,
      foreign key (area_id, agency_id) references agency)`,
    // The one key that the area does not lead: the token is what says which area a request belongs to.
    `create table session (
      token_sha256 bytea primary key,
      area_id uuid not null,
      account_id uuid not null,
      started_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      ${SAYS_PRACTICE},
      foreign key (area_id, account_id) references account)`,
    `create index session_by_account on session (area_id, account_id)`,

    ...keepRowsFromAll("store_meta", "area", "agency", "account", "membership", "session"),
    ...["area", "agency", "account", "membership", "session"].map(deskPolicy),
    `create policy desk on store_meta for select to strandline_desk using (current_user = 'strandline_desk')`,
    `grant select on store_meta to strandline_desk`,
    `grant select, insert, update on area, agency, account, membership to strandline_desk`,
    `grant select, insert, update, delete on session to strandline_desk`,

    ...["area", "agency", "account", "membership"].map(
      (table) =>
        `create policy own_area on ${table} for select to strandline_app
          using (current_user = 'strandline_app' and area_id = area_now())`,
    ),
    `grant select on area, agency, membership to strandline_app`,
    `grant select (area_id, account_id, name) on account to strandline_app`,
  ],
};
