import { parseArgs } from "node:util";
import { err } from "#core/result";
import { faultLines, readJsonFile } from "../files/read-json-file";
import type { Checked } from "../kinds/file-kind";
import { fileKinds } from "../kinds/kinds";
import type { Command } from "./command";

const USAGE = "usage: validate <file.json> … [--licence <words>]\n";

/** Checks files of every kind that Strandline reads; each kind knows its own by name or by what it says of itself. */
export const runValidate: Command = (argv, terminal) => {
  const asked = read(argv);
  if (asked === undefined) {
    terminal.err(USAGE);
    return 2;
  }
  const checked = asked.files.map((file) => ({ file, result: check(file, asked.licence) }));
  for (const { file, result } of checked) {
    if (result.ok) terminal.out(`${file}: ok, ${result.value}\n`);
    else terminal.err(faultLines(result.error));
  }
  return checked.every(({ result }) => result.ok) ? 0 : 1;
};

interface Asked {
  readonly files: readonly string[];
  readonly licence: string | undefined;
}

const read = (argv: readonly string[]): Asked | undefined => {
  try {
    const options = { licence: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    return positionals.length === 0 ? undefined : { files: positionals, licence: values.licence };
  } catch {
    // An option that is not known: the usage says which are.
    return undefined;
  }
};

const check = (file: string, licence: string | undefined): Checked => {
  const content = readJsonFile(file);
  if (!content.ok) return content;
  const opened = { file, content: content.value, licence };
  const kind = fileKinds.find(({ is }) => is(opened));
  return kind?.check(opened) ?? err([{ file, path: "", reason: UNKNOWN }]);
};

const UNKNOWN = `this is no file that is known here; known are: ${fileKinds.map(({ name }) => name).join("; ")}`;
