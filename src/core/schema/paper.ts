import { z } from "zod";
import { Id } from "./ids";
import { PlainDate } from "./plain-date";

/**
 * That something was copied from a printed page: who copied it, when, and which page.
 *
 * Shape    `code` is the page's own; `on` is the day that is written on it.
 * Missing  without `on` no day was written there.
 */
export const FromPaper = z.looseObject({
  by: Id,
  atMs: z.int(),
  code: z.string().max(40),
  on: PlainDate.optional(),
});
export type FromPaper = z.infer<typeof FromPaper>;
