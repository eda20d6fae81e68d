import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { err, ok, type Result } from "#core/result";

/** The programs of PostgreSQL's that are asked to work. */
export type PostgresProgram = "pg_dump" | "pg_restore";

/** A program is not on this machine. */
export interface NoProgram {
  readonly type: "NoProgram";
  readonly program: PostgresProgram;
}

/** A program ended with a fault; `words` are its own, without what it was connected to. */
export interface ProgramFailed {
  readonly type: "ProgramFailed";
  readonly program: PostgresProgram;
  readonly words: string;
}

/** Finds one of PostgreSQL's programs: where POSTGRES_BIN says, the newest that Debian has, or on the path. */
export const findProgram = (
  program: PostgresProgram,
  env: Readonly<Record<string, string | undefined>>,
): Result<string, NoProgram> => {
  const named = env["POSTGRES_BIN"] ?? "";
  const folders = named === "" ? [...debianFolders(), ...(env["PATH"] ?? "").split(delimiter)] : [named];
  const found = folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
  return found === undefined ? err({ type: "NoProgram", program }) : ok(found);
};

const debianFolders = (): readonly string[] => {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).map(Number).filter(Number.isInteger);
  return versions.sort((one, other) => other - one).map((version) => join(root, String(version), "bin"));
};

/**
 * Runs one of PostgreSQL's programs on a database.
 *
 * Shape  the address goes by the environment: in the arguments, which anybody on the machine can list, it would show its
 *        password.
 */
export const runProgram = async (
  program: PostgresProgram,
  file: string,
  url: string,
  args: readonly string[],
): Promise<Result<void, ProgramFailed>> => {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const child = spawn(file, args, {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...{ PATH: process.env["PATH"], LC_ALL: "C" },
      ...{ PGHOST: hostname, PGPORT: port === "" ? "5432" : port, PGDATABASE: decodeURIComponent(pathname.slice(1)) },
      ...(username === "" ? {} : { PGUSER: decodeURIComponent(username) }),
      ...(password === "" ? {} : { PGPASSWORD: decodeURIComponent(password) }),
      ...(searchParams.has("sslmode") ? { PGSSLMODE: searchParams.get("sslmode") ?? "" } : {}),
    },
  });
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString()));
  const code = await new Promise((resolve) => {
    child.once("close", resolve);
    child.once("error", resolve);
  });
  return code === 0 ? ok(undefined) : err({ type: "ProgramFailed", program, words: words.slice(0, 2_000).trim() });
};
