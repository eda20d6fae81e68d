import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { err, ok, type Result } from "#core/result";

/** Which process holds a lock. Its start tells it from a later one that the system gave the same number. */
const Holder = z.object({ pid: z.int(), started: z.string() });
type Holder = z.infer<typeof Holder>;

/** Takes its place, and lets go of it again. */
export interface FolderLock {
  readonly release: () => void;
}

export interface InUse {
  readonly type: "InUse";
  readonly pid: number;
}

/**
 * Takes a lock that one process at a time can hold. The embedded database takes none: two processes on one folder
 * lost rows that they had called written.
 *
 * Errors  `InUse` while its holder lives; what a killed process left behind is recognised and taken over.
 */
export const lockFolder = (file: string): Result<FolderLock, InUse> => {
  mkdirSync(dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? "" } satisfies Holder);
  for (;;) {
    if (created(file, mine)) return ok(held(file, mine));
    const found = readIfThere(file);
    if (found === undefined) continue;
    const holder = holderIn(found);
    if (holder !== undefined && isAlive(holder)) return err({ type: "InUse", pid: holder.pid });
    clearAway(file, found);
  }
};

/** Written beside and linked into place, so that nobody ever reads half a lock. */
const created = (file: string, content: string): boolean => {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Two processes may find the same stale lock: what is moved aside must still be it, or it is put back. */
const clearAway = (file: string, stale: string): void => {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, "utf8") !== stale) linkSync(aside, file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
};

/** A process that ends without letting go does so then; only one that is killed leaves its lock behind. */
const held = (file: string, mine: string): FolderLock => {
  const release = (): void => {
    process.off("exit", release);
    if (readIfThere(file) === mine) rmSync(file, { force: true });
  };
  process.once("exit", release);
  return { release };
};

const holderIn = (content: string): Holder | undefined => {
  try {
    return Holder.parse(JSON.parse(content));
  } catch {
    return undefined; // no process that writes locks wrote this
  }
};

const isAlive = ({ pid, started }: Holder): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== "EPERM") return false;
  }
  const startedNow = startOf(pid);
  return startedNow === undefined || started === "" || startedNow === started;
};

/** When a process began, in ticks since the machine did, with that start of the machine; known on Linux only. */
const startOf = (pid: number): string | undefined => {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold anything, spaces and brackets too; the start is the twentieth field after it.
    return `${boot}/${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? ""}`;
  } catch {
    return undefined; // another system, or no longer there
  }
};

const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
};

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);
