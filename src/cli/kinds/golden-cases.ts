import { basename } from "node:path";
import { err, ok } from "#core/result";
import { checkGolden } from "#core/scoring/golden";
import { readStructure } from "../files/read-structure";
import { structureBeside } from "../files/structure-beside";
import type { FileKind } from "./file-kind";

/** Cases worked by hand, held against the profile questionnaire beside them. */
export const goldenCases: FileKind = {
  name: "golden.json",
  is: ({ file }) => basename(file) === "golden.json",
  check: ({ file, content }) => {
    const structure = readStructure(structureBeside(file));
    if (!structure.ok) return structure;
    const held = checkGolden(structure.value, content);
    return held.ok ? ok(`${held.value} cases hold`) : err(held.error.map((fault) => ({ file, ...fault })));
  },
};
