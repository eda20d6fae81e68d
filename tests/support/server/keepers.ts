import { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { inject } from "vitest";
import { openPostgresStore } from "#server/store/open-postgres-store";
import { openEmbedded } from "#server/store/open-practice-store";
import { openStore, type Store } from "#server/store/store";
import { connect, createDatabase } from "../postgres";
import { valueOf } from "../value-of";

export type Rows = readonly Readonly<Record<string, unknown>>[];

/** A database behind a store, with a way past everything that the server does, for a test to look. */
export interface Keeper {
  readonly store: Store;
  /** As a superuser. */
  readonly look: (query: string, values?: readonly unknown[]) => Promise<Rows>;
  /** As a connection of the server rests, between pieces of work. */
  readonly asResting: (query: string) => Promise<Rows>;
  readonly close: () => Promise<void>;
}

export const keepInMemory = async (): Promise<Keeper> => {
  const pglite = await PGlite.create("memory://");
  const store = valueOf(await openEmbedded(pglite));
  return {
    store,
    look: (query, values = []) =>
      pglite.transaction(async (tx) => {
        await tx.exec("set local role postgres; set local search_path = strandline");
        return (await tx.query<Rows[number]>(query, [...values])).rows;
      }),
    asResting: async (query) => (await pglite.exec(query)).flatMap(({ rows }) => rows as Rows),
    close: () => store.close(),
  };
};

export const keepInPostgres = (): Promise<Keeper> => keepIn(async (url) => valueOf(await openPostgresStore(url)));

/** What the server never does: made-up families in PostgreSQL, so that their rules are tried on both databases. */
export const keepPracticeInPostgres = (): Promise<Keeper> =>
  keepIn(async (connectionString) => {
    const connected = (options: pg.PoolConfig) =>
      new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, ...options }) }) });
    const migrating = connected({ max: 1 });
    const rest = () => Promise.resolve(connected({ max: 4, options: "-c role=strandline_nobody" }));
    const store = valueOf(await openStore(migrating, rest, true));
    await migrating.destroy();
    return store;
  });

const keepIn = async (open: (url: string) => Promise<Store>): Promise<Keeper> => {
  const url = await createDatabase(inject("postgresPort"));
  const store = await open(url);
  const superuser = await connect(url.replace("login_of_tests", "owner"));
  const login = await connect(url);
  await superuser.query("set search_path = strandline");
  await login.query("set search_path = strandline");
  return {
    store,
    look: async (query, values = []) => (await superuser.query<Rows[number]>(query, [...values])).rows,
    asResting: async (query) => {
      await login.query("set role strandline_nobody");
      return (await login.query<Rows[number]>(query)).rows;
    },
    close: async () => {
      await Promise.all([store.close(), superuser.end(), login.end()]);
    },
  };
};

export const keepers = [
  ["PGlite", keepInMemory],
  ["PostgreSQL", keepInPostgres],
] as const;
