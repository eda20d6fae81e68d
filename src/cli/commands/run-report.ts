import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadInstrument } from "#core/instrument/load-instrument";
import { err, ok, type Result } from "#core/result";
import type { ExportFile } from "#core/schema/export-file";
import type { Instrument, InstrumentRef } from "#core/schema/instrument";
import type { PlainDate } from "#core/schema/plain-date";
import type { Document } from "#report/document";
import { familyDocument } from "#report/family/family-document";
import { createFontShelf } from "#report/pdf/font-shelf";
import { makePdf } from "#report/pdf/make-pdf";
import { documentLanguage } from "#report/words/report-words";
import { ownFolder } from "../files/own-files";
import { readExportFile } from "../files/read-export-file";
import { type FileFault, faultLines, readJsonFile } from "../files/read-json-file";
import type { SlowCommand } from "./command";

const USAGE = "usage: report <profile.json> <out.pdf> --kind family --for <person id> [--lang en-GB]\n";

/** Makes a document from an exported profile, for one named reader, as the app makes it. */
export const runReport: SlowCommand = async (argv, terminal) => {
  const asked = read(argv);
  if (asked === undefined) {
    terminal.err(USAGE);
    return 2;
  }
  const document = documentFrom(asked);
  if (!document.ok) {
    terminal.err(faultLines(document.error));
    return 1;
  }
  const fonts = join(ownFolder(), "public/fonts/document");
  const shelf = createFontShelf(async (name) => new Uint8Array(await readFile(join(fonts, `${name}.ttf`))));
  const { bytes, pages, missing } = await makePdf(document.value, shelf);
  for (const sign of missing)
    terminal.err(`${asked.outFile}: ${codePointsOf(sign)} cannot be printed and stands as [?]\n`);
  try {
    await writeFile(asked.outFile, bytes);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    terminal.err(faultLines([{ file: asked.outFile, path: "", reason: `this file cannot be written (${code})` }]));
    return 1;
  }
  terminal.out(`${asked.outFile}: ${pages} ${pages === 1 ? "page" : "pages"}\n`);
  return 0;
};

interface Asked {
  readonly file: string;
  readonly outFile: string;
  readonly forPersonId: string;
  readonly lang: string;
}

const read = (argv: readonly string[]): Asked | undefined => {
  try {
    const options = { kind: { type: "string" }, for: { type: "string" }, lang: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const [file, outFile, ...more] = positionals;
    if (file === undefined || outFile === undefined || more.length > 0) return undefined;
    if (values.kind !== "family" || values.for === undefined) return undefined;
    return { file, outFile, forPersonId: values.for, lang: values.lang ?? "en-GB" };
  } catch {
    // An option that is not known: the usage says which are.
    return undefined;
  }
};

const documentFrom = ({ file, forPersonId, lang }: Asked): Result<Document, readonly FileFault[]> => {
  const exported = readExportFile(file);
  if (!exported.ok) return exported;
  const language = documentLanguage(lang);
  if (!language.ok) {
    return err([
      { file, path: "", reason: `no document can be made in this language; known: ${language.error.known.join(", ")}` },
    ]);
  }
  const { profile, plan, caseBody, madeBy, exportedAt, area, practice }: ExportFile = exported.value;
  const instrument = instrumentOf(profile.body.sections.frame.instrument);
  if (!instrument.ok) return instrument;
  const document = familyDocument({
    profile: profile.body,
    ...(plan === undefined ? {} : { plan: plan.body }),
    caseBody,
    instrument: instrument.value,
    forPersonId,
    madeBy,
    madeAtMs: Date.parse(exportedAt),
    dayOf: dayHere,
    area,
    practice,
    language: language.value,
  });
  if (document.ok) return document;
  const reason =
    document.error.type === "NotFinished"
      ? "this profile is not finished, so no copy can be made"
      : "a family's copy is made for the child or for family who may receive it; this person is neither";
  return err([
    { file, path: document.error.type === "NotFinished" ? "profile/body/sections/finish" : "caseBody", reason },
  ]);
};

const instrumentOf = ({ id, version, language }: InstrumentRef): Result<Instrument, readonly FileFault[]> => {
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

/** The day of a moment in this machine's time zone, as the app takes the device's. */
const dayHere = (atMs: number): PlainDate => {
  const at = new Date(atMs);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

/** A sign by its numbers: a terminal may not be able to show it, and a log should not hold what somebody wrote. */
const codePointsOf = (sign: string): string =>
  Array.from(sign, (letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`).join(
    " ",
  );
