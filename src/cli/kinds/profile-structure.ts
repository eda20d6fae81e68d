import { basename } from "node:path";
import { err, ok } from "#core/result";
import { structureIn } from "../files/read-structure";
import { folderFaults } from "../files/structure-beside";
import { fieldOf, type FileKind } from "./file-kind";

/** The bones of a profile questionnaire: strands, each with its line. */
export const profileStructure: FileKind = {
  name: "structure.json of a profile (with strands)",
  is: ({ file, content }) => basename(file) === "structure.json" && fieldOf(content, "pages") === undefined,
  check: ({ file, content }) => {
    const structure = structureIn(file, content);
    if (!structure.ok) return structure;
    const { id, version, strands } = structure.value;
    const faults = folderFaults(file, id, version);
    return faults.length > 0 ? err(faults) : ok(`${id} version ${version}, ${strands.length} strands`);
  },
};
