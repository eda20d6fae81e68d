import type { CaseBody } from "#core/schema/case";
import type { ExportedArea } from "#core/schema/export-file";
import type { PersonId } from "#core/schema/ids";
import type { Instrument } from "#core/schema/instrument";
import type { Person } from "#core/schema/person";
import type { PlainDate } from "#core/schema/plain-date";
import type { PlanBody } from "#core/schema/plan";
import type { ProfileBody } from "#core/schema/profile";
import type { WithdrawnWording } from "#core/schema/wire";
import type { DocumentLanguage } from "../words/report-words";

/**
 * What a copy is made from. Nothing of it is hidden yet.
 *
 * Shape    `dayOf` gives the day of a moment where the copy is made; the report itself knows no time zone.
 * Missing  no `plan` where none was made; no `withdrawn` where nothing was heard of any.
 */
export interface CopyOf {
  readonly profile: ProfileBody;
  readonly plan?: PlanBody;
  readonly caseBody: CaseBody;
  readonly instrument: Instrument;
  readonly forPersonId: PersonId;
  readonly madeBy: Person;
  readonly madeAtMs: number;
  readonly dayOf: (atMs: number) => PlainDate;
  readonly area: ExportedArea;
  readonly practice: boolean;
  readonly language: DocumentLanguage;
  /** What was withdrawn since, so that a copy does not hand it on without a word. */
  readonly withdrawn?: WithdrawnWording;
}
