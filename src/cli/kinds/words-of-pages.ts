import { basename } from "node:path";
import type { QuestionnaireFile } from "#core/instrument/load-instrument";
import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import { err, ok } from "#core/result";
import { LanguageTag } from "#core/schema/ids";
import { type FileFault, readJsonFile } from "../files/read-json-file";
import { structureBeside } from "../files/structure-beside";
import { fieldOf, type FileKind } from "./file-kind";

/** The words of a questionnaire of pages in one language, held against the structure beside them. */
export const wordsOfPages: FileKind = {
  name: "the words of a questionnaire, named after a language, such as en-GB.json",
  is: ({ file }) => {
    if (!LanguageTag.safeParse(basename(file, ".json")).success) return false;
    const structure = readJsonFile(structureBeside(file));
    return structure.ok && fieldOf(structure.value, "pages") !== undefined;
  },
  check: ({ file, content }) => {
    const structureFile = structureBeside(file);
    const structure = readJsonFile(structureFile);
    if (!structure.ok) return structure;
    const beside = { file: structureFile, content: structure.value };
    const loaded = loadQuestionnaire(beside, { file, content });
    const faults = [...(loaded.ok ? [] : loaded.error.faults), ...nameFaults({ file, content })];
    return faults.length > 0 ? err(faults) : ok(`words in ${basename(file, ".json")}`);
  },
};

/** What is wrong in the words alone: the structure's own faults are named once, and not again for every language. */
export const languageFaults = (structure: QuestionnaireFile, words: QuestionnaireFile): readonly FileFault[] => {
  const loaded = loadQuestionnaire(structure, words);
  return [...(loaded.ok ? [] : loaded.error.faults.filter(({ file }) => file === words.file)), ...nameFaults(words)];
};

const nameFaults = ({ file, content }: QuestionnaireFile): readonly FileFault[] => {
  const language = fieldOf(content, "language");
  return typeof language !== "string" || language === basename(file, ".json")
    ? []
    : [{ file, path: "language", reason: "this is not the language that the file is named after" }];
};
