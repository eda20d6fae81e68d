import { z } from "zod";
import { Slug } from "./ids";

/** Why there is no answer. [Note: Missing is not zero]: none of these ever adds a point. */
export const MissingWhy = z.enum(["not-asked", "dont-know", "prefer-not-to-say"]);
export type MissingWhy = z.infer<typeof MissingWhy>;

/**
 * One person's answer to one prompt; the choice itself is kept beside its points.
 *
 * Units  points run 0–4 as the choice carries them, before any reversal.
 */
export const Answer = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("answered"), choice: Slug, points: z.int().min(0).max(4) }),
  z.looseObject({ kind: z.literal("does-not-apply") }),
  z.looseObject({ kind: z.literal("missing"), why: MissingWhy }),
]);
export type Answer = z.infer<typeof Answer>;

export type Answers = Readonly<Record<string, Answer>>;
