import type { Text } from "./texts-people-read";

/** One use of a word that we never use, and why it may stand: about a program or a file, or about what we are not. */
export interface Allowed {
  readonly file: RegExp;
  /** The field of the file; without one, anywhere in it. */
  readonly at?: RegExp;
  readonly says: RegExp;
  readonly because: string;
}

export const ALLOWED: readonly Allowed[] = [
  {
    file: /^README\.md$/,
    says: /a malformed file is refused|a session of anybody else is refused/gi,
    because: "a program refuses a file and a session here; nobody says it of a person",
  },
  {
    file: /^docs\/(?:formats\.md|conformance\/|decisions\/)/,
    says: /(?<!\b(?:child|parent|family|mum|dad|they|who) )\brefus(?:ed|ing)\b/gi,
    because: "in these pages a program refuses a file or a request that it cannot take safely, and never a person",
  },
  {
    file: /^docs\/formats\.md$/,
    says: /what score prints/gi,
    because: "the name of a command; a score may stand in commands",
  },
  {
    file: /^docs\/assurance\/hazards\.md$/,
    says: /used to refuse an assessment or to delay it/gi,
    because: "the harm is named as it would be done to a family",
  },
  {
    file: /^questionnaires\/where-it-goes\/v\d+\/[^/]+\.json$/,
    at: /^(?:entries \S+ alsoTyped|smallWords) \d+$/,
    says: /^[\s\S]+$/g,
    because: "people type these to find a place; they are searched and never shown, which a test of its own holds",
  },
];

/** A text without the uses that are allowed in its file. */
export const withoutAllowed = (text: Text): string =>
  ALLOWED.filter((each) => standsIn(each, text)).reduce((rest, each) => rest.replaceAll(each.says, "…"), text.says);

/** Whether this is the file, and the field of it, in which the use is allowed. */
export const standsIn = (allowed: Allowed, { file, at }: Text): boolean =>
  allowed.file.test(file) && (allowed.at?.test(at) ?? true);
