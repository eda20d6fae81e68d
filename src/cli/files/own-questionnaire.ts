import { join } from "node:path";
import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import { err, ok, type Result } from "#core/result";
import type { InstrumentRef } from "#core/schema/instrument";
import type { Questionnaire } from "#core/schema/questionnaire";
import { ownFolder } from "./own-files";
import { type FileFault, readJsonFile } from "./read-json-file";

/** The child's own pages, as they lie with this program. */
export const ABOUT_ME: InstrumentRef = { id: "about-me", version: 1, language: "en-GB" };

/** A questionnaire of pages that lies with this program, with its words in one language. */
export const ownQuestionnaire = ({
  id,
  version,
  language,
}: InstrumentRef): Result<Questionnaire, readonly FileFault[]> => {
  const folder = join(ownFolder(), "questionnaires", id, `v${version}`);
  const [structureFile, wordingFile] = [join(folder, "structure.json"), join(folder, `${language}.json`)];
  const [structure, wording] = [readJsonFile(structureFile), readJsonFile(wordingFile)];
  if (!structure.ok) return structure;
  if (!wording.ok) return wording;
  const loaded = loadQuestionnaire(
    { file: structureFile, content: structure.value },
    { file: wordingFile, content: wording.value },
  );
  return loaded.ok ? ok(loaded.value) : err(loaded.error.faults);
};
