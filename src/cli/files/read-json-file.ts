import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { JSON_LIMITS, type JsonLimits, largerThan, readJson } from "#core/json/read-json";
import { err, type Result } from "#core/result";
import { LARGEST_RESCUE_BYTES, saysRescueFile } from "#core/sealed/rescue-file";

/** A place in a file and what is wrong there, as one line for the terminal. */
export interface FileFault {
  readonly file: string;
  /** Keys and indexes joined by `/`; empty for the whole file. */
  readonly path: string;
  readonly reason: string;
}

/**
 * Reads a file that should hold JSON.
 *
 * Errors  not there, not a file, not readable, over 2 MB, or over 384 MB for what begins as a rescue file; and whatever `readJson` finds in its bytes. Nothing of what
 *         the file holds is repeated; it may be what somebody said.
 */
export const readJsonFile = (file: string): Result<unknown, readonly FileFault[]> => {
  const found = bytesOf(file);
  if (typeof found === "string") return err([{ file, path: "", reason: found }]);
  const content = readJson(found.bytes, found.limits);
  return content.ok ? content : err(content.error.map((fault) => ({ file, ...fault })));
};

/** `file: path: reason`, one line a fault. */
export const faultLines = (faults: readonly FileFault[]): string =>
  faults.map(({ file, path, reason }) => `${file}: ${path === "" ? "whole file" : path}: ${reason}\n`).join("");

/** The bytes and what they are held to, or why there are none. */
const bytesOf = (file: string): { readonly bytes: Uint8Array; readonly limits: JsonLimits } | string => {
  try {
    const found = statSync(file);
    if (!found.isFile()) return "this is not a file";
    // What is small is read at once; of what is large the beginning says whether it may be.
    const isRescue = found.size > JSON_LIMITS.bytes && saysRescueFile(beginningOf(file));
    const limits = isRescue ? { ...JSON_LIMITS, bytes: LARGEST_RESCUE_BYTES } : JSON_LIMITS;
    return found.size > limits.bytes ? largerThan(limits) : { bytes: readFileSync(file), limits };
  } catch (error) {
    return reasonOf(error);
  }
};

const BEGINNING_BYTES = 256;

const beginningOf = (file: string): string => {
  const open = openSync(file, "r");
  try {
    const beginning = Buffer.alloc(BEGINNING_BYTES);
    return beginning.toString("latin1", 0, readSync(open, beginning, 0, BEGINNING_BYTES, 0));
  } finally {
    closeSync(open);
  }
};

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file";
  if (code === "EACCES" || code === "EPERM") return "this file may not be read";
  return `this file cannot be read (${code})`;
};
