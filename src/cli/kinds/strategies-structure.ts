import { basename } from "node:path";
import { err, ok } from "#core/result";
import { shapeFaults } from "#core/schema/shape-faults";
import { StrategiesStructure } from "#core/schema/strategy";
import { faultsInStrategies } from "#core/strategies/load-strategies";
import { folderFaults } from "../files/structure-beside";
import { fieldOf, type FileKind } from "./file-kind";

/** The bones of a set of strategies: for which strand, place and ages each one is. */
export const strategiesStructure: FileKind = {
  name: 'structure.json of strategies ("kind": "strategies")',
  is: ({ file, content }) => basename(file) === "structure.json" && fieldOf(content, "kind") === "strategies",
  check: ({ file, content }) => {
    const structure = StrategiesStructure.safeParse(content);
    if (!structure.success) return err(shapeFaults(structure.error).map((fault) => ({ file, ...fault })));
    const { id, version, strategies } = structure.data;
    const faults = [...faultsInStrategies(file, structure.data), ...folderFaults(file, id, version)];
    return faults.length > 0 ? err(faults) : ok(`${id} version ${version}, ${strategies.length} strategies`);
  },
};
