import { z } from "zod";
import { ChartRowShape, ShapeName } from "./chart/chart-shape";
import { EmptyLine, Fields, Room, Sheet, Ticks } from "./paper-blocks";

const Text = z.string();

/**
 * One piece of a document, whatever draws it.
 *
 * Shape  `said` is somebody's own words: it runs in its own direction, and each of its lines stands alone. `note` is
 *        smaller and softer. `label` leads in, in bold, to what follows on the same line. `keep` stays on one page with the first line of what follows; headings always do.
 */
export const Paragraph = z.object({
  kind: z.literal("paragraph"),
  label: Text.optional(),
  text: Text,
  look: z.enum(["plain", "lead", "note", "label", "said"]).default("plain"),
  keep: z.boolean().default(false),
});
export type Paragraph = z.infer<typeof Paragraph>;

export const Heading = z.object({
  kind: z.literal("heading"),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  text: Text,
});
export type Heading = z.infer<typeof Heading>;

/** Short things that belong together. `by` says whose words an item is, as "– Mum". */
export const List = z.object({
  kind: z.literal("list"),
  items: z.array(z.object({ text: Text, by: Text.optional() })),
});
export type List = z.infer<typeof List>;

/** Rows under headings; the first cell of a row names the row. A cell is some paragraphs. */
export const Table = z.object({
  kind: z.literal("table"),
  caption: Text,
  columns: z.array(z.object({ heading: Text, share: z.number().positive() })).min(1),
  rows: z.array(z.array(z.array(Paragraph))),
});
export type Table = z.infer<typeof Table>;

/** The nine lines. `alt` says in words all that is drawn, so a reader without the drawing misses nothing. */
export const Chart = z.object({
  kind: z.literal("chart"),
  alt: Text,
  ends: z.object({ left: Text, right: Text }),
  rows: z.array(z.object({ name: Text, words: Text, row: ChartRowShape })),
  key: z.object({
    title: Text,
    voices: z.array(z.object({ shape: ShapeName, initials: Text, name: Text })),
    open: Text.optional(),
    different: Text.optional(),
  }),
});
export type Chart = z.infer<typeof Chart>;

/** Words that must not be missed. */
export const Notice = z.object({ kind: z.literal("notice"), text: Text });
export type Notice = z.infer<typeof Notice>;

export const Block = z.discriminatedUnion("kind", [
  Heading,
  Paragraph,
  List,
  Table,
  Chart,
  Notice,
  Sheet,
  EmptyLine,
  Ticks,
  Room,
  Fields,
]);
export type Block = z.infer<typeof Block>;

/**
 * A document for one named reader: what it says and in which order, and nothing of how it is drawn.
 *
 * Shape  `running` stands on every page; `page` and `notPrintable` are texts with places to fill in.
 * Units  `madeAt` is a moment as `2026-11-22T14:02:00Z`.
 */
export const Document = z.object({
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
  title: Text,
  author: Text,
  madeAt: z.iso.datetime(),
  fileName: z.string(),
  running: z.object({
    practice: Text.optional(),
    top: Text,
    bottom: Text,
    page: Text,
  }),
  notPrintable: Text,
  blocks: z.array(Block),
});
export type Document = z.infer<typeof Document>;
