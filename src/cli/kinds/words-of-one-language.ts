import { basename } from "node:path";
import { loadInstrument } from "#core/instrument/load-instrument";
import { err, ok } from "#core/result";
import { LanguageTag } from "#core/schema/ids";
import { readJsonFile } from "../files/read-json-file";
import { structureBeside } from "../files/structure-beside";
import type { FileKind } from "./file-kind";

/** The words of a questionnaire in the language that the file is named after, held against the structure beside them. */
export const wordsOfOneLanguage: FileKind = {
  name: "the words of a profile, named after a language, such as en-GB.json",
  is: ({ file }) => LanguageTag.safeParse(basename(file, ".json")).success,
  check: ({ file, content }) => {
    const structureFile = structureBeside(file);
    const structure = readJsonFile(structureFile);
    if (!structure.ok) return structure;
    const loaded = loadInstrument({ file: structureFile, content: structure.value }, { file, content });
    if (!loaded.ok) return err(loaded.error.faults);
    const { language } = loaded.value.wording;
    return language === basename(file, ".json")
      ? ok(`words in ${language}`)
      : err([{ file, path: "language", reason: `"${language}" is not what the file is named after` }]);
  },
};
