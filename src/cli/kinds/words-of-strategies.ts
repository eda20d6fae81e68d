import { basename } from "node:path";
import { err, ok } from "#core/result";
import { LanguageTag } from "#core/schema/ids";
import { loadStrategies } from "#core/strategies/load-strategies";
import { readJsonFile } from "../files/read-json-file";
import { structureBeside } from "../files/structure-beside";
import { fieldOf, type FileKind } from "./file-kind";

/** The words of a set of strategies in the language that the file is named after, held against the structure beside. */
export const wordsOfStrategies: FileKind = {
  name: 'words of strategies (with "strategies"), named after a language',
  is: ({ file, content }) =>
    LanguageTag.safeParse(basename(file, ".json")).success && fieldOf(content, "strategies") !== undefined,
  check: ({ file, content }) => {
    const structureFile = structureBeside(file);
    const structure = readJsonFile(structureFile);
    if (!structure.ok) return structure;
    const loaded = loadStrategies({ file: structureFile, content: structure.value }, { file, content });
    if (!loaded.ok) return err(loaded.error.faults);
    const { language, strategies } = loaded.value;
    return language === basename(file, ".json")
      ? ok(`words in ${language} for ${strategies.length} strategies`)
      : err([{ file, path: "language", reason: `"${language}" is not what the file is named after` }]);
  },
};
