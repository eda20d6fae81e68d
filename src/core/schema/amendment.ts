import { z } from "zod";
import { Id } from "./ids";
import { Section, Words } from "./section";

/**
 * A correction of a finished profile: what, by whom, why. The old words stay beside it.
 *
 * Shape  its section id is `amendment/<id>`; `byId` is the person who says so, not the one who typed it.
 * Units  `atMs` is milliseconds since 1970.
 */
export const Amendment = Section.extend({ what: Words, byId: Id, why: Words, atMs: z.int() });
export type Amendment = z.infer<typeof Amendment>;
