import { randomInt } from "node:crypto";
import type { Page } from "playwright-core";

const LETTERS = 12;

/** Words that nobody else writes, each for one place, so that where one comes to light says what was let slip. */
export interface Canaries {
  /** A new word of twelve letters by chance: what packs data away finds nothing in it to shorten, and nothing splits it. */
  readonly word: (place: string) => string;
  /** Writes a word into every text field of the page that takes one. */
  readonly intoEveryField: (page: Page, where: string) => Promise<void>;
  /** Every word so far, by itself or in two bytes a letter, in any case: for text, or for bytes read as Latin-1. */
  readonly pattern: () => string;
  /** The places of the words among what a search found, each once. */
  readonly placesOf: (found: readonly string[]) => readonly string[];
  readonly places: () => readonly string[];
}

/** The pattern of a text in UTF-16LE, for bytes that are read as Latin-1. */
export const inTwoBytes = (text: string): string => text.replaceAll(/./g, "$&\\x00");

export const createCanaries = (): Canaries => {
  const placesByWord = new Map<string, string>();
  const word = (place: string): string => {
    const made = Array.from({ length: LETTERS }, () => String.fromCharCode(97 + randomInt(26))).join("");
    placesByWord.set(made, place);
    return made;
  };
  return {
    word,
    intoEveryField: async (page, where) => {
      const fields = page.locator('main :is(textarea, input[type="text"], input:not([type]))');
      for (const [index, field] of (await fields.all()).entries()) {
        if (!(await field.isVisible()) || !(await field.isEditable())) continue;
        await field.fill(word(`${where}: field ${index + 1}`));
      }
    },
    pattern: () => [...placesByWord.keys()].flatMap((each) => [each, inTwoBytes(each)]).join("|"),
    placesOf: (found) => [
      ...new Set(found.map((each) => placesByWord.get(each.replaceAll("\0", "").toLowerCase()) ?? each)),
    ],
    places: () => [...placesByWord.values()],
  };
};
