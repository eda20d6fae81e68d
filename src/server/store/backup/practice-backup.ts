import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "#core/result";
import { NEW_EPOCH } from "./after-restore";
import { type InUse, lockFolder } from "../folder-lock";

/** Writes all that a practice area holds to a file; nobody else may have it open meanwhile. */
export const backUpPractice = async (
  dataDir: string,
  file: string,
): Promise<Result<void, InUse | { readonly type: "FileExists" | "NothingThere" }>> => {
  const folder = join(dataDir, "practice");
  if (existsSync(file)) return err({ type: "FileExists" });
  if (!existsSync(folder)) return err({ type: "NothingThere" });
  return alone(dataDir, async () => {
    const { PGlite } = await import("@electric-sql/pglite");
    const pglite = await PGlite.create(folder);
    try {
      const dump = await pglite.dumpDataDir("gzip");
      const unfinished = `${file}.unfinished`;
      writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()));
      renameSync(unfinished, file);
    } finally {
      await pglite.close();
    }
    return ok(undefined);
  });
};

/** Puts a practice area from a file where none is. */
export const restorePractice = async (
  dataDir: string,
  file: string,
): Promise<Result<void, InUse | { readonly type: "NoFile" | "NotEmpty" | "NotABackup" }>> => {
  const folder = join(dataDir, "practice");
  if (!existsSync(file)) return err({ type: "NoFile" });
  if (existsSync(folder)) return err({ type: "NotEmpty" });
  const bytes = readFileSync(file);
  // What gzip begins with: anything else would only be found out halfway.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return err({ type: "NotABackup" });
  return alone(dataDir, async () => {
    const { PGlite } = await import("@electric-sql/pglite");
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    const pglite = await PGlite.create({ dataDir: unfinished, loadDataDir: new Blob([bytes]) });
    await pglite.exec(NEW_EPOCH);
    await pglite.close();
    renameSync(unfinished, folder);
    return ok(undefined);
  });
};

const alone = async <T, E>(dataDir: string, work: () => Promise<Result<T, E>>): Promise<Result<T, E | InUse>> => {
  const lock = lockFolder(join(dataDir, "practice.lock"));
  if (!lock.ok) return lock;
  try {
    return await work();
  } finally {
    lock.value.release();
  }
};
