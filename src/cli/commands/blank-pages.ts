import { offeredBand } from "#core/flow/age-band";
import { err, ok, type Result } from "#core/result";
import { childOf, peopleOf } from "#core/schema/case";
import { shownName } from "#core/schema/person";
import { type BlankSet, type WhoseSheets } from "#report/blank/blank-set";
import { blankDocument } from "#report/blank/blank-document";
import type { Document } from "#report/document";
import type { DocumentLanguage } from "#report/words/report-words";
import { dayHere } from "../files/day-here";
import { CURRENT_LINES, ownInstrument } from "../files/own-instrument";
import { ABOUT_ME, ownQuestionnaire } from "../files/own-questionnaire";
import { readExportFile } from "../files/read-export-file";
import type { FileFault } from "../files/read-json-file";
import type { ReportAsked } from "./report-asked";

type Asked = Extract<ReportAsked, { kind: "blank" }>;
type ForWhom = Pick<BlankSet, "caseId" | "childName" | "lines" | "areaName" | "practice" | "band">;

/** A blank set for the next conversation with the child of an exported profile, or for one whose record is not said. */
export const blankPages = (
  asked: Asked,
  language: DocumentLanguage,
  nowMs: number,
): Result<Document, readonly FileFault[]> => {
  const instrument = ownInstrument(CURRENT_LINES);
  if (!instrument.ok) return instrument;
  const aboutMe = ownQuestionnaire(ABOUT_ME);
  if (!aboutMe.ok) return aboutMe;
  const forWhom = whomFor(asked, nowMs);
  if (!forWhom.ok) return forWhom;
  const document = blankDocument({
    ...forWhom.value,
    instrument: instrument.value,
    pages: forWhom.value.band === "under-2" ? [] : [aboutMe.value],
    plan: true,
    madeOn: dayHere(nowMs),
    madeAtMs: nowMs,
    language,
  });
  if (document.ok) return document;
  return err([{ file: asked.outFile, path: "", reason: "there are no words for this age" }]);
};

/** Of the exported file only names are taken, as the family says them. */
const whomFor = ({ file, outFile, band }: Asked, nowMs: number): Result<ForWhom, readonly FileFault[]> => {
  if (file === undefined) {
    if (band === undefined) return err([{ file: outFile, path: "", reason: "say an age" }]);
    const lines: readonly WhoseSheets[] = [{ kind: "child" }, { kind: "adult", name: "" }];
    return ok({ caseId: NO_RECORD, childName: "", lines, areaName: "", practice: false, band });
  }
  const exported = readExportFile(file);
  if (!exported.ok) return exported;
  const { caseId, caseBody, area, practice } = exported.value;
  const adults = peopleOf(caseBody).filter(({ kind }) => kind === "family");
  return ok({
    caseId,
    childName: shownName(childOf(caseBody)),
    lines: [{ kind: "child" }, ...adults.map((person) => ({ kind: "adult" as const, name: shownName(person) }))],
    areaName: area.name,
    practice,
    band: band ?? offeredBand(caseBody.sections.child.bornOn, dayHere(nowMs)),
  });
};

/** Pages of no record have codes that no record takes. */
const NO_RECORD = "00000000-0000-0000-0000-000000000000";
