import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { sourceFiles } from "../support/import-graph";

const root = join(import.meta.dirname, "../..");

/** The folder that opens databases, and the three files that lend a transaction to somebody. */
const mayHoldTheDatabase = (file: string): boolean =>
  file.startsWith("src/server/store/") || /^src\/server\/access\/as-(?:account|desk|auditor|counter)\.ts$/.test(file);

/** What only a holder of the database itself would say; everybody else is handed a transaction that is somebody's. */
const holdsTheDatabase = /\bKysely\b|\bfrom "pg"|pglite|\.transaction\(|\.startTransaction\(/;

test("no file but those that are meant to can reach the database past whoever is at work", () => {
  const files = sourceFiles(join(root, "src/server")).map((path) => relative(root, path));
  const holders = files.filter((file) => holdsTheDatabase.test(readFileSync(join(root, file), "utf8")));
  expect(holders).toContain("src/server/access/as-account.ts");
  expect(holders.filter((file) => !mayHoldTheDatabase(file))).toEqual([]);
});

test.each([
  'import { Kysely, sql } from "kysely";',
  'import pg from "pg";',
  'const { PGlite } = await import("@electric-sql/pglite");',
  "await db.transaction().execute(work);",
])("it would be found: %s", (text) => {
  expect(text).toMatch(holdsTheDatabase);
});

test.each(['import { sql, type Transaction } from "kysely";', "await sql`select 1`.execute(tx);"])(
  "and this is allowed: %s",
  (text) => {
    expect(text).not.toMatch(holdsTheDatabase);
  },
);
