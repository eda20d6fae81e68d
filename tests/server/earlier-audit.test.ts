import { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { asDesk } from "#server/access/as-desk";
import { asAuditor } from "#server/access/as-auditor";
import { verifyAudit } from "#server/audit/verify-audit";
import { migrate } from "#server/store/migrate";
import { migrations } from "#server/store/migrations/all";
import { pglitePool } from "#server/store/pglite-pool";
import { createDatabase } from "../support/postgres";
import { noStore } from "../support/server/no-store";
import { newId } from "../support/server/bodies";

test.each([
  ["PGlite", async () => pglitePool(await PGlite.create("memory://"))],
  ["PostgreSQL", async () => new pg.Pool({ connectionString: await createDatabase(inject("postgresPort")), max: 2 })],
] as const)(
  "entries from before there was a chain are chained in their order, and it says where they end: %s",
  async (_, makePool) => {
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: await makePool() }) });
    const before = migrations.filter(({ number }) => number < 9);
    expect((await migrate(db, { practice: true, migrations: before })).ok).toBe(true);
    const areas = [newId(), newId()].sort();
    await asDesk(db, async (tx) => {
      for (const kind of ["signed-in", "signed-out", "signed-in"]) {
        for (const areaId of areas)
          await sql`insert into audit (area_id, kind) values (${areaId}, ${kind})`.execute(tx);
      }
    });
    expect((await migrate(db, { practice: true })).ok).toBe(true);
    const { heads, broken } = await verifyAudit({ ...noStore, asAuditor: (work) => asAuditor(db, work) });
    expect(broken).toEqual([]);
    expect(heads.map(({ areaId, chain, link }) => [areaId, chain, link])).toEqual(areas.map((id) => [id, "area", 4]));
    const kinds = await asAuditor(db, async (tx) => {
      const { rows } = await sql<{
        kind: string;
      }>`select kind from audit where area_id = ${areas[0]} order by link`.execute(tx);
      return rows.map(({ kind }) => kind);
    });
    expect(kinds).toEqual(["signed-in", "signed-out", "signed-in", "chain-began"]);
    await db.destroy();
  },
);
