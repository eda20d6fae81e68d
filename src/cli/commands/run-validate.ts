import { basename, dirname, join, resolve } from "node:path";
import { loadInstrument } from "#core/instrument/load-instrument";
import { err, ok, type Result } from "#core/result";
import { LanguageTag } from "#core/schema/ids";
import { checkGolden } from "#core/scoring/golden";
import { type FileFault, faultLines, readJsonFile } from "../files/read-json-file";
import { readStructure } from "../files/read-structure";
import type { Command } from "./command";

const USAGE = "usage: validate <structure.json | language.json | golden.json> …\n";

/**
 * Checks files of a questionnaire, each by its name: its structure, its words in one language, its golden cases. Words
 * and cases are held against the `structure.json` beside them.
 */
export const runValidate: Command = (argv, terminal) => {
  if (argv.length === 0 || argv.some((argument) => argument.startsWith("-"))) {
    terminal.err(USAGE);
    return 2;
  }
  const checked = argv.map((file) => ({ file, result: check(file) }));
  for (const { file, result } of checked) {
    if (result.ok) terminal.out(`${file}: ok, ${result.value}\n`);
    else terminal.err(faultLines(result.error));
  }
  return checked.every(({ result }) => result.ok) ? 0 : 1;
};

/** What was found right, in a few words. */
type Checked = Result<string, readonly FileFault[]>;

const check = (file: string): Checked => {
  const name = basename(file, ".json");
  if (name === "structure") return checkStructure(file);
  if (name === "golden") return checkCases(file);
  if (LanguageTag.safeParse(name).success) return checkWording(file, name);
  const reason = "name it structure.json, golden.json, or after a language, such as en-GB.json";
  return err([{ file, path: "", reason }]);
};

const checkStructure = (file: string): Checked => {
  const structure = readStructure(file);
  if (!structure.ok) return structure;
  const { id, version, strands } = structure.value;
  const faults = folderFaults(file, id, version);
  return faults.length > 0 ? err(faults) : ok(`${id} version ${version}, ${strands.length} strands`);
};

/** Under `<id>/v<N>/` the file must say the same: two versions that both call themselves 1 would be compared. */
const folderFaults = (file: string, id: string, version: number): readonly FileFault[] => {
  const folder = dirname(resolve(file));
  const folderVersion = /^v(\d+)$/.exec(basename(folder))?.[1];
  if (folderVersion === undefined) return [];
  const folderId = basename(dirname(folder));
  return [
    ...(id === folderId ? [] : [{ file, path: "id", reason: `"${id}" stands in the folder "${folderId}"` }]),
    ...(String(version) === folderVersion
      ? []
      : [{ file, path: "version", reason: `${version} stands in the folder "v${folderVersion}"` }]),
  ];
};

const besides = (file: string): string => join(dirname(file), "structure.json");

const checkWording = (file: string, language: string): Checked => {
  const structureFile = besides(file);
  const [structure, words] = [readJsonFile(structureFile), readJsonFile(file)];
  if (!structure.ok) return structure;
  if (!words.ok) return words;
  const loaded = loadInstrument({ file: structureFile, content: structure.value }, { file, content: words.value });
  if (!loaded.ok) return err(loaded.error.faults);
  if (loaded.value.wording.language !== language) {
    return err([
      { file, path: "language", reason: `"${loaded.value.wording.language}" is not what the file is named after` },
    ]);
  }
  return ok(`words in ${language}`);
};

const checkCases = (file: string): Checked => {
  const [structure, cases] = [readStructure(besides(file)), readJsonFile(file)];
  if (!structure.ok) return structure;
  if (!cases.ok) return cases;
  const held = checkGolden(structure.value, cases.value);
  return held.ok ? ok(`${held.value} cases hold`) : err(held.error.map((fault) => ({ file, ...fault })));
};
