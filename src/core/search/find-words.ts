/** Some text that can be found: its words, as `foldedWords` tells them apart, and what a find there is worth. */
export interface Field {
  readonly worth: number;
  readonly words: readonly string[];
}

/** A whole word is a better find than the beginning of one, in the same field. */
const WHOLE_WORD = 1;

/**
 * What the best find of one word is worth: it must begin some word of some field.
 *
 * Shape    `sought` is one of `foldedWords`.
 * Missing  0: it begins none of them.
 */
export const bestFind = (sought: string, fields: readonly Field[]): number =>
  Math.max(
    0,
    ...fields.flatMap(({ worth, words }) =>
      words.filter((word) => word.startsWith(sought)).map((word) => worth + (word === sought ? WHOLE_WORD : 0)),
    ),
  );

/** The words of a text without capitals, accents and apostrophes, so that "cafe" finds "Café" and "dont" "don't". */
export const foldedWords = (text: string): readonly string[] =>
  text
    .normalize("NFD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
