/**
 * One glyph of a shaped piece of text.
 *
 * Units    of the font, not yet of the page.
 * Missing  no `codePoints` where the glyph is only part of a letter that another carries.
 */
export interface ShapedGlyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  /** Which letter of the text it belongs to: the place of the first, where it stands for several. */
  readonly cluster: number;
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** Sets letters that join, stack or change order; the glyphs come from left to right as they are drawn. */
export type Shaper = (text: string, rightToLeft: boolean) => readonly ShapedGlyph[];

/** Makes a shaper from a font's bytes. HarfBuzz loads with the first one: a document in Latin letters never needs it. */
export const createShaper = async (bytes: Uint8Array): Promise<Shaper> => {
  const harfbuzz = await import("harfbuzzjs");
  const blob = new harfbuzz.Blob(bytes.slice().buffer);
  const font = new harfbuzz.Font(new harfbuzz.Face(blob, 0));
  return (text, rightToLeft) => {
    const buffer = new harfbuzz.Buffer();
    buffer.addText(text);
    // Each letter its own cluster, so that an accent keeps its own letter when the text is copied.
    buffer.setClusterLevel(harfbuzz.ClusterLevel.MONOTONE_CHARACTERS);
    buffer.guessSegmentProperties();
    buffer.setDirection(rightToLeft ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
    harfbuzz.shape(font, buffer);
    const glyphs = buffer.getGlyphInfosAndPositions();
    const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b);
    const mapped = new Set<number>();
    return glyphs.map(({ codepoint, cluster, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
      const end = starts[starts.indexOf(cluster) + 1] ?? text.length;
      const letters = Array.from(text.slice(cluster, end), (letter) => letter.codePointAt(0) ?? 0);
      const first = !mapped.has(cluster);
      mapped.add(cluster);
      return { id: codepoint, codePoints: first ? letters : [], cluster, xAdvance, xOffset, yOffset };
    });
  };
};
