import type { AgeBand } from "../schema/age-band";

/**
 * The letters of a page's code: none that is mistaken for another when it is written by hand (no I, L, O, 0 or 1). They
 * are 31, a prime, which is what lets one letter notice every slip: [Note: One letter notices a slip].
 */
export const CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** How many letters stand for the child's record. */
export const CASE_LETTERS = 4;

/** Each age in two letters, which a person who prints a set soon knows by heart. */
export const BAND_LETTERS: Readonly<Record<AgeBand, string>> = {
  "under-2": "BA",
  "early-years": "EY",
  primary: "PR",
  secondary: "SE",
  "16-to-25": "YA",
};

export const letterAt = (value: number): string => CODE_LETTERS.charAt(value % CODE_LETTERS.length);

/** Where a letter stands among the letters; −1 for a sign that is none of them. */
export const valueOfLetter = (letter: string): number => CODE_LETTERS.indexOf(letter);

/**
 * The letters of one record. They say nothing of the child, and nobody can go back from them to the record's id.
 *
 * Shape  two records have the same letters about once in 923,521 times.
 */
export const caseLetters = (caseId: string): string => {
  let rest = spreadOut(caseId) % CODE_LETTERS.length ** CASE_LETTERS;
  let letters = "";
  for (let at = 0; at < CASE_LETTERS; at += 1) {
    letters += letterAt(rest);
    rest = Math.floor(rest / CODE_LETTERS.length);
  }
  return letters;
};

/**
 * A number from a text, so that texts that differ in one sign have nothing in common: FNV-1a, then murmur3's last
 * steps. Ids of one minute begin with the same signs, and twins are entered in one minute.
 */
export const spreadOut = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/**
 * [Note: One letter notices a slip] Each letter counts as often as its place, the last with them, and the sum is a
 * multiple of 31. One changed letter, or any two that changed places, moves the sum by less than 31 times something
 * that 31 does not divide, so it is a multiple no longer.
 */
export const checkLetterFor = (letters: string): string => {
  const last = letters.length + 1;
  const wanted = CODE_LETTERS.length - (weighedSum(letters) % CODE_LETTERS.length);
  const found = Array.from(CODE_LETTERS).find((_, value) => (value * last) % 31 === wanted % 31);
  if (found === undefined) throw new Error("31 is a prime, so one letter always fits");
  return found;
};

/** Whether a whole code, its last letter with it, was copied without a slip. */
export const passesCheck = (code: string): boolean => weighedSum(code) % CODE_LETTERS.length === 0;

const weighedSum = (letters: string): number =>
  Array.from(letters).reduce((sum, letter, at) => sum + (at + 1) * valueOfLetter(letter), 0);
