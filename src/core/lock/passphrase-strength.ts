/** The fewest characters that a passphrase for a device may have. */
export const FEWEST_CHARACTERS = 12;

/** What makes a passphrase easy to guess, though it is long. */
export type EasyBecause = "common" | "repeated" | "run" | "own-words";

export type PassphraseStrength =
  | { readonly kind: "too-short"; readonly more: number }
  | { readonly kind: "easily-guessed"; readonly because: EasyBecause }
  | { readonly kind: "enough" | "good" | "very-good" };

/**
 * Says roughly how hard a passphrase would be to guess for somebody who knows who works here.
 *
 * Shape   what anybody would try first is taken out: well-known passphrases and words, the person's own name and area,
 *         runs of neighbouring letters or keys, and what is only said again. What is left is counted, and its words.
 *         It is a small rule of our own, and no measure: it knows no dictionary, no language, no list of what was
 *         stolen elsewhere, and cannot tell chance from a song that somebody likes. "Very good" is a kind word, not a
 *         promise.
 * Units   characters as people see them in the composed form (NFKC), not bytes.
 * Laws    1. under twelve characters nothing is enough
 *         2. saying it again, or adding one's own name, makes nothing stronger
 * (tests/unit/core/lock/passphrase-strength.test.ts)
 */
export const passphraseStrength = (typed: string, ownWords: readonly string[]): PassphraseStrength => {
  const text = typed.normalize("NFKC").toLocaleLowerCase("en");
  const more = FEWEST_CHARACTERS - lettersIn(text);
  if (more > 0) return { kind: "too-short", more };
  const { left, taken } = whatIsLeft(text, ownWords);
  if (lettersIn(left.replaceAll(" ", "")) < FEWEST_LEFT) return { kind: "easily-guessed", because: mostTaken(taken) };
  return { kind: kindOf(left) };
};

/** As many characters must be left that nobody would try first. */
const FEWEST_LEFT = 8;

const kindOf = (left: string): "enough" | "good" | "very-good" => {
  const words = new Set(left.split(" ").filter((word) => lettersIn(word) >= 3));
  const characters = lettersIn(left.replaceAll(" ", ""));
  if ((words.size >= 4 && characters >= 16) || characters >= 24) return "very-good";
  if ((words.size >= 3 && characters >= 12) || characters >= 16) return "good";
  return "enough";
};

/** By code points: the composed form has one for nearly every letter that people see. */
const lettersIn = (text: string): number => Array.from(text).length;

type Taken = Readonly<Record<EasyBecause, number>>;

const whatIsLeft = (text: string, ownWords: readonly string[]): { readonly left: string; readonly taken: Taken } => {
  const taken = { common: 0, repeated: 0, run: 0, "own-words": 0 };
  let left = text;
  const take = (because: EasyBecause, without: (text: string) => string): void => {
    const shorter = without(left);
    taken[because] += left.length - shorter.length;
    left = shorter;
  };
  const spaced = (): void => {
    left = left.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
  };
  spaced();
  take("common", (all) => without(all, COMMON));
  take("own-words", (all) => without(all, wordsIn(ownWords)));
  take("run", withoutRuns);
  take("repeated", withoutRepeats);
  spaced();
  return { left, taken };
};

const mostTaken = (taken: Taken): EasyBecause =>
  (["own-words", "run", "repeated", "common"] as const).reduce((most, each) =>
    taken[each] > taken[most] ? each : most,
  );

const without = (text: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.replaceAll(word, ""), text);

const wordsIn = (names: readonly string[]): readonly string[] =>
  names
    .flatMap((name) =>
      name
        .normalize("NFKC")
        .toLocaleLowerCase("en")
        .split(/[^\p{L}\p{M}\p{N}]+/u),
    )
    .filter((word) => lettersIn(word) >= 3)
    .sort((one, other) => other.length - one.length);

/** Four and more neighbours, up or down: of the alphabet, of the digits, of the keys; and one letter over and over. */
const withoutRuns = (text: string): string => {
  const characters = Array.from(text);
  let left = "";
  for (let at = 0; at < characters.length;) {
    const length = runAt(characters, at);
    if (length < 4) left += characters[at] ?? "";
    at += length < 4 ? 1 : length;
  }
  return left;
};

const runAt = (characters: readonly string[], at: number): number =>
  Math.max(...STEPS.map((isNext) => lengthOf(characters, at, isNext)));

const lengthOf = (
  characters: readonly string[],
  at: number,
  isNext: (one: string, next: string) => boolean,
): number => {
  let length = 1;
  for (; at + length < characters.length; length += 1) {
    if (!isNext(characters[at + length - 1] ?? "", characters[at + length] ?? "")) break;
  }
  return length;
};

const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "01234567890"];
const areKeys = (one: string, next: string): boolean => one !== next && KEYS.some((row) => row.includes(one + next));
const codeOf = (letter: string): number => letter.codePointAt(0) ?? 0;
const STEPS: readonly ((one: string, next: string) => boolean)[] = [
  (one, next) => one !== " " && one === next,
  (one, next) => codeOf(next) - codeOf(one) === 1,
  (one, next) => codeOf(one) - codeOf(next) === 1,
  areKeys,
  (one, next) => areKeys(next, one),
];

/** Each word once; and where the whole is one piece over and over, that piece. */
const withoutRepeats = (text: string): string => {
  const once = [...new Set(text.split(" "))].join(" ");
  const tight = once.replaceAll(" ", "");
  for (let length = 1; length <= tight.length / 2; length += 1) {
    const piece = tight.slice(0, length);
    if (piece.repeat(Math.ceil(tight.length / length)).startsWith(tight)) return piece;
  }
  return once;
};

/** What is tried first anywhere, and what is near at hand in this app; the longer first. */
const COMMON = [
  ..."password passphrase passwort letmein welcome iloveyou ilovemy football baseball sunshine princess superman batman".split(
    " ",
  ),
  ..."liverpool chelsea arsenal monkey dragon shadow master freedom whatever trustno1 starwars pokemon charlie".split(
    " ",
  ),
  ..."correct horse battery staple changeme default secret security admin administrator qwerty azerty abc123".split(
    " ",
  ),
  ..."strandline practice profile family families tablet laptop device unlock children england london winter".split(
    " ",
  ),
  ..."summer autumn spring monday tuesday wednesday thursday friday saturday sunday january february october november".split(
    " ",
  ),
  ..."december september p4ssw0rd passw0rd pa55word god save the king queen to be or not let me in".split(" "),
]
  .filter((word) => word.length >= 5)
  .sort((one, other) => other.length - one.length);
