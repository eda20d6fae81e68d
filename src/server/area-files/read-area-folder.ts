import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Fault } from "#core/instrument/load-instrument";
import { JSON_LIMITS, largerThan, readJson } from "#core/json/read-json";
import { err } from "#core/result";

/**
 * Reads the JSON files of an area's folder: `withdrawn.json` and `questionnaires/<id>/v<N>/*.json`.
 *
 * Shape    paths run from the folder, with `/`. Links are not followed; what is no JSON file is passed over.
 * Missing  no folder is no files.
 * Errors   every file that cannot be read, with its reason; nothing of what it holds is repeated.
 */
export const readAreaFolder = (
  folder: string,
): { readonly contentByPath: Readonly<Record<string, unknown>>; readonly faults: readonly Fault[] } => {
  const contentByPath: Record<string, unknown> = {};
  const faults: Fault[] = [];
  const paths = [
    ...filesIn(folder, "").filter((path) => path === "withdrawn.json"),
    ...foldersIn(folder, "questionnaires").flatMap((id) => foldersIn(folder, id).flatMap((v) => filesIn(folder, v))),
  ];
  for (const file of paths) {
    const bytes = bytesOf(join(folder, file));
    const content = typeof bytes === "string" ? err([{ path: "", reason: bytes }]) : readJson(bytes);
    if (content.ok) contentByPath[file] = content.value;
    else faults.push(...content.error.map((fault) => ({ file, ...fault })));
  }
  return { contentByPath, faults };
};

/** The bytes, or why there are none. */
const bytesOf = (file: string): Uint8Array | string => {
  try {
    return statSync(file).size > JSON_LIMITS.bytes ? largerThan(JSON_LIMITS) : readFileSync(file);
  } catch {
    return "this file may not be read";
  }
};

const entriesOf = (folder: string, path: string): readonly Dirent[] => {
  try {
    return readdirSync(join(folder, path), { withFileTypes: true });
  } catch {
    return []; // not there, or not a folder: nothing was added
  }
};

const within = (path: string, name: string): string => (path === "" ? name : `${path}/${name}`);

const foldersIn = (folder: string, path: string): readonly string[] =>
  entriesOf(folder, path).flatMap((entry) => (entry.isDirectory() ? [within(path, entry.name)] : []));

const filesIn = (folder: string, path: string): readonly string[] =>
  entriesOf(folder, path).flatMap((entry) =>
    entry.isFile() && entry.name.endsWith(".json") ? [within(path, entry.name)] : [],
  );
