import type { ParsedFont } from "pdfkit";
import type { ShapedGlyph, Shaper } from "./shaper";
import type { Typeface, Weight } from "./typefaces";

/** One typeface in one weight, ready to measure and to draw with. */
export interface ReadyFont {
  readonly key: `${Typeface}-${Weight}`;
  readonly face: Typeface;
  readonly parsed: ParsedFont;
  /** Present where letters must be shaped. */
  readonly shaper?: Shaper;
  /** How runs were set so far, by direction and letters. */
  readonly runs: Map<string, { readonly cut: (from: number, to: number) => SetPiece }>;
}

/** In the order in which a letter looks for a typeface. */
export type Fonts = Readonly<Record<Weight, readonly ReadyFont[]>>;

/**
 * A piece of a line in one font, ready to draw.
 *
 * Units  width and glyphs in thousandths of the type size.
 */
export interface SetPiece {
  readonly font: ReadyFont;
  readonly text: string;
  /** The letters cannot be told from the glyphs one by one, so the page must say them beside. */
  readonly saysText: boolean;
  readonly glyphs: readonly ShapedGlyph[];
  readonly width: number;
}
