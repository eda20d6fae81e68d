import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a search of the raw files below a folder came upon, and how much it looked at. */
export interface FoundInFolder {
  readonly found: readonly (readonly [file: string, word: string])[];
  readonly files: number;
  readonly bytes: number;
}

/** Looks through every file below a folder as it lies: its bytes as Latin-1, so that a pattern sees UTF-8 and UTF-16 alike. */
export const searchFolder = (folder: string, pattern: string): FoundInFolder => {
  const found: [string, string][] = [];
  let bytes = 0;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    const content = readFileSync(file);
    bytes += content.byteLength;
    const name = file.slice(folder.length + 1);
    for (const [word] of `${name} ${content.toString("latin1")}`.matchAll(new RegExp(pattern, "gi")))
      found.push([name, word]);
  }
  return { found, files: files.length, bytes };
};
