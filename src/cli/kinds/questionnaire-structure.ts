import { basename } from "node:path";
import { loadStructure } from "#core/questionnaire/load-questionnaire";
import { err, ok } from "#core/result";
import { type FileFault, readJsonFile } from "../files/read-json-file";
import { folderFaults } from "../files/structure-beside";
import { wordsBeside } from "../files/words-beside";
import { fieldOf, type FileKind } from "./file-kind";
import { languageFaults } from "./words-of-pages";

/** The bones of a questionnaire of pages, with the words in every language that lie beside them. */
export const questionnaireStructure: FileKind = {
  name: "structure.json of a questionnaire (with pages)",
  is: ({ file, content }) => {
    const pages = fieldOf(content, "pages");
    return Array.isArray(pages) || (basename(file) === "structure.json" && pages !== undefined);
  },
  check: ({ file, content }) => {
    const structure = loadStructure({ file, content });
    const words = wordsBeside(file);
    const faults: readonly FileFault[] = [
      ...(structure.ok ? folderFaults(file, structure.value.id, structure.value.version) : structure.error.faults),
      ...(words.length > 0 ? [] : [{ file, path: "", reason: "no words lie beside it, such as en-GB.json" }]),
      ...words.flatMap((wordsFile) => {
        const read = readJsonFile(wordsFile);
        return read.ok ? languageFaults({ file, content }, { file: wordsFile, content: read.value }) : read.error;
      }),
    ];
    if (!structure.ok || faults.length > 0) return err(faults);
    const { id, version, pages } = structure.value;
    const languages = words.map((name) => basename(name, ".json")).join(", ");
    return ok(
      `${id} version ${version}, ${pages.length} ${pages.length === 1 ? "page" : "pages"}, words in ${languages}`,
    );
  },
};
