import { err, ok, type Result } from "../result";
import type { Answers } from "../schema/answer";
import type { Prompt } from "../schema/instrument";

/** Where one person's answers sit on the line, and the working that led there. */
export interface Suggestion {
  readonly position: number;
  readonly answered: number;
  readonly applicable: number;
  readonly points: number;
  /** True when some prompts that apply were not answered: shown as "from k of n". */
  readonly partial: boolean;
}

const HIGHEST_POINTS = 4;
const FEWEST = 3;

/**
 * Suggests a position for one strand and one voice.
 *
 * [Note: Missing is not zero] A prompt that was not asked, not known or not said adds no points and is left out of
 * the mean; it is counted only in `applicable`. "Does not apply" leaves both. Nothing here may default to a number.
 *
 * Shape   `prompts` are those of the strand for the band in use; answers to other prompts are ignored.
 * Units   position is an integer 0–100, left to right; halves round up.
 * Missing adds nothing and is counted.
 * Errors  `TooFewApply` under three that apply; `TooFewAnswered` under three or under 60 % of those that apply.
 * Source  questionnaires/nd-profile/SOURCE.md, "Scoring".
 */
export const suggestPosition = (
  prompts: readonly Prompt[],
  answersByPromptId: Answers,
): Result<Suggestion, NoSuggestion> => {
  const applicable = prompts.filter((prompt) => answersByPromptId[prompt.id]?.kind !== "does-not-apply");
  if (applicable.length < FEWEST) return err({ type: "TooFewApply", applicable: applicable.length });

  const points = applicable.flatMap((prompt) => {
    const answer = answersByPromptId[prompt.id];
    if (answer?.kind !== "answered") return [];
    return [prompt.reversed === true ? HIGHEST_POINTS - answer.points : answer.points];
  });
  const answered = points.length;
  // k / n ≥ 0.6 in whole numbers: 0.6 has no exact binary form, and 3 of 5 must count.
  if (answered < FEWEST || answered * 5 < applicable.length * 3) {
    return err({ type: "TooFewAnswered", answered, applicable: applicable.length });
  }

  const sum = points.reduce((total, each) => total + each, 0);
  return ok({
    position: roundHalfUp(sum * 100, answered * HIGHEST_POINTS),
    answered,
    applicable: applicable.length,
    points: sum,
    partial: answered < applicable.length,
  });
};

export type NoSuggestion =
  | { readonly type: "TooFewApply"; readonly applicable: number }
  | { readonly type: "TooFewAnswered"; readonly answered: number; readonly applicable: number };

/** Rounds a fraction of whole numbers to the nearest integer, halves up, without floating point. */
const roundHalfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));
