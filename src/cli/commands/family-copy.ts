import { err, type Result } from "#core/result";
import type { Document } from "#report/document";
import { familyDocument } from "#report/family/family-document";
import type { DocumentLanguage } from "#report/words/report-words";
import { dayHere } from "../files/day-here";
import { ownInstrument } from "../files/own-instrument";
import { readExportFile } from "../files/read-export-file";
import type { FileFault } from "../files/read-json-file";
import type { ReportAsked } from "./report-asked";

/** The family's copy of an exported profile, for one named reader. */
export const familyCopy = (
  { file, forPersonId }: Extract<ReportAsked, { kind: "family" }>,
  language: DocumentLanguage,
): Result<Document, readonly FileFault[]> => {
  const exported = readExportFile(file);
  if (!exported.ok) return exported;
  const { profile, plan, caseBody, madeBy, exportedAt, area, practice } = exported.value;
  const instrument = ownInstrument(profile.body.sections.frame.instrument);
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
    language,
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
