/** How alike two names are; undefined where they are not. */
export type Alike = "same-name" | "nearly-same-name";

/** A slip in a shorter word makes another name of it as often as not. */
const SHORTEST_WITH_SLIP = 5;

/** Letters that have no accent to take off, and are typed in more than one way. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  ...{ ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ß: "ss", ı: "i" },
};

/**
 * Whether two names may be one child's: accents, capitals, hyphens and the order of the names count for nothing, one
 * may leave out names that the other has, and one word may have one slip in its middle.
 *
 * Laws     1. it is the same from either side
 *          2. names whose words begin or end otherwise are not alike: sisters and brothers are often told apart by that
 * Missing  a name without a letter is like no other.
 * (tests/property/same-child.test.ts)
 */
export const alikeNames = (one: string, other: string): Alike | undefined => {
  const [shorter, longer] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  if (shorter === undefined || longer === undefined || shorter.length === 0) return undefined;
  const left = without(shorter, longer);
  const [unmatched, ...more] = left;
  if (unmatched === undefined) return shorter.length === longer.length ? "same-name" : "nearly-same-name";
  if (more.length > 0) return undefined;
  return without(longer, shorter).some((word) => isSlip(unmatched, word)) ? "nearly-same-name" : undefined;
};

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[øłđðþæœßı]/g, (letter) => WRITTEN_AS[letter] ?? letter)
    .replace(/['’ʼ`]/g, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => /\p{L}/u.test(word));

/** The words of one that the other has no word for, each counted as often as it stands. */
const without = (words: readonly string[], others: readonly string[]): readonly string[] => {
  const rest = [...others];
  return words.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
};

/** One letter too many, missing or other, or two neighbours exchanged; never the first letter nor the last. */
const isSlip = (one: string, other: string): boolean => {
  const [a, b] = [Array.from(one), Array.from(other)].sort((x, y) => x.length - y.length);
  if (a === undefined || b === undefined || a.length < SHORTEST_WITH_SLIP) return false;
  if (a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [inA, inB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (a.length !== b.length) return inA.length === 0 && inB.length === 1;
  return inA.length === 1 || (inA.length === 2 && inA[0] === inB[1] && inA[1] === inB[0]);
};
