import { join } from "node:path";
import { loadInstrument } from "#core/instrument/load-instrument";
import { err, ok, type Result } from "#core/result";
import type { Instrument, InstrumentRef } from "#core/schema/instrument";
import { ownFolder } from "./own-files";
import { type FileFault, readJsonFile } from "./read-json-file";

/** The nine lines that a new conversation is had with. */
export const CURRENT_LINES: InstrumentRef = { id: "nd-profile", version: 1, language: "en-GB" };

/** A profile questionnaire that lies with this program, with its words in one language. */
export const ownInstrument = ({ id, version, language }: InstrumentRef): Result<Instrument, readonly FileFault[]> => {
  const folder = join(ownFolder(), "questionnaires", id, `v${version}`);
  const [structureFile, wordingFile] = [join(folder, "structure.json"), join(folder, `${language}.json`)];
  const [structure, wording] = [readJsonFile(structureFile), readJsonFile(wordingFile)];
  if (!structure.ok) return structure;
  if (!wording.ok) return wording;
  const loaded = loadInstrument(
    { file: structureFile, content: structure.value },
    { file: wordingFile, content: wording.value },
  );
  return loaded.ok ? ok(loaded.value) : err(loaded.error.faults);
};
