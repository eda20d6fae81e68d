import { err, ok, type Result } from "../result";
import type { Id, Slug } from "../schema/ids";
import { partLetter, versionLetter } from "./page-code";
import { type LettersFault, readLetters } from "./read-page-code";

/** The page of a questionnaire that a printed one is to be copied into; `pageIds` are all of its pages, in their order. */
export interface ExpectedAnswers {
  readonly caseId: Id;
  readonly questionnaire: { readonly id: Slug; readonly version: number };
  readonly pageIds: readonly Slug[];
  readonly pageId: Slug;
}

/**
 * The code of a printed page that belongs to this page of a questionnaire, as it is kept; or why it cannot be copied
 * here.
 *
 * Shape   the age on the page is not asked about: these words are the same at every age.
 * Errors  those of `readLetters`; `OtherPages` for a line, the plan, the cover, or another questionnaire;
 *         `AnotherVersion` of the words; `AnotherPage` with the one it is for.
 */
export const pageForAnswers = (typed: string, expected: ExpectedAnswers): Result<string, AnswersPageFault> => {
  const { caseId, questionnaire, pageIds } = expected;
  const read = readLetters(typed, caseId);
  if (!read.ok) return read;
  const { code, part, number, ofPart, ofVersion } = read.value;
  if (part !== "page" || ofPart !== partLetter("page", questionnaire.id)) return err({ type: "OtherPages" });
  if (ofVersion !== versionLetter(questionnaire.version)) return err({ type: "AnotherVersion" });
  const pageId = pageIds[number - 1];
  if (pageId === undefined) return err({ type: "OtherPages" });
  return pageId === expected.pageId ? ok(code) : err({ type: "AnotherPage", pageId });
};

export type AnswersPageFault =
  | LettersFault
  | { readonly type: "OtherPages" }
  | { readonly type: "AnotherVersion" }
  | { readonly type: "AnotherPage"; readonly pageId: Slug };
