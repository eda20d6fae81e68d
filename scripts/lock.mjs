import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const LONGEST_MS = 15 * 60_000;

/**
 * Waits until no other process holds the lock, and takes it.
 *
 * @param {string} file
 * @returns {() => void} lets go of it
 */
export const holdLock = (file) => {
  mkdirSync(dirname(file), { recursive: true });
  for (let waited = 0; !taken(file); waited += 1) {
    if (waited === 0) console.error("ready: waiting for another process that is getting this folder ready");
    if (isAbandoned(file)) rmSync(file, { force: true });
    else pause(250);
  }
  return () => {
    rmSync(file, { force: true });
  };
};

/** @param {string} file */
const taken = (file) => {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
};

/** A process that was killed leaves its lock behind. @param {string} file */
const isAbandoned = (file) => {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    const ageMs = Date.now() - statSync(file).mtimeMs;
    return ageMs > LONGEST_MS || (holder > 0 && !isAlive(holder));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false; // let go of in this moment
    throw error;
  }
};

/** @param {number} pid */
const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
};

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && "code" in error ? error.code : undefined);

/** @param {number} ms */
const pause = (ms) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};
