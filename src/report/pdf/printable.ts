import type { ReadyFont } from "./ready-font";
import { isUnseen } from "./typefaces";

/** What stands on the page in place of a sign that no typeface here can draw. */
export const NOT_PRINTABLE = "[?]";

export interface Printable {
  readonly text: string;
  /** Each sign that could not be drawn, as it was written. */
  readonly missing: readonly string[];
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;
const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Text as it can be drawn: what a reader takes for one sign is drawn whole by one typeface, or stands as `[?]` and is
 * named. Nothing is left out without a trace, and nothing becomes an empty box.
 */
export const printable = (text: string, fonts: readonly ReadyFont[]): Printable => {
  const clean = text.normalize("NFC").replace(CONTROL, " ");
  if (fonts[0] !== undefined && isDrawnBy(fonts[0], clean)) return { text: clean, missing: [] };
  const missing: string[] = [];
  const drawn = Array.from(segmenter.segment(clean), ({ segment }) => {
    if (fonts.some((font) => isDrawnBy(font, segment))) return segment;
    missing.push(segment);
    return NOT_PRINTABLE;
  });
  return { text: drawn.join(""), missing };
};

/** Whether a typeface has every letter of this text that is seen. */
export const isDrawnBy = ({ parsed }: ReadyFont, text: string): boolean => {
  for (const letter of text) {
    if (!parsed.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) && !isUnseen(letter)) return false;
  }
  return true;
};
