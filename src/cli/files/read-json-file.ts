import { readFileSync, statSync } from "node:fs";
import { JSON_LIMITS, readJson, TOO_LARGE } from "#core/json/read-json";
import { err, type Result } from "#core/result";

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
 * Errors  not there, not a file, not readable, over 2 MB; and whatever `readJson` finds in its bytes. Nothing of what
 *         the file holds is repeated; it may be what somebody said.
 */
export const readJsonFile = (file: string): Result<unknown, readonly FileFault[]> => {
  const bytes = bytesOf(file);
  if (typeof bytes === "string") return err([{ file, path: "", reason: bytes }]);
  const content = readJson(bytes);
  return content.ok ? content : err(content.error.map((fault) => ({ file, ...fault })));
};

/** `file: path: reason`, one line a fault. */
export const faultLines = (faults: readonly FileFault[]): string =>
  faults.map(({ file, path, reason }) => `${file}: ${path === "" ? "whole file" : path}: ${reason}\n`).join("");

/** The bytes, or why there are none. */
const bytesOf = (file: string): Uint8Array | string => {
  try {
    const found = statSync(file);
    if (!found.isFile()) return "this is not a file";
    return found.size > JSON_LIMITS.bytes ? TOO_LARGE : readFileSync(file);
  } catch (error) {
    return reasonOf(error);
  }
};

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file";
  if (code === "EACCES" || code === "EPERM") return "this file may not be read";
  return `this file cannot be read (${code})`;
};
