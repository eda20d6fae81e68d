import { once } from "node:events";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
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
    const folder = dataDir === undefined ? "memory://" : await madeWhole(join(dataDir, "practice"));
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
const madeWhole = async (folder: string): Promise<string> => {
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await makeApart(unfinished);
  renameSync(unfinished, folder);
  return folder;
};

/**
 * Makes an empty database in a thread of its own, because that takes seconds in which this one could answer nobody.
 *
 * Shape  the thread is words and no file: the server is one file when it is built, and many when it is tried.
 */
const makeApart = async (folder: string): Promise<void> => {
  const workerData = { embedded: import.meta.resolve("@electric-sql/pglite"), folder };
  const maker = new Worker(
    `const { embedded, folder } = require("node:worker_threads").workerData;
     import(embedded).then(({ PGlite }) => PGlite.create(folder)).then((made) => made.close());`,
    { eval: true, workerData },
  );
  const [code] = (await once(maker, "exit")) as [number];
  if (code !== 0) throw new Error(`the embedded database was not made (${code})`);
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
