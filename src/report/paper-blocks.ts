import { z } from "zod";

const Text = z.string();

/**
 * Begins a page of its own that is filled in by hand. Its code stands on it, and on every page that it runs on to.
 *
 * Shape  `label` says what the code is, `whose` for whom the page is; where it is `open` a name is written after it.
 */
export const Sheet = z.object({ kind: z.literal("sheet"), label: Text, code: Text, whose: Text, open: z.boolean() });
export type Sheet = z.infer<typeof Sheet>;

/**
 * A line to mark, with what stands under its left, its middle and its right; never turned around.
 *
 * Shape  `alt` says in words what is drawn. `pictures` are those of a child's own line.
 */
export const EmptyLine = z.object({
  kind: z.literal("empty-line"),
  alt: Text,
  pictures: z.boolean(),
  places: z.tuple([
    z.object({ words: Text, about: Text.optional() }),
    z.object({ words: Text, about: Text.optional() }),
    z.object({ words: Text, about: Text.optional() }),
  ]),
});
export type EmptyLine = z.infer<typeof EmptyLine>;

/** Boxes to tick, as many to a row as there is room for. */
export const Ticks = z.object({ kind: z.literal("ticks"), label: Text.optional(), items: z.array(Text).min(1) });
export type Ticks = z.infer<typeof Ticks>;

/** Ruled lines for somebody's words, under what is asked; without a label under the heading before it. */
export const Room = z.object({ kind: z.literal("room"), label: Text.optional(), lines: z.int().min(1) });
export type Room = z.infer<typeof Room>;

/** Short places to write in, side by side, each after its own words. */
export const Fields = z.object({
  kind: z.literal("fields"),
  items: z.array(z.object({ label: Text, share: z.number().positive() })).min(1),
});
export type Fields = z.infer<typeof Fields>;
