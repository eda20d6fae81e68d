import { withdrawalOf } from "#core/questionnaire/withdrawn-wording";
import type { Paragraph } from "../document";
import { paragraph, type Telling } from "./telling";

/** That the words of a profile were withdrawn since, and what to use instead; they stand in the copy as they were. */
export const withdrawnWords = ({ view, copy, words, say }: Telling): readonly Paragraph[] => {
  const instead = withdrawalOf(view.sections.frame.instrument, copy.withdrawn ?? []);
  if (instead === undefined) return [];
  return [
    paragraph(words.withdrawn),
    ...(instead.kind === "version" ? [paragraph(words.withdrawnNewer)] : []),
    ...(instead.kind === "words" ? [paragraph(say(words.withdrawnInstead, { words: instead.words }))] : []),
  ];
};
