import { type Kysely, sql } from "kysely";
import type { Result } from "#core/result";
import { err, ok } from "#core/result";
import { makeRole } from "./roles";

/** What every store stands on before its first migration: the roles, the schema, and whether it is for practice. */
export const layGround = async (db: Kysely<unknown>, practice: boolean): Promise<Result<void, OtherPurpose>> => {
  const { rows } = await sql<{
    laid: boolean;
  }>`select to_regclass('strandline.store_meta') is not null as laid`.execute(db);
  if (rows[0]?.laid === true) {
    const said = await sql<{ practice: boolean }>`select strandline.store_is_practice() as practice`.execute(db);
    return said.rows[0]?.practice === practice ? ok(undefined) : err({ type: "OtherPurpose", wanted: practice });
  }
  for (const role of ["strandline_nobody", "strandline_app", "strandline_desk"] as const) {
    for (const statement of makeRole(role)) await sql.raw(statement).execute(db);
  }
  await sql`create schema strandline`.execute(db);
  await sql`grant usage on schema strandline to strandline_app, strandline_desk`.execute(db);
  await sql`create table migration (
    number int primary key, name text not null, sha256 text not null, ran_at timestamptz not null default now())`.execute(
    db,
  );
  // A function rather than a row, so that a check on every table can ask it, and immutable, so that asking costs nothing.
  await sql
    .raw(`create function store_is_practice() returns boolean language sql immutable return ${practice}`)
    .execute(db);
  await sql`create table store_meta (
    only_one boolean primary key default true check (only_one),
    store_epoch uuid not null default gen_random_uuid(),
    receipt_key bytea not null,
    practice boolean not null default store_is_practice() check (practice = store_is_practice()))`.execute(db);
  await sql`insert into store_meta (receipt_key) values (
    decode(replace(gen_random_uuid() || '' || gen_random_uuid() || gen_random_uuid(), '-', ''), 'hex'))`.execute(db);
  return ok(undefined);
};

/** The store was made for practice and is opened for real families, or the other way round. */
export interface OtherPurpose {
  readonly type: "OtherPurpose";
  readonly wanted: boolean;
}
