import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect, sql } from "kysely";
import { ok, type Result } from "#core/result";
import { type InUse, lockFolder } from "./folder-lock";
import type { CannotMigrate } from "./migrate";
import { pglitePool } from "./pglite-pool";
import { openStore, type Store } from "./store";

/**
 * Opens the practice area's embedded database in a folder, making it where there is none.
 *
 * Shape   the folder is `practice` inside `dataDir`, with its lock beside it. Without a `dataDir` it is kept in memory.
 * Errors  `InUse` while another process has the folder.
 */
export const openPracticeStore = async (dataDir: string | undefined): Promise<Result<Store, CannotOpenPractice>> => {
  const lock = dataDir === undefined ? ok({ release: () => undefined }) : lockFolder(join(dataDir, "practice.lock"));
  if (!lock.ok) return lock;
  try {
    // Loaded here, because a server on PostgreSQL never needs its megabytes.
    const embedded = await import("@electric-sql/pglite");
    const folder = dataDir === undefined ? "memory://" : await madeWhole(join(dataDir, "practice"), embedded.PGlite);
    const pglite = await embedded.PGlite.create(folder);
    const opened = await openEmbedded(pglite);
    if (!opened.ok) {
      await pglite.close();
      lock.value.release();
      return opened;
    }
    const close = async (): Promise<void> => {
      await opened.value.close();
      lock.value.release();
    };
    return ok({ ...opened.value, close });
  } catch (error) {
    lock.value.release();
    throw error;
  }
};

/** Makes a new database beside its place, and moves it there when it is whole: half of one would never open again. */
const madeWhole = async (folder: string, { create }: Pick<typeof PGlite, "create">): Promise<string> => {
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await (await create(unfinished)).close();
  renameSync(unfinished, folder);
  return folder;
};

/** Opens a practice area in an embedded database that is there already. */
export const openEmbedded = (pglite: PGlite): Promise<Result<Store, CannotMigrate>> => {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pglitePool(pglite) }) });
  const rest = async (): Promise<Kysely<unknown>> => {
    await sql`set role strandline_nobody`.execute(db);
    return db;
  };
  return openStore(db, rest, true);
};

export type CannotOpenPractice = InUse | CannotMigrate;
