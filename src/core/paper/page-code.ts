import type { AgeBand } from "../schema/age-band";
import type { Id, Slug } from "../schema/ids";
import { BAND_LETTERS, caseLetters, checkLetterFor, CODE_LETTERS, letterAt, spreadOut } from "./code-letters";

/** What a printed page is a page of: the cover, a line in an adult's or the child's words, the plan, or other pages. */
export type PaperPart = "cover" | "line" | "child-line" | "plan" | "page";

/**
 * One page of a printed set.
 *
 * Shape  `questionnaire` is whose words stand on it; `number` counts from 1 within its part: the fourth line is 4.
 */
export interface PrintedPage {
  readonly caseId: Id;
  readonly questionnaire: { readonly id: Slug; readonly version: number };
  readonly band: AgeBand;
  readonly part: PaperPart;
  readonly number: number;
}

/** As many pages of one part as a code can tell apart. */
export const MOST_PAGES = CODE_LETTERS.length;

/**
 * The code of one printed page, to be read aloud or copied by hand, such as `K7QF-PRA-NDX`: the record, the age whose
 * words stand there, the version of the words, which page; the last letter notices a slip.
 *
 * Shape   it holds nothing about a person, and nothing that leads to one outside this app.
 * Units   versions are told apart for 31 versions on end.
 * Errors  a page beyond `MOST_PAGES` is a bug of the caller, and throws.
 */
export const pageCode = ({ caseId, questionnaire, band, part, number }: PrintedPage): string => {
  if (!Number.isInteger(number) || number < 1 || number > MOST_PAGES) throw new Error("no code for such a page");
  const code = [
    caseLetters(caseId),
    BAND_LETTERS[band],
    versionLetter(questionnaire.version),
    partLetter(part, questionnaire.id),
    letterAt(number - 1),
  ].join("");
  const whole = code + checkLetterFor(code);
  return [whole.slice(0, 4), whole.slice(4, 7), whole.slice(7)].join("-");
};

export const versionLetter = (version: number): string => letterAt(version - 1);

const LETTER_OF_PART = { cover: "C", line: "N", "child-line": "K", plan: "P" } as const;
/** The sets of pages that this app brings, each with a letter of its own. */
const LETTER_OF_PAGES: ReadonlyMap<string, string> = new Map([
  ["about-me", "A"],
  ["moving-on", "M"],
  ["worth-knowing", "W"],
]);
/** For an area's own sets. None of the letters above is among them. */
const OTHER_LETTERS = "BDEFGHJQRSTUVXYZ23456789";

/** Which letter says what a page is of; two sets of an area's own may share one. */
export const partLetter = (part: PaperPart, questionnaireId: string): string =>
  part === "page"
    ? (LETTER_OF_PAGES.get(questionnaireId) ?? OTHER_LETTERS.charAt(spreadOut(questionnaireId) % OTHER_LETTERS.length))
    : LETTER_OF_PART[part];

/** The part that a letter stands for; any letter that is no other's is a set of pages. */
export const partOfLetter = (letter: string): PaperPart =>
  (Object.keys(LETTER_OF_PART) as (keyof typeof LETTER_OF_PART)[]).find((part) => LETTER_OF_PART[part] === letter) ??
  "page";
