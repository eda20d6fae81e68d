import { parseArgs } from "node:util";
import { bundleFor } from "#report/fhir/bundle-for";
import { documentLanguage } from "#report/words/report-words";
import { dayHere } from "../files/day-here";
import { ownInstrument } from "../files/own-instrument";
import { readExportFile } from "../files/read-export-file";
import { faultLines } from "../files/read-json-file";
import type { Command } from "./command";

const USAGE = "usage: export:fhir <profile.json> [--for <person id>]\n";

/** Prints an exported profile as a FHIR R4 Bundle: all that its maker may see, or what one other person may see of it. */
export const runExportFhir: Command = (argv, terminal) => {
  const asked = parsed(argv);
  const file = asked?.positionals[0];
  if (asked === undefined || file === undefined || asked.positionals.length > 1) {
    terminal.err(USAGE);
    return 2;
  }
  const exported = readExportFile(file);
  if (!exported.ok) return refused(exported.error);
  const { instrument: ref } = exported.value.profile.body.sections.frame;
  const instrument = ownInstrument(ref);
  if (!instrument.ok) return refused(instrument.error);
  const language = documentLanguage(ref.language);
  if (!language.ok) return refused([{ file, path: "", reason: "there are no words in the language of this profile" }]);
  const forPersonId = asked.values.for;
  const bundle = bundleFor(exported.value, {
    instrument: instrument.value,
    language: language.value,
    dayOf: dayHere,
    ...(forPersonId === undefined ? {} : { forPersonId }),
  });
  if (bundle.ok) {
    terminal.out(`${JSON.stringify(bundle.value, null, 2)}\n`);
    return 0;
  }
  return refused([
    bundle.error.type === "NotFinished"
      ? { file, path: "profile/body/sections/finish", reason: "this profile is not finished, so it is not sent on" }
      : { file, path: "caseBody", reason: "this person is not on the record, or must not receive anything" },
  ]);

  function refused(faults: Parameters<typeof faultLines>[0]): 1 {
    terminal.err(faultLines(faults));
    return 1;
  }
};

const parsed = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options: { for: { type: "string" } }, allowPositionals: true });
  } catch {
    // An option that is not known: the usage says which are.
    return undefined;
  }
};
