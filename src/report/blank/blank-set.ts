import type { AgeBand } from "#core/schema/age-band";
import type { Id } from "#core/schema/ids";
import type { Instrument } from "#core/schema/instrument";
import type { PlainDate } from "#core/schema/plain-date";
import type { Questionnaire } from "#core/schema/questionnaire";
import { fill } from "../words/fill";
import type { DocumentLanguage, ReportWords } from "../words/report-words";

/** Whose pages of lines: the child's, with the child's words, or an adult's. Without a name they write their own. */
export type WhoseSheets = { readonly kind: "child" } | { readonly kind: "adult"; readonly name: string };

/**
 * What a blank set is made from. Of the family it holds names as they like to be called, and nothing else.
 *
 * Shape    each of `lines` is one person's set of lines; each of `pages` a questionnaire that the child answers.
 * Missing  no `lines`, no `pages` or no `plan` where that part is not printed; an empty `childName` where the pages are for no record; an empty `areaName` where no area is known.
 */
export interface BlankSet {
  readonly caseId: Id;
  readonly childName: string;
  readonly instrument: Instrument;
  readonly band: AgeBand;
  readonly lines: readonly WhoseSheets[];
  readonly pages: readonly Questionnaire[];
  readonly plan: boolean;
  readonly areaName: string;
  readonly practice: boolean;
  readonly madeOn: PlainDate;
  readonly madeAtMs: number;
  readonly language: DocumentLanguage;
}

/** What every part of a set is made with: the set, and how its language says things about this child. */
export interface BlankTelling {
  readonly set: BlankSet;
  readonly words: ReportWords;
  /** The child's name as it stands on the pages. */
  readonly childName: string;
  /** Fills a text's places, each value in its own direction; `name` is the child. */
  readonly say: (text: string, values?: Readonly<Record<string, string>>) => string;
}

export const blankTellingOf = (set: BlankSet): BlankTelling => {
  const { words, direction } = set.language;
  const childName = set.childName === "" ? words.blank.theChild : set.childName;
  return {
    set,
    words,
    childName,
    say: (text, values = {}) => fill(text, { name: childName, ...values }, direction),
  };
};
