import { faultsInStructure } from "#core/instrument/load-instrument";
import { err, ok, type Result } from "#core/result";
import { Structure } from "#core/schema/instrument";
import { shapeFaults } from "#core/schema/shape-faults";
import { type FileFault, readJsonFile } from "./read-json-file";

/** Reads a profile questionnaire's `structure.json`, with every fault in it and its place. */
export const readStructure = (file: string): Result<Structure, readonly FileFault[]> => {
  const content = readJsonFile(file);
  return content.ok ? structureIn(file, content.value) : content;
};

/** The same for what has been read from the file. */
export const structureIn = (file: string, content: unknown): Result<Structure, readonly FileFault[]> => {
  const structure = Structure.safeParse(content);
  if (!structure.success) return err(shapeFaults(structure.error).map((fault) => ({ file, ...fault })));
  const faults = faultsInStructure(file, structure.data);
  return faults.length > 0 ? err(faults) : ok(structure.data);
};
