import { basename } from "node:path";
import { err, ok } from "#core/result";
import { LanguageTag } from "#core/schema/ids";
import { WhereItGoesStructure } from "#core/schema/where-it-goes";
import { loadWhereItGoes } from "#core/where-it-goes/load-where-it-goes";
import { placesBeside } from "../files/places-beside";
import { readJsonFile } from "../files/read-json-file";
import { structureBeside } from "../files/structure-beside";
import { fieldOf, type FileKind } from "./file-kind";

/** The words of an index in the language that the file is named after, held against the structure beside. */
export const wordsOfWhereItGoes: FileKind = {
  name: 'words of an index (with "entries"), named after a language',
  is: ({ file, content }) =>
    LanguageTag.safeParse(basename(file, ".json")).success && fieldOf(content, "entries") !== undefined,
  check: ({ file, content }) => {
    const structureFile = structureBeside(file);
    const structure = readJsonFile(structureFile);
    if (!structure.ok) return structure;
    const { into = {} } = WhereItGoesStructure.safeParse(structure.value).data ?? {};
    const loaded = loadWhereItGoes(
      { file: structureFile, content: structure.value },
      { file, content },
      placesBeside(structureFile, into),
    );
    if (!loaded.ok) return err(loaded.error.faults);
    const { language, entries } = loaded.value;
    return language === basename(file, ".json")
      ? ok(`words in ${language} for ${entries.length} entries`)
      : err([{ file, path: "language", reason: `"${language}" is not what the file is named after` }]);
  },
};
