import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { err, type Result } from "#core/result";
import type { Document } from "#report/document";
import { createFontShelf } from "#report/pdf/font-shelf";
import { makePdf } from "#report/pdf/make-pdf";
import { documentLanguage } from "#report/words/report-words";
import { ownFolder } from "../files/own-files";
import { type FileFault, faultLines } from "../files/read-json-file";
import { blankPages } from "./blank-pages";
import type { SlowCommand } from "./command";
import { familyCopy } from "./family-copy";
import { REPORT_USAGE, type ReportAsked, reportAsked } from "./report-asked";

/** Makes a document as the app makes it: a family's copy of an exported profile, or a blank set. */
export const runReport: SlowCommand = async (argv, terminal) => {
  const asked = reportAsked(argv);
  if (asked === undefined) {
    terminal.err(REPORT_USAGE);
    return 2;
  }
  const document = documentFor(asked);
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

const documentFor = (asked: ReportAsked): Result<Document, readonly FileFault[]> => {
  const language = documentLanguage(asked.lang);
  if (language.ok)
    return asked.kind === "family" ? familyCopy(asked, language.value) : blankPages(asked, language.value, Date.now());
  const known = language.error.known.join(", ");
  return err([
    {
      file: asked.file ?? asked.outFile,
      path: "",
      reason: `no document can be made in this language; known: ${known}`,
    },
  ]);
};

/** A sign by its numbers: a terminal may not be able to show it, and a log should not hold what somebody wrote. */
const codePointsOf = (sign: string): string =>
  Array.from(sign, (letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`).join(
    " ",
  );
