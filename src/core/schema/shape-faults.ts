import type { z } from "zod";

/** A place in a file and what is wrong there. Holds names and numbers, never what a person said. */
export interface ShapeFault {
  /** Keys and indexes joined by `/`; empty for the whole file. */
  readonly path: string;
  readonly reason: string;
}

/**
 * Turns a schema's complaints into places and reasons.
 *
 * Shape  zod's messages never quote a value, but they do quote keys; a key that is not a plain name may be somebody's
 *        words in the wrong place, so it is not repeated.
 */
export const shapeFaults = (error: z.ZodError): readonly ShapeFault[] =>
  error.issues.map((issue) => ({
    path: issue.path.map((step) => shownKey(String(step))).join("/"),
    reason:
      issue.code === "unrecognized_keys"
        ? `nothing is known here by the name ${issue.keys.map((key) => `"${shownKey(key)}"`).join(", ")}`
        : issue.message,
  }));

/** A key as a place may name it: a plain name, or the id of a section; anything else may be somebody's words. */
export const shownKey = (key: string): string => (PLAIN_NAME.test(key) || SECTION_ID.test(key) ? key : "…");

const PLAIN_NAME = /^[a-z0-9][A-Za-z0-9.-]{0,59}$/;
const SECTION_ID = /^[a-z-]+(?:\/[a-z0-9.-]+){0,2}\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
