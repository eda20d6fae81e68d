import { schoolYearOn } from "../flow/age-band";
import type { Slug } from "../schema/ids";
import type { PlainDate } from "../schema/plain-date";
import type { QuestionnaireStructure } from "../schema/questionnaire";

/**
 * Whose eyes a screen is for, and what is known of the child and of who is signed in.
 *
 * Shape  `shared` is the screen that people look at together; `own` is the practitioner's alone. `training` holds the
 *        marks of whoever is signed in.
 */
export interface OfferedAround {
  readonly screen: "shared" | "own";
  readonly bornOn: PlainDate;
  readonly today: PlainDate;
  readonly isFirstVisit: boolean;
  readonly training: readonly string[];
  readonly relativeInterprets: boolean;
}

/** Why a questionnaire that may be named here is not offered now. */
export type NotOffered = "too-young" | "not-first-visit" | "relative-interprets";

export interface Offered<T> {
  readonly questionnaire: T;
  /** Undefined: it is offered. */
  readonly whyNot: NotOffered | undefined;
  readonly closedPageIds: readonly Slug[];
}

/**
 * Which questionnaires of pages are offered now, and why the others are not.
 *
 * Shape  in the order given. One for which a training mark is missing is not in the answer at all: not even its name is
 *        shown. So is one that is never shared, on a shared screen; and on the practitioner's own, every other.
 * Laws   1. one more training mark takes nothing away
 *        2. nothing that is never shared is in the answer for a shared screen
 *        3. while a relative interprets, every page that is not asked through one is closed, and no other
 * (tests/property/offered.test.ts)
 */
export const offeredNow = <T extends { readonly structure: QuestionnaireStructure }>(
  questionnaires: readonly T[],
  around: OfferedAround,
): readonly Offered<T>[] =>
  questionnaires
    .filter(({ structure }) => mayBeNamed(structure, around))
    .map((questionnaire) => ({
      questionnaire,
      whyNot: whyNotOffered(questionnaire.structure, around),
      closedPageIds: closedPageIds(questionnaire.structure, around),
    }));

const mayBeNamed = ({ use }: QuestionnaireStructure, { screen, training }: OfferedAround): boolean =>
  (use.neverShared === true) === (screen === "own") && (use.training === undefined || training.includes(use.training));

const whyNotOffered = (structure: QuestionnaireStructure, around: OfferedAround): NotOffered | undefined => {
  const { fromSchoolYear, notFirstVisit } = structure.use;
  if (fromSchoolYear !== undefined && schoolYearOn(around.bornOn, around.today) < fromSchoolYear) return "too-young";
  if (notFirstVisit === true && around.isFirstVisit) return "not-first-visit";
  return closedPageIds(structure, around).length === structure.pages.length ? "relative-interprets" : undefined;
};

/** Safety is not asked through a relative: these pages stay closed while one interprets. */
const closedPageIds = (
  { pages }: QuestionnaireStructure,
  { relativeInterprets }: Pick<OfferedAround, "relativeInterprets">,
): readonly Slug[] =>
  relativeInterprets ? pages.filter(({ notThroughRelative }) => notThroughRelative === true).map(({ id }) => id) : [];

/**
 * A questionnaire without the pages that are closed.
 *
 * Missing  what was answered there before is kept and counts nowhere while they are closed.
 */
export const withoutClosedPages = (
  structure: QuestionnaireStructure,
  around: Pick<OfferedAround, "relativeInterprets">,
): QuestionnaireStructure => {
  const closed = closedPageIds(structure, around);
  return closed.length === 0
    ? structure
    : { ...structure, pages: structure.pages.filter(({ id }) => !closed.includes(id)) };
};
