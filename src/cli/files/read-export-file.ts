import { err, ok, type Result } from "#core/result";
import { ExportFile } from "#core/schema/export-file";
import { shapeFaults } from "#core/schema/shape-faults";
import { type FileFault, readJsonFile } from "./read-json-file";

/** Reads a profile that the app wrote with "Export as a file", with every fault in it and its place. */
export const readExportFile = (file: string): Result<ExportFile, readonly FileFault[]> => {
  const content = readJsonFile(file);
  if (!content.ok) return content;
  const read = ExportFile.safeParse(content.value);
  return read.success ? ok(read.data) : err(shapeFaults(read.error).map((fault) => ({ file, ...fault })));
};
