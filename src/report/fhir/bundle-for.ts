import type { Bundle } from "fhir/r4";
import { err, ok, type Result } from "#core/result";
import { peopleOf } from "#core/schema/case";
import type { ExportFile } from "#core/schema/export-file";
import type { PersonId } from "#core/schema/ids";
import type { Instrument } from "#core/schema/instrument";
import type { PlainDate } from "#core/schema/plain-date";
import { hide, withoutHidden } from "#core/scoring/hide";
import { readerViewOf } from "../family/reader-view";
import type { DocumentLanguage } from "../words/report-words";
import { fhirBundle } from "./bundle";

/**
 * For whom a Bundle is made, and with which words.
 *
 * Missing  without `forPersonId` it is for whoever made the file.
 */
export interface BundleAsked {
  readonly instrument: Instrument;
  readonly language: DocumentLanguage;
  readonly dayOf: (atMs: number) => PlainDate;
  readonly forPersonId?: PersonId;
}

/**
 * A Bundle of all that its maker may see, or of what one other person may see of that: naming a reader narrows it and
 * never widens it.
 *
 * Errors  `NotFinished` while it is a draft; `NotForThem` for somebody who is not on the record, or must not receive
 *         anything.
 */
export const bundleFor = (
  file: ExportFile,
  { instrument, language, dayOf, forPersonId = file.madeBy.id }: BundleAsked,
): Result<Bundle, NoBundle> => {
  const { madeBy } = file;
  const everybody = [...peopleOf(file.caseBody), madeBy];
  const reader = everybody.find(({ id }) => id === forPersonId);
  if (file.profile.body.sections.finish === undefined) return err({ type: "NotFinished" });
  if (reader === undefined || reader.mustNotReceive) return err({ type: "NotForThem", personId: forPersonId });

  const makers = [madeBy.id];
  const profile = { ...file.profile.body, sections: hide(makers, file.profile.body.sections) };
  const plan =
    file.plan === undefined
      ? {}
      : { plan: { ...file.plan.body, sections: withoutHidden(makers, file.plan.body.sections) } };
  const { child } = file.caseBody.sections;
  const caseBody = { ...file.caseBody, sections: { ...withoutHidden(makers, file.caseBody.sections), child } };
  const copy = {
    ...{ profile, ...plan, caseBody, instrument, forPersonId, madeBy, dayOf, language },
    madeAtMs: Date.parse(file.exportedAt),
    area: file.area,
    practice: file.practice,
  };
  return ok(fhirBundle({ file, instrument, view: readerViewOf(copy, reader), language }));
};

export type NoBundle = { readonly type: "NotFinished" } | { readonly type: "NotForThem"; readonly personId: PersonId };
