import { basename } from "node:path";
import { err, ok } from "#core/result";
import { shapeFaults } from "#core/schema/shape-faults";
import { WithdrawnWording } from "#core/schema/wire";
import type { FileKind } from "./file-kind";

/** What an area has taken back: questionnaires by version, and strategies. */
export const withdrawnWording: FileKind = {
  name: "withdrawn.json",
  is: ({ file }) => basename(file) === "withdrawn.json",
  check: ({ file, content }) => {
    const read = WithdrawnWording.safeParse(content);
    if (!read.success) return err(shapeFaults(read.error).map((fault) => ({ file, ...fault })));
    return ok(`${read.data.length} withdrawn`);
  },
};
