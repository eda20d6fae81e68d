import LineBreaker from "linebreak";
import { printable } from "./printable";
import type { Fonts, SetPiece } from "./ready-font";
import { inVisualOrder, itemise, type Itemised } from "./runs";
import { shapedOnce } from "./shaped-run";
import type { Weight } from "./typefaces";

/** One line; its pieces stand from left to right. */
export interface SetLine {
  readonly pieces: readonly SetPiece[];
  readonly width: number;
  readonly base: "ltr" | "rtl";
}

export interface ToSet {
  readonly text: string;
  readonly size: number;
  readonly width: number;
  readonly weight?: Weight;
  /** How many letters at the beginning are bold. */
  readonly boldUntil?: number;
  /** `auto` goes by the first letter that has a direction. */
  readonly direction: "ltr" | "rtl" | "auto";
}

export interface Typesetter {
  readonly lines: (toSet: ToSet) => readonly SetLine[];
  /** Every sign so far that no typeface could draw. */
  readonly missing: () => readonly string[];
}

/** Breaks paragraphs into lines. Each word is measured once, and drawn as it was measured. */
export const createTypesetter = (fonts: Fonts): Typesetter => {
  const missing = new Set<string>();
  return {
    lines: ({ text, size, width, weight = 400, boldUntil = 0, direction }) => {
      const drawable = printable(text, fonts[weight]);
      for (const sign of drawable.missing) missing.add(sign);
      const itemised = itemise(drawable.text, fonts, { direction, weight, boldUntil });
      const room = (width / size) * 1000;
      const lines: SetLine[] = [];
      let words: Word[] = [];
      let filled = 0;
      for (const word of wordsOf(itemised, room)) {
        if (words.length > 0 && filled + word.bare.width > room) {
          lines.push(lineOf(words, itemised.base));
          [words, filled] = [[], 0];
        }
        words.push(word);
        filled += word.bare.width + word.space.width;
      }
      if (words.length > 0) lines.push(lineOf(words, itemised.base));
      return lines;
    },
    missing: () => [...missing],
  };
};

/** Some letters as pieces in the order of reading, each with its level. */
interface Stretch {
  readonly pieces: readonly { readonly level: number; readonly piece: SetPiece }[];
  readonly width: number;
}

/** What stands together on a line, and the space after it, which may hang over the edge. */
interface Word {
  readonly bare: Stretch;
  readonly space: Stretch;
}

const stretchOf = ({ text, runs }: Itemised, start: number, end: number): Stretch => {
  const pieces = runs.flatMap((run) => {
    const [from, to] = [Math.max(run.start, start), Math.min(run.end, end)];
    if (from >= to) return [];
    const shaped = shapedOnce(run.font, text.slice(run.start, run.end), run.level % 2 === 1);
    return [{ level: run.level, piece: shaped.cut(from - run.start, to - run.start) }];
  });
  return { pieces, width: pieces.reduce((sum, { piece }) => sum + piece.width, 0) };
};

/** Where lines may break; a word wider than a whole line may break anywhere between two letters. */
const wordsOf = (itemised: Itemised, room: number): readonly Word[] =>
  breaksOf(itemised.text).flatMap(([start, end]) => {
    const letters = itemised.text.slice(start, end);
    const bareEnd = start + letters.trimEnd().length;
    const word = { bare: stretchOf(itemised, start, bareEnd), space: stretchOf(itemised, bareEnd, end) };
    if (word.bare.width <= room) return [word];
    return Array.from(segmenter.segment(letters), ({ index, segment }) => ({
      bare: stretchOf(itemised, start + index, start + index + segment.length),
      space: NOTHING,
    }));
  });

const NOTHING: Stretch = { pieces: [], width: 0 };

const lineOf = (words: readonly Word[], base: "ltr" | "rtl"): SetLine => {
  const inOrder = words.flatMap(({ bare, space }, at) => [
    ...bare.pieces,
    ...(at === words.length - 1 ? [] : space.pieces),
  ]);
  const pieces = joined(inVisualOrder(inOrder).map(({ piece }) => piece));
  return { pieces, width: pieces.reduce((sum, { width }) => sum + width, 0), base };
};

/** Neighbours in one font become one piece, which is written in one go. */
const joined = (pieces: readonly SetPiece[]): readonly SetPiece[] => {
  const found: SetPiece[][] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last?.[0]?.font === piece.font && last[0].saysText === piece.saysText) last.push(piece);
    else found.push([piece]);
  }
  return found.flatMap((alike) => {
    const [first] = alike;
    if (first === undefined || alike.length === 1) return alike;
    return [
      {
        ...first,
        text: alike.map(({ text }) => text).join(""),
        glyphs: alike.flatMap(({ glyphs }) => glyphs),
        width: alike.reduce((sum, { width }) => sum + width, 0),
      },
    ];
  });
};

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

const breaksOf = (text: string): readonly (readonly [start: number, end: number])[] => {
  const breaker = new LineBreaker(text);
  const found: [number, number][] = [];
  let start = 0;
  for (let at = breaker.nextBreak(); at !== null; at = breaker.nextBreak()) {
    if (at.position > start) found.push([start, at.position]);
    start = at.position;
  }
  return found;
};
