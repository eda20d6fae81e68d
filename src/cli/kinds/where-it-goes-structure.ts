import { basename } from "node:path";
import { err, ok } from "#core/result";
import { shapeFaults } from "#core/schema/shape-faults";
import { WhereItGoesStructure } from "#core/schema/where-it-goes";
import { faultsInIndex } from "#core/where-it-goes/index-faults";
import { placesBeside } from "../files/places-beside";
import { folderFaults } from "../files/structure-beside";
import { fieldOf, type FileKind } from "./file-kind";

/** The bones of an index of everyday words, held against the questionnaires in the folders beside it. */
export const whereItGoesStructure: FileKind = {
  name: 'structure.json of an index ("kind": "where-it-goes")',
  is: ({ file, content }) => basename(file) === "structure.json" && fieldOf(content, "kind") === "where-it-goes",
  check: ({ file, content }) => {
    const structure = WhereItGoesStructure.safeParse(content);
    if (!structure.success) return err(shapeFaults(structure.error).map((fault) => ({ file, ...fault })));
    const { id, version, into, entries } = structure.data;
    const faults = [
      ...faultsInIndex(file, structure.data, placesBeside(file, into)),
      ...folderFaults(file, id, version),
    ];
    return faults.length > 0 ? err(faults) : ok(`${id} version ${version}, ${entries.length} entries`);
  },
};
