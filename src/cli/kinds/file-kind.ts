import type { Result } from "#core/result";
import type { FileFault } from "../files/read-json-file";

/** A file that `validate` was given: it is JSON, and nothing else is known of it. */
export interface OpenedFile {
  readonly file: string;
  readonly content: unknown;
  /** What `--licence` says; only a questionnaire from elsewhere may need it. */
  readonly licence: string | undefined;
}

/** What was found right, in a few words; or every fault with its file and place. */
export type Checked = Result<string, readonly FileFault[]>;

/**
 * One kind of file that `validate` knows: how it is told apart, and how it is checked.
 *
 * Shape  `name` is how the refusal of an unknown file lists it; `is` looks at the name or at a field that every file of
 *        the kind has, and not at whether the file is right.
 */
export interface FileKind {
  readonly name: string;
  readonly is: (opened: OpenedFile) => boolean;
  readonly check: (opened: OpenedFile) => Checked;
}

/** The value of a field of what should be an object. */
export const fieldOf = (content: unknown, field: string): unknown =>
  typeof content === "object" && content !== null && Object.hasOwn(content, field)
    ? (content as Readonly<Record<string, unknown>>)[field]
    : undefined;
