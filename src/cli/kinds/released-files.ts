import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Released, releasedFaults } from "#core/questionnaire/released";
import { err, ok } from "#core/result";
import { shapeFaults } from "#core/schema/shape-faults";
import type { FileKind } from "./file-kind";

/** The hashes of what was released, held against the files as they lie beside it. */
export const releasedFiles: FileKind = {
  name: "released.json",
  is: ({ file }) => basename(file) === "released.json",
  check: ({ file, content }) => {
    const read = Released.safeParse(content);
    const faults = read.success ? releasedFaults(read.data, hashBeside(file)) : shapeFaults(read.error);
    if (!read.success || faults.length > 0) return err(faults.map((fault) => ({ file, ...fault })));
    const count = Object.keys(read.data.files).length;
    return ok(`${count} released ${count === 1 ? "file" : "files"}, as released`);
  },
};

const hashBeside =
  (file: string) =>
  (path: string): string | undefined => {
    try {
      return createHash("sha256")
        .update(readFileSync(join(dirname(file), path)))
        .digest("hex");
    } catch {
      return undefined; // what cannot be read is not there for anybody else either
    }
  };
