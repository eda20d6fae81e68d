import type { TextPart } from "./pieces";

/** What a text is put together from: `head` and `foot` always stand; `leftOut` says which parts did not fit. */
export interface TextToFit {
  readonly head: string;
  readonly parts: readonly TextPart[];
  readonly foot: string;
  readonly leftOut: (titles: readonly string[]) => string;
  readonly atMost: number;
}

/**
 * One text with as many whole pieces as fit, the first ones first, and words on what did not.
 *
 * Laws  1. it is never longer than `atMost`, where its head, its foot and the words on what is left out fit
 *       2. each piece stands whole or not at all, and a part that lost one is named
 *       (tests/unit/report/text/)
 */
export const fitText = (toFit: TextToFit): string => {
  const whole = composed(toFit, toFit.parts, "");
  if (whole.length <= toFit.atMost) return whole;
  // Room is kept for naming every part, so that what is taken in never has to make way again.
  const reserved = toFit.leftOut(toFit.parts.map(({ title }) => title));
  let taken: readonly TextPart[] = toFit.parts.map(({ title }) => ({ title, pieces: [] }));
  toFit.parts.forEach(({ pieces }, at) => {
    for (const piece of pieces) {
      const more = taken.map((part, each) => (each === at ? { ...part, pieces: [...part.pieces, piece] } : part));
      if (composed(toFit, more, reserved).length <= toFit.atMost) taken = more;
    }
  });
  const short = toFit.parts.filter(({ pieces }, at) => pieces.length > (taken[at]?.pieces.length ?? 0));
  return composed(toFit, taken, toFit.leftOut(short.map(({ title }) => title)));
};

const composed = ({ head, foot }: TextToFit, parts: readonly TextPart[], leftOut: string): string =>
  [
    head,
    ...parts.filter(({ pieces }) => pieces.length > 0).map(({ title, pieces }) => [title, ...pieces].join("\n")),
    leftOut,
    foot,
  ]
    .filter((each) => each !== "")
    .join("\n\n");
