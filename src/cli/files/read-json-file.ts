import { readFileSync, statSync } from "node:fs";
import { err, ok, type Result } from "#core/result";

/** A place in a file and what is wrong there, as one line for the terminal. */
export interface FileFault {
  readonly file: string;
  /** Keys and indexes joined by `/`; empty for the whole file. */
  readonly path: string;
  readonly reason: string;
}

export const LARGEST_BYTES = 1_048_576;

/**
 * Reads a file that should hold JSON.
 *
 * Errors  one `FileFault` for the whole file: not there, not a file, not readable, over 1 MB, empty, not UTF-8, a byte
 *         order mark, not JSON. Nothing of what the file holds is repeated; it may be what somebody said.
 */
export const readJsonFile = (file: string): Result<unknown, readonly FileFault[]> => {
  const bytes = bytesOf(file);
  if (!bytes.ok) return err([{ file, path: "", reason: bytes.error }]);
  const content = parsed(bytes.value);
  return content.ok ? content : err([{ file, path: "", reason: content.error }]);
};

/** `file: path: reason`, one line a fault. */
export const faultLines = (faults: readonly FileFault[]): string =>
  faults.map(({ file, path, reason }) => `${file}: ${path === "" ? "whole file" : path}: ${reason}\n`).join("");

const bytesOf = (file: string): Result<Buffer, string> => {
  try {
    const found = statSync(file);
    if (!found.isFile()) return err("this is not a file");
    if (found.size > LARGEST_BYTES) return err("this is larger than 1 MB");
    return ok(readFileSync(file));
  } catch (error) {
    return err(reasonOf(error));
  }
};

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file";
  if (code === "EACCES" || code === "EPERM") return "this file may not be read";
  return `this file cannot be read (${code})`;
};

const parsed = (bytes: Buffer): Result<unknown, string> => {
  if (bytes.length === 0) return err("this file is empty");
  if (startsWithMark(bytes)) return err("this file starts with a byte order mark; save it as UTF-8 without one");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    return err(error instanceof SyntaxError ? `this is not JSON${placeIn(error)}` : "this file is not UTF-8");
  }
};

const MARKS = [Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const startsWithMark = (bytes: Buffer): boolean => MARKS.some((mark) => bytes.subarray(0, mark.length).equals(mark));

/** Only the place is taken from the parser's message: the rest of it may quote the file. */
const placeIn = ({ message }: SyntaxError): string => {
  const position = / at position (\d+)/.exec(message)?.[1];
  return position === undefined ? "" : `, from character ${position} on`;
};
