import { err, ok, type Result } from "#core/result";
import enGB from "./en-GB.json";

/** Every word that a document adds to what people said. English is the pattern that each language follows. */
export type ReportWords = typeof enGB;

/** A language in which documents can be made, with the direction and the dates that go with it. */
export interface DocumentLanguage {
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  /** For dates and lists. */
  readonly locale: string;
  readonly words: ReportWords;
}

const english: DocumentLanguage = { tag: "en-GB", direction: "ltr", locale: "en-GB", words: enGB };

/**
 * The words of documents in one language.
 *
 * Errors  `NoWords` for a language in which no document can be made yet, with those in which one can.
 */
export const documentLanguage = (tag: string): Result<DocumentLanguage, NoWords> =>
  tag === english.tag || tag === "en" ? ok(english) : err({ type: "NoWords", tag, known: [english.tag] });

export interface NoWords {
  readonly type: "NoWords";
  readonly tag: string;
  readonly known: readonly string[];
}
