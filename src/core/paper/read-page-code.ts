import { err, ok, type Result } from "../result";
import { AgeBand } from "../schema/age-band";
import type { Id, Slug } from "../schema/ids";
import { BAND_LETTERS, CASE_LETTERS, caseLetters, passesCheck, valueOfLetter } from "./code-letters";
import { type PaperPart, partLetter, partOfLetter, versionLetter } from "./page-code";

/** What a visit expects of a page that is copied into it: whose record, and which words. */
export interface ExpectedPage {
  readonly caseId: Id;
  readonly questionnaire: { readonly id: Slug; readonly version: number };
  readonly band: AgeBand;
}

/** Which page of the set a code names; `code` is how it is kept and shown. */
export interface ReadPage {
  readonly code: string;
  readonly part: PaperPart;
  readonly number: number;
}

/**
 * Reads a page's code as somebody typed it, and says whether this page belongs to this visit. Capitals, spaces and
 * hyphens do not matter.
 *
 * Shape   what is wrong first is said: a slip, then another child's page, then other words.
 * Errors  `CodeSlip` where a letter is wrong, missing or changed places; `AnotherChild`; `OtherPages` of another
 *         questionnaire; `AnotherVersion` of the words; `AnotherBand` with the age whose words the page has.
 * Laws    1. the code of a page of this visit names that page
 *         2. one changed letter, or two that changed places, is a `CodeSlip`
 *         3. another child's code never passes, unless both records share their four letters
 *         (tests/property/page-code.test.ts)
 */
export const readPageCode = (
  typed: string,
  { caseId, questionnaire, band }: ExpectedPage,
): Result<ReadPage, PageCodeFault> => {
  const read = readLetters(typed, caseId);
  if (!read.ok) return read;
  const { code, part, number } = read.value;
  if (part === "page" && read.value.ofPart !== partLetter("page", questionnaire.id)) return err({ type: "OtherPages" });
  if (read.value.ofVersion !== versionLetter(questionnaire.version)) return err({ type: "AnotherVersion" });
  if (read.value.band !== band) return err({ type: "AnotherBand", band: read.value.band });
  return ok({ code, part, number });
};

/**
 * What the letters of a code say, before anybody asks whether the page is wanted here.
 *
 * Errors  `CodeSlip` where a letter is wrong, missing or changed places; then `AnotherChild`.
 */
export const readLetters = (typed: string, caseId: Id): Result<ReadLetters, LettersFault> => {
  const letters = typed.toUpperCase().replaceAll(/[\s\u2010-\u2015-]/g, "");
  const isCode = letters.length === LENGTH && Array.from(letters).every((letter) => valueOfLetter(letter) >= 0);
  if (!isCode || !passesCheck(letters)) return err({ type: "CodeSlip" });
  const band = AgeBand.options.find((each) => BAND_LETTERS[each] === letters.slice(4, 6));
  if (band === undefined) return err({ type: "CodeSlip" });
  if (letters.slice(0, CASE_LETTERS) !== caseLetters(caseId)) return err({ type: "AnotherChild" });
  return ok({
    code: [letters.slice(0, 4), letters.slice(4, 7), letters.slice(7)].join("-"),
    part: partOfLetter(letters.charAt(7)),
    number: valueOfLetter(letters.charAt(8)) + 1,
    band,
    ofVersion: letters.charAt(6),
    ofPart: letters.charAt(7),
  });
};

/** A page with the letters of its words: `ofVersion` and `ofPart` are letters as they stand in the code. */
export interface ReadLetters extends ReadPage {
  readonly band: AgeBand;
  readonly ofVersion: string;
  readonly ofPart: string;
}

export type LettersFault = { readonly type: "CodeSlip" } | { readonly type: "AnotherChild" };

export type PageCodeFault =
  | LettersFault
  | { readonly type: "OtherPages" }
  | { readonly type: "AnotherVersion" }
  | { readonly type: "AnotherBand"; readonly band: AgeBand };

const LENGTH = 10;
