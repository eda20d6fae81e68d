import type { Bundle } from "fhir/r4";
import { ok, type Result } from "#core/result";
import type { ExportFile } from "#core/schema/export-file";
import { type DataAsked, type NoData, viewOfFile } from "../exported/view-of-file";
import { fhirBundle } from "./bundle";

/**
 * A Bundle of all that its maker may see, or of what one other person may see of that: naming a reader narrows it and
 * never widens it.
 *
 * Errors  `NotFinished` while it is a draft; `NotForThem` for somebody who is not on the record, or must not receive
 *         anything.
 */
export const bundleFor = (file: ExportFile, asked: DataAsked): Result<Bundle, NoData> => {
  const seen = viewOfFile(file, asked);
  if (!seen.ok) return seen;
  const { instrument, language } = asked;
  return ok(fhirBundle({ file, instrument, view: seen.value.view, language }));
};
