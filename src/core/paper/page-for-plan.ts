import { err, ok, type Result } from "../result";
import type { Id } from "../schema/ids";
import { type LettersFault, readLetters } from "./read-page-code";

/**
 * The code of a printed page of the plan that belongs to this record, as it is kept; or why it cannot be copied here.
 *
 * Shape   neither the age nor the version of the words is asked about: a plan page has only people's own.
 * Errors  those of `readLetters`; `OtherPages` for a line, the cover or a page of questions.
 */
export const pageForPlan = (typed: string, caseId: Id): Result<string, PlanPageFault> => {
  const read = readLetters(typed, caseId);
  if (!read.ok) return read;
  return read.value.part === "plan" ? ok(read.value.code) : err({ type: "OtherPages" });
};

export type PlanPageFault = LettersFault | { readonly type: "OtherPages" };
