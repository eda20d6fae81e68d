import PDFDocument from "pdfkit";
import type { Outline } from "pdfkit";
import { toBytes } from "pdfkit/output";
import { unreachable } from "#core/result";
import type { Block, Document, Heading } from "../document";
import { fill } from "../words/fill";
import { chartStrips } from "./chart-strips";
import { emptyLineStrips } from "./empty-line-strips";
import type { FontShelf } from "./font-shelf";
import { lettersIn } from "./letters-in";
import { BODY_BOTTOM, PAGE } from "./page-look";
import { createPageWriter, type PageWriter } from "./page-writer";
import { NOT_PRINTABLE, printable } from "./printable";
import { drawRunningLines } from "./running-lines";
import { fieldsStrips, roomStrips } from "./room-strips";
import { sheetStrips, withSheetHeads } from "./sheet-strips";
import { placeStrips, type Strip } from "./strips";
import { tableStrips } from "./table-strips";
import { headingStrips, listStrips, noticeStrips, paragraphStrips } from "./text-blocks";
import { tickStrips } from "./tick-strips";
import { createTypesetter } from "./typesetter";

/** A finished PDF. `missing` names each sign that stands in it as `[?]`. */
export interface MadePdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly missing: readonly string[];
}

/** Names each sign of a document that no typeface here can draw, before anything is made. */
export const findMissing = async (document: Document, shelf: FontShelf): Promise<readonly string[]> => {
  const letters = lettersIn(document);
  const fonts = await shelf.fontsFor(letters.join("\n"));
  return [...new Set(letters.flatMap((text) => printable(text, fonts[400]).missing))];
};

/**
 * Draws a document as a tagged PDF 1.7, shaped as PDF/UA-1.
 *
 * Shape  `onProgress` hears a share from 0 to 1 as pages fill.
 */
export const makePdf = async (
  document: Document,
  shelf: FontShelf,
  onProgress: (share: number) => void = () => undefined,
): Promise<MadePdf> => {
  const missing = await findMissing(document, shelf);
  const blocks: readonly Block[] =
    missing.length === 0 ? document.blocks : [...document.blocks, notPrintableBlock(document)];
  const typesetter = createTypesetter(await shelf.fontsFor(lettersIn({ ...document, blocks: [...blocks] }).join("\n")));
  const pdf = openPdf(document);
  const bytes = toBytes(pdf);
  pdf.addPage();
  const writer = createPageWriter(pdf, typesetter, document.direction);
  const bookmark = bookmarks(writer);
  const strips = withSheetHeads(
    blocks.map((block) => ({ block, strips: stripsOf(block, writer, bookmark) })),
    writer,
  );
  const pages = {
    top: PAGE.top,
    bottom: BODY_BOTTOM,
    next: () => {
      writer.endContent();
      pdf.addPage();
    },
  };
  let told = 0;
  placeStrips(strips, pages, (count) => {
    const share = count / strips.length;
    if (share - told < 0.1) return;
    told = share;
    onProgress(share);
  });
  writer.endContent();
  drawRunningLines(writer, document);
  const { count } = pdf.bufferedPageRange();
  pdf.end();
  return { bytes: await bytes, pages: count, missing };
};

const stripsOf = (
  block: Block,
  writer: PageWriter,
  bookmark: (heading: Heading, y: number) => void,
): readonly Strip[] => {
  switch (block.kind) {
    case "heading":
      return headingStrips(writer, block, bookmark);
    case "paragraph":
      return paragraphStrips(writer, block);
    case "list":
      return listStrips(writer, block);
    case "table":
      return tableStrips(writer, block);
    case "chart":
      return chartStrips(writer, block);
    case "notice":
      return noticeStrips(writer, block);
    case "sheet":
      return sheetStrips(writer, block);
    case "empty-line":
      return emptyLineStrips(writer, block);
    case "ticks":
      return tickStrips(writer, block);
    case "room":
      return roomStrips(writer, block);
    case "fields":
      return fieldsStrips(writer, block);
    default:
      return unreachable(block);
  }
};

const notPrintableBlock = ({ notPrintable }: Document): Block => ({
  kind: "paragraph",
  text: fill(notPrintable, { sign: NOT_PRINTABLE }),
  look: "note",
  keep: false,
});

const openPdf = ({ title, author, madeAt, language }: Document): PDFDocument => {
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    lang: language,
    displayTitle: true,
    font: null,
    info: {
      Title: unmarked(title),
      Author: unmarked(author),
      Creator: "Strandline",
      Producer: "Strandline",
      CreationDate: new Date(madeAt),
    },
  });
  // pdfkit writes a title into XML as it stands, so that a name with "&" would spoil the file's description.
  const endMetadata = pdf.endMetadata.bind(pdf);
  pdf.endMetadata = () => {
    pdf.info = Object.fromEntries(
      Object.entries(pdf.info).map(([key, value]) => [key, typeof value === "string" ? escapedXml(value) : value]),
    );
    endMetadata();
  };
  return pdf;
};

const unmarked = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, "");

const escapedXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Bookmarks as the headings stand under each other; the title itself is the document. */
const bookmarks = ({ outline }: PageWriter): ((heading: Heading, y: number) => void) => {
  let section: Outline = outline;
  return ({ level, text }, y) => {
    const options = { expanded: level < 2, top: Math.max(0, y - 8) };
    if (level === 3) section.addItem(unmarked(text), options);
    else section = outline.addItem(unmarked(text), options);
  };
};
