import { faultsInStructure } from "#core/instrument/load-instrument";
import { err, ok, type Result } from "#core/result";
import { Structure } from "#core/schema/instrument";
import { shapeFaults } from "#core/schema/shape-faults";
import { type FileFault, readJsonFile } from "./read-json-file";

/** Reads a questionnaire's `structure.json`, with every fault in it and its place. */
export const readStructure = (file: string): Result<Structure, readonly FileFault[]> => {
  const content = readJsonFile(file);
  if (!content.ok) return content;
  const structure = Structure.safeParse(content.value);
  if (!structure.success) return err(shapeFaults(structure.error).map((fault) => ({ file, ...fault })));
  const faults = faultsInStructure(file, structure.data);
  return faults.length > 0 ? err(faults) : ok(structure.data);
};
