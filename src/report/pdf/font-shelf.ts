import PDFDocument, { type ParsedFont } from "pdfkit";
import type { Fonts, ReadyFont } from "./ready-font";
import { createShaper } from "./shaper";
import { type FontFiles, isShaped, type Typeface, typefacesFor, type Weight } from "./typefaces";

/** The fonts that have been fetched and parsed; they stay for the next document. */
export interface FontShelf {
  /** Fetches what this text needs; the answer is in the order in which a letter looks for a typeface. */
  readonly fontsFor: (text: string) => Promise<Fonts>;
}

export const createFontShelf = (files: FontFiles): FontShelf => {
  const ready = new Map<string, Promise<ReadyFont>>();
  const take = (face: Typeface, weight: Weight): Promise<ReadyFont> => {
    const key = `${face}-${weight}` as const;
    const kept = ready.get(key) ?? prepare(key, face, files);
    ready.set(key, kept);
    return kept;
  };
  return {
    fontsFor: async (text) => {
      const { parsed } = await take("latin", 400);
      const faces = typefacesFor(text, (codePoint) => parsed.hasGlyphForCodePoint(codePoint));
      const weights = async (weight: Weight) => Promise.all(faces.map((face) => take(face, weight)));
      const [regular, bold] = await Promise.all([weights(400), weights(700)]);
      return { 400: regular, 700: bold };
    },
  };
};

const prepare = async (key: ReadyFont["key"], face: Typeface, files: FontFiles): Promise<ReadyFont> => {
  const bytes = await files(key);
  const parsed = parse(key, bytes);
  return {
    key,
    face,
    parsed,
    runs: new Map(),
    ...(isShaped(face) ? { shaper: await createShaper(bytes) } : {}),
  };
};

/** pdfkit parses fonts for the document that uses them; a document that nobody prints lends its parser. */
const parse = (key: string, bytes: Uint8Array): ParsedFont =>
  new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: false,
    lang: "en",
    displayTitle: false,
    font: null,
    info: {},
  })
    .registerFont(key, bytes)
    .font(key)._font.font;
