import type { AgeBand } from "../../schema/age-band";
import type { Answer } from "../../schema/answer";
import type { StrandId } from "../../schema/ids";
import type { Instrument } from "../../schema/instrument";

/** What was asked, and the words that what was said stood for. */
export interface WordsThen {
  readonly question: string;
  readonly words: Readonly<Record<string, string>>;
}

/** Which line, for whom and for which age. */
export interface LineOf {
  readonly strandId: StrandId;
  readonly isChild: boolean;
  readonly band: AgeBand;
}

/**
 * Every word that stood at a line when a mark was made on it, with the heading as what was asked.
 *
 * Missing  undefined where the version has no such strand, or no words for this age.
 */
export const lineWords = ({ wording }: Instrument, { strandId, isChild, band }: LineOf): WordsThen | undefined => {
  const strand = Object.hasOwn(wording.strands, strandId) ? wording.strands[strandId] : undefined;
  const described = strand?.descriptions[band];
  if (strand === undefined || described === undefined) return undefined;
  const ends = isChild ? wording.lineForChild : wording.line;
  return {
    question: strand.heading,
    words: {
      family: strand.family,
      asked: wording.question,
      "end-left": ends.left,
      "end-middle": ends.middle,
      "end-right": ends.right,
      left: described.left,
      middle: described.middle,
      right: described.right,
    },
  };
};

/** The same for the words of a strand that say how it goes, beside the mark. */
export const patternWords = ({ wording }: Instrument, strandId: StrandId, pattern: string): WordsThen | undefined => {
  const strand = Object.hasOwn(wording.strands, strandId) ? wording.strands[strandId] : undefined;
  const words = strand?.pattern?.[pattern];
  return strand === undefined || words === undefined
    ? undefined
    : { question: strand.heading, words: { [pattern]: words } };
};

/**
 * The words that an answer to a prompt answered: the prompt, and the choice if one was chosen.
 *
 * Missing  undefined where this version does not take the answer: no such prompt on this strand, no such choice, or
 *          other points for it.
 */
export const promptWords = (
  { structure, wording }: Instrument,
  strandId: StrandId,
  promptId: string,
  answer: Answer,
): WordsThen | undefined => {
  const question = wording.strands[strandId]?.prompts[promptId];
  if (promptOf(structure, strandId, promptId) === undefined || question === undefined) return undefined;
  if (answer.kind !== "answered") return { question, words: {} };
  const choice = structure.choices.find(({ id }) => id === answer.choice);
  const words = wording.choices[answer.choice];
  return choice?.points !== answer.points || words === undefined
    ? undefined
    : { question, words: { [answer.choice]: words } };
};

/** Whether more often means further left; an answer under the other direction would be read backwards. */
export const isReversedPrompt = ({ structure }: Instrument, strandId: StrandId, promptId: string): boolean =>
  promptOf(structure, strandId, promptId)?.reversed === true;

const promptOf = ({ strands }: Instrument["structure"], strandId: StrandId, promptId: string) =>
  strands.find(({ id }) => id === strandId)?.prompts.find(({ id }) => id === promptId);

export const sameWords = (one: WordsThen, other: WordsThen): boolean => {
  const [these, those] = [Object.entries(one.words), Object.keys(other.words)];
  return (
    one.question === other.question &&
    these.length === those.length &&
    these.every(([key, words]) => other.words[key] === words)
  );
};
