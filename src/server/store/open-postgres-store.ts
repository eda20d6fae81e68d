import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { err, type Result } from "#core/result";
import type { CannotMigrate } from "./migrate";
import { preparingPool } from "./preparing-pool";
import { openStore, type Store } from "./store";

const CONNECTIONS = 10;

// Counts and times fit a number exactly until far beyond their use; PGlite gives them as numbers too.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Opens a PostgreSQL database for real families, and brings it up to date.
 *
 * Errors  `CannotReach` names the system's or the database's code, never the address, which may hold a password.
 */
export const openPostgresStore = async (
  connectionString: string,
  { connections = CONNECTIONS }: { readonly connections?: number } = {},
): Promise<Result<Store, CannotOpenPostgres>> => {
  const options = { connectionString, application_name: "strandline" };
  const migrating = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ ...options, max: 1 }) }),
  });
  const rest = (): Promise<Kysely<unknown>> => {
    const pool = new pg.Pool({ ...options, max: connections, options: "-c role=strandline_nobody" });
    // A connection that breaks while it rests is replaced at the next use; without a listener it would end the process.
    pool.on("error", () => undefined);
    return Promise.resolve(new Kysely<unknown>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) }));
  };
  try {
    return await openStore(migrating, rest, false);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (typeof code !== "string") throw error;
    return err({ type: "CannotReach", code });
  } finally {
    await migrating.destroy();
  }
};

export interface CannotReach {
  readonly type: "CannotReach";
  readonly code: string;
}
export type CannotOpenPostgres = CannotReach | CannotMigrate;
