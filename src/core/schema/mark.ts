import { z } from "zod";
import { AgeBand } from "./age-band";
import { Id } from "./ids";
import { FromPaper } from "./paper";

/** An integer 0–100 along the line, always left to right: 0 needs a lot of support, 100 goes well. */
export const Position = z.int().min(0).max(100);
export type Position = z.infer<typeof Position>;

/** How the hand went: what the finger, key or voice did to put the mark there. */
export const MarkInput = z.enum(["drag", "tap", "key", "number", "words"]);
export type MarkInput = z.infer<typeof MarkInput>;

/**
 * How the view came to be the person's. `watched` and `told-through` are somebody else's understanding of it:
 * drawn as an open ○ and written "as Dad understands it". `from-paper` without `paper` was said of a page that has no code.
 */
export const MarkHow = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("self") }),
  z.looseObject({ kind: z.literal("helped-to-move") }),
  z.looseObject({ kind: z.literal("aac-or-sign") }),
  z.looseObject({ kind: z.literal("from-pictures") }),
  z.looseObject({ kind: z.literal("watched"), by: Id }),
  z.looseObject({ kind: z.literal("told-through"), by: Id }),
  z.looseObject({ kind: z.literal("from-paper"), paper: FromPaper.optional() }),
]);
export type MarkHow = z.infer<typeof MarkHow>;

/**
 * What one person said of one strand with their mark. `too-early` and `passed` are answers; `none` is none, and
 * none of the three is ever a position.
 *
 * Shape  `enteredBy` is who worked the device; `seenBefore` names whose marks this person had seen when marking;
 *        `band` is the age whose words stood under the line then: [Note: Words go with the mark].
 */
export const Mark = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("none") }),
  z.looseObject({
    kind: z.literal("placed"),
    position: Position,
    input: MarkInput,
    how: MarkHow,
    atMs: z.int(),
    enteredBy: Id,
    seenBefore: z.array(Id),
    band: AgeBand.optional(),
  }),
  z.looseObject({ kind: z.literal("too-early"), atMs: z.int(), enteredBy: Id, paper: FromPaper.optional() }),
  z.looseObject({ kind: z.literal("passed"), atMs: z.int(), enteredBy: Id, paper: FromPaper.optional() }),
]);
export type Mark = z.infer<typeof Mark>;
export type PlacedMark = Extract<Mark, { kind: "placed" }>;

/** Whether the mark is another's understanding rather than the person's own act; it is drawn open. */
export const isUnderstoodBy = (how: MarkHow): how is Extract<MarkHow, { by: string }> =>
  how.kind === "watched" || how.kind === "told-through";
