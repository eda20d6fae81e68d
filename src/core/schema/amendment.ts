import { z } from "zod";
import { Id } from "./ids";
import { Section, Words } from "./section";

/** A correction of a finished profile: what, by whom, why. The old words stay beside it. Its section id begins `amendment/`. */
export const Amendment = Section.extend({ what: Words, byId: Id, why: Words, atMs: z.int() });
export type Amendment = z.infer<typeof Amendment>;
