import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { importQuestionnaire } from "#core/questionnaire/from-fhir/import-questionnaire";
import type { Questionnaire } from "#core/schema/questionnaire";
import { leftOutLines } from "../files/left-out-lines";
import { faultLines, readJsonFile } from "../files/read-json-file";
import type { Command } from "./command";

const USAGE = "usage: import <questionnaire.json> <folder> [--licence <words>] [--as-version <N>]\n";

/**
 * Makes a questionnaire's files from a FHIR R4 Questionnaire: `<folder>/<id>/v<N>/structure.json` and its words. What is
 * there already is never written over.
 */
export const runImport: Command = (argv, terminal) => {
  const asked = read(argv);
  if (asked === undefined) {
    terminal.err(USAGE);
    return 2;
  }
  const { file, folder, licence, version } = asked;
  const content = readJsonFile(file);
  const imported = content.ok ? importQuestionnaire(content.value, { licence, version }) : content;
  if (!imported.ok) {
    terminal.err(faultLines(imported.error.map((fault) => ({ file, ...fault }))));
    return 1;
  }
  const { questionnaire, leftOut } = imported.value;
  const { id } = questionnaire.structure;
  const versionFolder = join(folder, id, `v${version}`);
  const reason = written(versionFolder, questionnaire);
  if (reason !== undefined) {
    terminal.err(faultLines([{ file: versionFolder, path: "", reason }]));
    return 1;
  }
  terminal.out(`${versionFolder}: made from ${file}; ${leftOutLines(leftOut)}\n`);
  return 0;
};

interface Asked {
  readonly file: string;
  readonly folder: string;
  readonly licence: string | undefined;
  readonly version: number;
}

const read = (argv: readonly string[]): Asked | undefined => {
  try {
    const options = { licence: { type: "string" }, "as-version": { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const [file, folder, ...more] = positionals;
    const version = values["as-version"] ?? "1";
    if (file === undefined || folder === undefined || more.length > 0 || !/^[1-9]\d{0,5}$/.test(version))
      return undefined;
    return { file, folder, licence: values.licence, version: Number(version) };
  } catch {
    // An option that is not known: the usage says which are.
    return undefined;
  }
};

/** Writes the files, or says why they cannot be written. */
const written = (folder: string, { structure, wording }: Questionnaire): string | undefined => {
  if (existsSync(folder)) return "this version is there already; choose another with --as-version";
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries({ structure, [wording.language]: wording })) {
      writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`);
    }
    return undefined;
  } catch (error) {
    return `this cannot be written (${error instanceof Error && "code" in error ? String(error.code) : "unknown reason"})`;
  }
};
