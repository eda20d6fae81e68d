import { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { hashOf, migrate } from "#server/store/migrate";
import { migrations } from "#server/store/migrations/all";
import type { Migration } from "#server/store/migrations/migration";
import { pglitePool } from "#server/store/pglite-pool";
import { createDatabase } from "../support/postgres";

const keepers = [
  ["PGlite", async () => pglitePool(await PGlite.create("memory://"))],
  ["PostgreSQL", async () => new pg.Pool({ connectionString: await createDatabase(inject("postgresPort")), max: 4 })],
] as const;

test("migrations are numbered from one without gaps, and each has its number and name", () => {
  const numbers = migrations.map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
});

describe.each(keepers)("%s", (_, makePool) => {
  let db: Kysely<unknown>;
  beforeAll(async () => {
    db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: await makePool() }) });
  });
  afterAll(() => db.destroy());

  const recorded = async () =>
    (
      await sql<{
        number: number;
        sha256: string;
      }>`select number, sha256 from strandline.migration order by number`.execute(db)
    ).rows;
  const practice = true;

  test("each migration runs once, however many servers start together, and is recorded with its hash", async () => {
    const all = await Promise.all([1, 2, 3].map(() => migrate(db, { practice })));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await recorded()).toEqual(migrations.map((each) => ({ number: each.number, sha256: hashOf(each) })));
  });

  test("a later one is added to those that ran", async () => {
    const next: Migration = {
      number: Math.max(...migrations.map(({ number }) => number)) + 1,
      name: "next",
      statements: ["create table next (a int)", "insert into next values (1)"],
    };
    expect(await migrate(db, { practice, migrations: [...migrations, next] })).toMatchObject({ ok: true });
    expect((await sql`select a from strandline.next`.execute(db)).rows).toEqual([{ a: 1 }]);
    // And the build that does not know it leaves the database alone.
    expect(await migrate(db, { practice })).toEqual({
      ok: false,
      error: { type: "NewerDatabase", number: next.number },
    });
    await sql`delete from strandline.migration where number = ${next.number}`.execute(db);
  });

  test("one that was edited after it ran is found out", async () => {
    const [first, ...others] = migrations;
    const edited = { ...first!, statements: [...first!.statements, "select 1"] };
    expect(await migrate(db, { practice, migrations: [edited, ...others] })).toEqual({
      ok: false,
      error: { type: "MigrationChanged", number: 1 },
    });
  });

  test("one that does not run through leaves nothing of itself", async () => {
    const broken: Migration = {
      number: Math.max(...migrations.map(({ number }) => number)) + 1,
      name: "broken",
      statements: ["create table half (a int)", "select nothing from nowhere"],
    };
    await expect(migrate(db, { practice, migrations: [...migrations, broken] })).rejects.toThrow("nowhere");
    expect((await sql`select to_regclass('strandline.half') as half`.execute(db)).rows).toEqual([{ half: null }]);
    expect(await recorded()).toHaveLength(migrations.length);
  });

  test("a store made for practice is not opened for real families", async () => {
    expect(await migrate(db, { practice: false })).toEqual({
      ok: false,
      error: { type: "OtherPurpose", wanted: false },
    });
    expect((await sql`select strandline.store_is_practice() as said`.execute(db)).rows).toEqual([{ said: true }]);
  });
});
