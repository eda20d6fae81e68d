import type { ReadyFont, SetPiece } from "./ready-font";
import { turnedAround } from "./runs";
import type { ShapedGlyph } from "./shaper";
import { isUnseen } from "./typefaces";

/**
 * A run that was set as a whole, so that its letters know each other; words are cut out of it.
 *
 * Units  places count the letters of the run's text.
 */
export interface ShapedRun {
  readonly cut: (from: number, to: number) => SetPiece;
}

/** Runs come again, in one document and in the next person's copy: the font remembers how it set them. */
export const shapedOnce = (font: ReadyFont, text: string, rightToLeft: boolean): ShapedRun => {
  const key = rightToLeft ? `<${text}` : `>${text}`;
  const kept = font.runs.get(key);
  if (kept !== undefined) return kept;
  if (font.runs.size >= MOST_REMEMBERED) font.runs.clear();
  const run = shapedRun(font, text, rightToLeft);
  font.runs.set(key, run);
  return run;
};

const MOST_REMEMBERED = 2000;

const shapedRun = (font: ReadyFont, text: string, rightToLeft: boolean): ShapedRun => {
  const scale = 1000 / font.parsed.unitsPerEm;
  const letters = text.replaceAll("\u00a0", " ");
  const shaped = font.shaper?.(letters, rightToLeft) ?? plainGlyphs(font, letters, rightToLeft);
  const glyphsAt: ShapedGlyph[][] = [];
  for (const glyph of shaped) {
    if (isUnseen(letters.charAt(glyph.cluster))) continue;
    (glyphsAt[glyph.cluster] ??= []).push({
      ...glyph,
      xAdvance: glyph.xAdvance * scale,
      xOffset: glyph.xOffset * scale,
      yOffset: glyph.yOffset * scale,
    });
  }
  return {
    cut: (from, to) => {
      const glyphs: ShapedGlyph[] = [];
      for (let at = from; at < to; at += 1) {
        // From left to right as they are drawn: the last letter of a run that goes the other way comes first.
        const own = glyphsAt[rightToLeft ? to - 1 - (at - from) : at];
        if (own !== undefined) glyphs.push(...own);
      }
      return {
        font,
        text: letters.slice(from, to),
        // Bengali draws its letters in another order than they are read in; some letters are drawn as several glyphs.
        // Readers that turn Arabic and Hebrew round themselves would turn it twice.
        saysText: font.face === "bengali" || (!rightToLeft && glyphs.some(({ codePoints }) => codePoints.length === 0)),
        glyphs,
        width: glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
      };
    },
  };
};

const plainGlyphs = (font: ReadyFont, text: string, rightToLeft: boolean): readonly ShapedGlyph[] => {
  if (!rightToLeft) return glyphsFor(font, text);
  // Signs that belong to no script, in the middle of one that runs the other way: each by itself, mirrored.
  return Array.from(text)
    .flatMap((letter, at) => glyphsFor(font, turnedAround(letter)).map((glyph) => ({ ...glyph, cluster: at })))
    .reverse();
};

/**
 * The parser says which letters a glyph stands for, and nothing for one that is only part of the letter before it; nor
 * for a sign that no font has. So what is never drawn is kept from it, and the places are counted as if it had not been.
 */
const glyphsFor = ({ parsed }: ReadyFont, text: string): readonly ShapedGlyph[] => {
  const seenAt = Array.from({ length: text.length }, (_, at) => at).filter((at) => !isUnseen(text.charAt(at)));
  const { glyphs, positions } = parsed.layout(seenAt.map((at) => text.charAt(at)).join(""));
  let next = 0;
  let last = 0;
  return glyphs.map(({ id, codePoints }, at) => {
    const cluster = codePoints.length === 0 ? last : next;
    last = cluster;
    for (const codePoint of codePoints) next += codePoint > 0xffff ? 2 : 1;
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
    return { id, codePoints, cluster: seenAt[cluster] ?? 0, xAdvance, xOffset, yOffset };
  });
};
