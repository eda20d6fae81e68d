import type { Text } from "./texts-people-read";

/** One use of a word that we never use, and why it may stand: about a program or a file, or about what we are not. */
export interface Allowed {
  readonly file: RegExp;
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
];

/** A text without the uses that are allowed in its file. */
export const withoutAllowed = ({ file, says }: Text): string =>
  ALLOWED.filter((each) => each.file.test(file)).reduce((rest, each) => rest.replaceAll(each.says, "…"), says);
