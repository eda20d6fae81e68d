import { existsSync, renameSync, rmSync } from "node:fs";
import pg from "pg";
import { err, ok, type Result } from "#core/result";
import { NEW_EPOCH } from "./after-restore";
import { makeRole, ROLES } from "../roles";
import { findProgram, type NoProgram, type ProgramFailed, runProgram } from "./postgres-programs";

export type CannotBackUp =
  | NoProgram
  | ProgramFailed
  | { readonly type: "FileExists" }
  | { readonly type: "NothingThere" }
  | { readonly type: "SeesNothing" };

export interface PostgresPlace {
  readonly url: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Writes all that a store holds to a file, as of one moment, while the server works on.
 *
 * Shape   the file is in its place once it is whole.
 * Errors  `SeesNothing` where the login is held by row security, as the server's own is: its dump would be empty.
 */
export const backUpPostgres = async (
  { url, env }: PostgresPlace,
  file: string,
): Promise<Result<void, CannotBackUp>> => {
  if (existsSync(file)) return err({ type: "FileExists" });
  const program = findProgram("pg_dump", env);
  if (!program.ok) return program;
  const { laid, sees } = await asLogin(url, async (client) => {
    const { rows } = await client.query<{ laid: boolean; sees: boolean }>(
      `select to_regclass('strandline.store_meta') is not null as laid, rolsuper or rolbypassrls as sees
       from pg_roles where rolname = current_user`,
    );
    return rows[0] ?? { laid: false, sees: false };
  });
  if (!laid) return err({ type: "NothingThere" });
  if (!sees) return err({ type: "SeesNothing" });
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  const dumped = await runProgram("pg_dump", program.value, url, [
    ...["--format=custom", "--schema=strandline", "--no-owner", `--file=${unfinished}`],
  ]);
  if (!dumped.ok) return dumped;
  renameSync(unfinished, file);
  return ok(undefined);
};

export type CannotRestore = NoProgram | ProgramFailed | { readonly type: "NoFile" } | { readonly type: "NotEmpty" };

/** Puts what a file holds into a database in which nothing of Strandline's is, as the login that the server will use. */
export const restorePostgres = async (
  { url, env }: PostgresPlace,
  file: string,
): Promise<Result<void, CannotRestore>> => {
  if (!existsSync(file)) return err({ type: "NoFile" });
  const program = findProgram("pg_restore", env);
  if (!program.ok) return program;
  const isEmpty = await asLogin(url, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      "select to_regnamespace('strandline') is not null as there",
    );
    if (rows[0]?.there !== false) return false;
    // Roles belong to the cluster and are in no dump; what was granted to them is.
    for (const statement of ROLES.flatMap(makeRole)) await client.query(statement);
    return true;
  });
  if (!isEmpty) return err({ type: "NotEmpty" });
  const restored = await runProgram("pg_restore", program.value, url, [
    ...["--single-transaction", "--no-owner", "--exit-on-error", "--dbname", databaseOf(url), file],
  ]);
  if (restored.ok) await asLogin(url, (client) => client.query(NEW_EPOCH));
  return restored;
};

const databaseOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));

const asLogin = async <T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
