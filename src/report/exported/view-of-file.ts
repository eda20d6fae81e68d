import { err, ok, type Result } from "#core/result";
import { peopleOf } from "#core/schema/case";
import type { ExportFile } from "#core/schema/export-file";
import type { PersonId } from "#core/schema/ids";
import type { Instrument } from "#core/schema/instrument";
import type { PlainDate } from "#core/schema/plain-date";
import type { WithdrawnWording } from "#core/schema/wire";
import { hide, withoutHidden } from "#core/scoring/hide";
import type { CopyOf } from "../family/copy";
import { type ReaderView, readerViewOf } from "../family/reader-view";
import { type Telling, tellingOf } from "../family/telling";
import type { DocumentLanguage } from "../words/report-words";

/**
 * For whom data is made, and with which words.
 *
 * Missing  without `forPersonId` it is for whoever made the file; no `withdrawn` where nothing was heard of any.
 */
export interface DataAsked {
  readonly instrument: Instrument;
  readonly language: DocumentLanguage;
  readonly dayOf: (atMs: number) => PlainDate;
  readonly forPersonId?: PersonId;
  readonly withdrawn?: WithdrawnWording;
}

/** A file of the app as one reader may see it: hidden first, and all that is told or counted is made from what is left. */
export interface FileView {
  readonly view: ReaderView;
  readonly telling: Telling;
}

/**
 * All that the maker of a file may see, or what one other person may see of that: naming a reader narrows it and never
 * widens it.
 *
 * Errors  `NotFinished` while it is a draft; `NotForThem` for somebody who is not on the record, or must not receive
 *         anything.
 */
export const viewOfFile = (
  file: ExportFile,
  { forPersonId = file.madeBy.id, ...asked }: DataAsked,
): Result<FileView, NoData> => {
  const { madeBy } = file;
  const reader = [...peopleOf(file.caseBody), madeBy].find(({ id }) => id === forPersonId);
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
  const copy: CopyOf = {
    ...asked,
    ...{ profile, ...plan, caseBody, forPersonId, madeBy },
    madeAtMs: Date.parse(file.exportedAt),
    area: file.area,
    practice: file.practice,
  };
  const view = readerViewOf(copy, reader);
  return ok({ view, telling: tellingOf(copy, view) });
};

export type NoData = { readonly type: "NotFinished" } | { readonly type: "NotForThem"; readonly personId: PersonId };
