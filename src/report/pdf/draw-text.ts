import type PDFDocument from "pdfkit";
import type { EmbeddedFont } from "pdfkit";
import type { SetPiece } from "./ready-font";
import type { ShapedGlyph } from "./shaper";
import type { SetLine } from "./typesetter";

/** Draws set lines into one document. */
export type DrawLine = (line: SetLine, at: { readonly x: number; readonly y: number }, look: TextLook) => void;

export interface TextLook {
  readonly size: number;
  readonly colour: string;
}

/**
 * Makes the pen of one document. It writes glyphs as they were measured, below pdfkit's own text functions, which
 * would measure each line again and know neither offsets nor right to left.
 *
 * Units  points from the top left corner of the page; y is the line that letters stand on.
 */
export const createPen = (document: PDFDocument): DrawLine => {
  const embedded = new Map<string, EmbeddedFont>();
  const fontOf = ({ font }: SetPiece): EmbeddedFont => {
    const kept = embedded.get(font.key) ?? document.registerFont(font.key, font.parsed).font(font.key)._font;
    embedded.set(font.key, kept);
    return kept;
  };

  return ({ pieces }, { x, y }, { size, colour }) => {
    let atX = x;
    for (const piece of pieces) {
      const font = fontOf(piece);
      document.page.fonts[font.id] ??= font.ref();
      const operators = `BT ${colourOperator(colour)} /${font.id} ${size} Tf ${glyphOperators(font, piece.glyphs, atX, y, size)} ET`;
      if (piece.saysText) {
        document.markContent("Span", { actual: piece.text });
        document.addContent(operators);
        document.endMarkedContent();
      } else document.addContent(operators);
      atX += (piece.width * size) / 1000;
    }
  };
};

/** One `TJ` for glyphs that stand on the line; a glyph that is moved off it gets a place of its own. */
const glyphOperators = (
  font: EmbeddedFont,
  glyphs: readonly ShapedGlyph[],
  x: number,
  y: number,
  size: number,
): string => {
  const written: string[] = [];
  let shown: string[] = [];
  let penAt = 0;
  let from = 0;
  // Asked of the font once: it looks it up in its tables each time.
  const scale = 1000 / font.font.unitsPerEm;
  const flush = (): void => {
    // The page counts downwards and letters stand upright, so the text's own axis is turned back.
    if (shown.length > 0)
      written.push(`1 0 0 -1 ${number(x + (from * size) / 1000)} ${number(y)} Tm [${shown.join("")}] TJ`);
    shown = [];
  };
  for (const glyph of glyphs) {
    const id = font.subset.includeGlyph(glyph.id);
    const ownWidth = (font.widths[id] ??= font.font.getGlyph(glyph.id).advanceWidth * scale);
    font.unicode[id] ??= glyph.codePoints.length > 0 ? glyph.codePoints : [WORD_JOINER];
    const hex = `<${id.toString(16).padStart(4, "0")}>`;
    if (glyph.xOffset !== 0 || glyph.yOffset !== 0) {
      flush();
      const glyphX = x + ((penAt + glyph.xOffset) * size) / 1000;
      const glyphY = y - (glyph.yOffset * size) / 1000;
      written.push(`1 0 0 -1 ${number(glyphX)} ${number(glyphY)} Tm ${hex} Tj`);
    } else {
      if (shown.length === 0) from = penAt;
      shown.push(hex);
      const kern = ownWidth - glyph.xAdvance;
      if (Math.abs(kern) > 0.05) shown.push(number(kern));
    }
    penAt += glyph.xAdvance;
  }
  flush();
  return written.join(" ");
};

/** Stands for a glyph that is only part of a letter: it is never seen, and parts no word. */
const WORD_JOINER = 0x2060;

const colourOperator = (colour: string): string =>
  `${[1, 3, 5].map((at) => number(parseInt(colour.slice(at, at + 2), 16) / 255)).join(" ")} rg`;

const number = (value: number): string => String(Math.round(value * 1000) / 1000);
