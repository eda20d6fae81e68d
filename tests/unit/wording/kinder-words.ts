/** A rule about words: what it finds in a text, as it stands there. */
export type Rule = (says: string) => readonly string[];

const finds =
  (pattern: RegExp): Rule =>
  (says) =>
    [...says.matchAll(pattern)].map(([found]) => found);

/** Names, never "Me": nobody but the reader knows whom it means. A child's own sentence may have a small one. */
export const namedMe = finds(/\bMe\b|^\W*me\W*$/gu);

/** It is agreement; the lawful basis is a matter of its own. */
export const calledConsent = finds(/\bconsent\w*/giu);

/** Copy is kinder than code: {name}'s record, your families, held safely, two versions, records keeper. */
export const wordsOfTheCode = finds(
  /(?<!\bin )\bcases?\b|\bcaseloads?\b|\bquarantin\w*|\bbranch(?:es|ed)?\b|\bcustodians?\b/giu,
);

/** Diagnosis is spoken of in the fixed words alone. */
export const diagnosis = finds(/\bdiagnos\w*/giu);

/** A place on the line is said in words: a number reads like a result. Ages and dates are no places. */
export const placeAsNumber = finds(
  /\bpositions?\b|\{\{position\w*\}\}|\d+ ?%|%|\bper ?cent\b|\d+ ?\/ ?\d+|\bout of \d+/giu,
);

/** In words for a place no digit stands at all. */
export const digits = finds(/\d+/gu);

/** The fixed words that every screen and document has (they are quoted whole, so their sentences are as they are). */
export const PURPOSE =
  "To record a shared conversation about a child's strengths and needs, and to plan everyday support. It does not diagnose. You do not need a diagnosis for us to act on it. Doing it does not change your place on any waiting list, and it cannot be the only reason for saying no to an assessment.";

export const sentencesOf = (says: string): readonly string[] =>
  says
    .replaceAll(PURPOSE, "")
    .trim()
    .split(/(?<=[.!?]["”]?)\s+|\n+/);

const lengthOf = (sentence: string): number => sentence.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)).length;

/** Sentences that a family has to read twice. */
export const longSentences =
  (most: number): Rule =>
  (says) =>
    sentencesOf(says).filter((sentence) => lengthOf(sentence) > most);

/** The longest first, with their length: what to look at when the rule is made stricter. */
export const longestOf = (texts: readonly { readonly says: string }[], count: number): readonly [number, string][] =>
  texts
    .flatMap(({ says }) => sentencesOf(says))
    .map((sentence): [number, string] => [lengthOf(sentence), sentence])
    .toSorted(([one], [other]) => other - one)
    .slice(0, count);
