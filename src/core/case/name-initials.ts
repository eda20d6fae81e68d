/**
 * A name that says less in a list: the first letter of up to three of its words, as "A. L.".
 *
 * Shape  a letter is what a reader takes for one, whatever it is made of; scripts without spaces give one letter.
 */
export const nameInitials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const chosen = words.length > 3 ? [...words.slice(0, 2), ...words.slice(-1)] : words;
  return chosen.map((word) => `${firstLetter(word)}.`).join(" ");
};

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const firstLetter = (word: string): string => {
  for (const { segment } of letters.segment(word)) return segment;
  return "";
};
