/** The typefaces of a page, in the order in which a letter looks for one. Each is cut at build: scripts/document-fonts.mjs. */
export const TYPEFACES = ["latin", "wide", "arabic", "bengali", "hebrew"] as const;
export type Typeface = (typeof TYPEFACES)[number];
export type Weight = 400 | 700;

/** Whether letters change shape or order beside each other, so that HarfBuzz sets them. */
export const isShaped = (face: Typeface): boolean => face === "arabic" || face === "bengali" || face === "hebrew";

/** Where a typeface's file comes from: fetched in a worker, read from disk by the command line. */
export type FontFiles = (name: `${Typeface}-${Weight}`) => Promise<Uint8Array>;

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/;
const BENGALI = /[\u0980-\u09ff\u0964\u0965]/;
const HEBREW = /[\u0590-\u05ff\ufb1d-\ufb4f]/;

/** The typefaces that a text may need beside the first; nothing is fetched for letters that are not there. */
export const typefacesFor = (text: string, latinHas: (codePoint: number) => boolean): readonly Typeface[] => {
  const needsWide = [...new Set(text)].some(
    (letter) => letter >= " " && !latinHas(letter.codePointAt(0) ?? 0) && !isUnseen(letter),
  );
  return TYPEFACES.filter(
    (face) =>
      face === "latin" ||
      (face === "wide" && needsWide) ||
      (face === "arabic" && ARABIC.test(text)) ||
      (face === "bengali" && BENGALI.test(text)) ||
      (face === "hebrew" && HEBREW.test(text)),
  );
};

/** Marks of direction, joining and breaking: they act, and are never drawn. */
export const isUnseen = (letter: string): boolean => UNSEEN.test(letter);

const UNSEEN = /^[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f]$/;
