import bidiFactory from "bidi-js";
import { isDrawnBy } from "./printable";
import type { Fonts, ReadyFont } from "./ready-font";
import { isUnseen, type Weight } from "./typefaces";

/** A stretch of a paragraph in one typeface, one weight and one direction. `level` is odd from right to left. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly font: ReadyFont;
  readonly level: number;
}

/** A paragraph with its stretches in the order of its letters; `base` is the direction it runs in as a whole. */
export interface Itemised {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly base: "ltr" | "rtl";
}

const bidi = bidiFactory();
const HAS_RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff]/;
const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Cuts a printable paragraph into runs. The first `boldUntil` letters are bold, and all are where `weight` says so. */
export const itemise = (
  text: string,
  fonts: Fonts,
  { direction, weight, boldUntil }: { direction: "ltr" | "rtl" | "auto"; weight: Weight; boldUntil: number },
): Itemised => {
  const needsLevels = direction === "rtl" || HAS_RIGHT_TO_LEFT.test(text);
  const embedding = needsLevels ? bidi.getEmbeddingLevels(text, direction) : undefined;
  const runs: { start: number; end: number; font: ReadyFont; level: number }[] = [];
  for (const [start, letters] of lettersOf(text)) {
    const before = runs.at(-1);
    const font = fontFor(letters, fonts[start < boldUntil ? 700 : weight], before?.font);
    const level = embedding?.levels[start] ?? 0;
    if (before?.font === font && before.level === level) before.end = start + letters.length;
    else runs.push({ start, end: start + letters.length, font, level });
  }
  return { text, runs, base: (embedding?.paragraphs[0]?.level ?? 0) % 2 === 1 ? "rtl" : "ltr" };
};

/** Plain letters one by one; where some combine, as a reader sees them. */
const lettersOf = function* (text: string): Generator<readonly [start: number, letters: string]> {
  if (/^[ -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e]*$/.test(text)) {
    for (let at = 0; at < text.length; at += 1) yield [at, text.charAt(at)];
    return;
  }
  for (const { index, segment } of segmenter.segment(text)) yield [index, segment];
};

/** A space stays with the letters before it; everything else takes the first typeface that can draw it. */
const fontFor = (letters: string, fonts: readonly ReadyFont[], before: ReadyFont | undefined): ReadyFont => {
  const last = fonts.find((font) => font.face === before?.face);
  if (last !== undefined && (letters === " " || isUnseen(letters))) return last;
  const found = fonts.find((font) => isDrawnBy(font, letters)) ?? fonts[0];
  if (found === undefined) throw new Error("a page without a typeface");
  return found;
};

/** The runs of one line in the order in which they stand on the page: rule L2 of the bidirectional algorithm. */
export const inVisualOrder = <T extends { readonly level: number }>(runs: readonly T[]): readonly T[] => {
  const ordered = [...runs];
  const highest = Math.max(0, ...ordered.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < ordered.length; from += 1) {
      let to = from;
      while (to < ordered.length && (ordered[to]?.level ?? 0) >= level) to += 1;
      if (to > from) ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  }
  return ordered;
};

/** A stretch that runs from right to left in a typeface that is not shaped, as it is drawn from left to right. */
export const turnedAround = (text: string): string =>
  Array.from(segmenter.segment(text), ({ segment }) => bidi.getMirroredCharacter(segment) ?? segment)
    .reverse()
    .join("");
