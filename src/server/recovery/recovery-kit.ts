import { randomInt } from "node:crypto";
import { checkLetterFor, CODE_LETTERS, letterAt, passesCheck } from "#core/paper/code-letters";
import { err, ok, type Result } from "#core/result";

const GROUPS = 8;
const LETTERS = 4;

/**
 * Makes a recovery kit: eight groups of five letters, to be printed once and locked away.
 *
 * Shape  four letters of each group are chance, 158 bits in all; the fifth notices a slip in its group, and a group that
 *        stands in another's place.
 */
export const newRecoveryKit = (): string =>
  Array.from({ length: GROUPS }, (_, at) => {
    const letters = Array.from({ length: LETTERS }, () => letterAt(randomInt(CODE_LETTERS.length))).join("");
    return letters + checkLetterFor(placed(at, letters));
  }).join(" ");

/**
 * Reads a kit as somebody typed it, in any case of letters and with anything between the groups.
 *
 * Errors  `NotAKit` with the first group that has a slip in it, counted from 1; without one, the length is another.
 */
export const readRecoveryKit = (typed: string): Result<string, NotAKit> => {
  const letters = typed.toUpperCase().replaceAll(/[\s\-–—.,]/g, "");
  if (letters.length !== GROUPS * (LETTERS + 1)) return err({ type: "NotAKit" });
  const groups = Array.from({ length: GROUPS }, (_, at) => letters.slice(at * (LETTERS + 1), (at + 1) * (LETTERS + 1)));
  const wrong = groups.findIndex((group, at) => !isGroup(at, group));
  return wrong === -1 ? ok(groups.join(" ")) : err({ type: "NotAKit", group: wrong + 1 });
};

export interface NotAKit {
  readonly type: "NotAKit";
  readonly group?: number;
}

const isGroup = (at: number, group: string): boolean =>
  Array.from(group).every((letter) => CODE_LETTERS.includes(letter)) && passesCheck(placed(at, group));

/** A group with the letter of its place before it, over which its check letter counts. */
const placed = (at: number, letters: string): string => letterAt(at + 1) + letters;
