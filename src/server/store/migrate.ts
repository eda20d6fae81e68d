import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { err, ok, type Result } from "#core/result";
import { layGround, type OtherPurpose } from "./ground";
import { migrations as ours } from "./migrations/all";
import type { Migration } from "./migrations/migration";

export interface MigrateOptions {
  readonly practice: boolean;
  readonly migrations?: readonly Migration[];
}

/**
 * Brings a database to this build's shape, in one transaction that several servers may start at once.
 *
 * Laws   1. a migration runs once, in order, and is recorded with the hash of its statements
 *        2. a database that ran another text under the same number, or a number that this build does not know, is left alone
 *        3. a store made for practice is never opened for real families, nor the other way round
 * (tests/support/store-rules.ts)
 */
export const migrate = (
  db: Kysely<unknown>,
  { practice, migrations = ours }: MigrateOptions,
): Promise<Result<void, CannotMigrate>> =>
  db.transaction().execute(async (tx) => {
    // Any number that nothing else in the cluster would choose.
    await sql`select pg_advisory_xact_lock(7287262021)`.execute(tx);
    await sql`select set_config('search_path', 'strandline, pg_temp', true)`.execute(tx);
    const ground = await layGround(tx, practice);
    if (!ground.ok) return ground;

    const { rows: ran } = await sql<{ number: number; sha256: string }>`
      select number, sha256 from migration order by number`.execute(tx);
    for (const { number, sha256 } of ran) {
      const known = migrations.find((each) => each.number === number);
      if (known === undefined) return err({ type: "NewerDatabase", number });
      if (hashOf(known) !== sha256) return err({ type: "MigrationChanged", number });
    }
    for (const migration of migrations.filter(({ number }) => !ran.some((each) => each.number === number))) {
      for (const statement of migration.statements) await sql.raw(statement).execute(tx);
      await sql`insert into migration (number, name, sha256)
        values (${migration.number}, ${migration.name}, ${hashOf(migration)})`.execute(tx);
    }
    return ok(undefined);
  });

export type CannotMigrate =
  | OtherPurpose
  | { readonly type: "NewerDatabase"; readonly number: number }
  | { readonly type: "MigrationChanged"; readonly number: number };

export const hashOf = ({ statements }: Migration): string =>
  createHash("sha256").update(statements.join("\n;\n")).digest("hex");
