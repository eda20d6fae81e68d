import { basename } from "node:path";
import { loadStructure } from "#core/questionnaire/load-questionnaire";
import { checkGoldenPages } from "#core/questionnaire/golden/check-golden-pages";
import { err, ok } from "#core/result";
import { readJsonFile } from "../files/read-json-file";
import { structureBeside } from "../files/structure-beside";
import { fieldOf, type FileKind } from "./file-kind";

/** Cases worked by hand, held against the questionnaire of pages beside them. */
export const goldenPages: FileKind = {
  name: "golden.json of a questionnaire (with pages)",
  is: ({ file }) => {
    if (basename(file) !== "golden.json") return false;
    const structure = readJsonFile(structureBeside(file));
    return structure.ok && fieldOf(structure.value, "pages") !== undefined;
  },
  check: ({ file, content }) => {
    const structureFile = structureBeside(file);
    const read = readJsonFile(structureFile);
    if (!read.ok) return read;
    const structure = loadStructure({ file: structureFile, content: read.value });
    if (!structure.ok) return err(structure.error.faults);
    const held = checkGoldenPages(structure.value, content);
    return held.ok ? ok(`${held.value} cases hold`) : err(held.error.map((fault) => ({ file, ...fault })));
  },
};
