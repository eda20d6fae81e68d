/** The part of pdfkit 0.20 that is used here; the package brings no types. What is below its API is marked so. */
declare module "pdfkit" {
  export interface PdfRef {
    readonly data: Record<string, unknown>;
  }
  export interface PdfGlyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly codePoints: readonly number[];
  }
  /** A font as parsed by fontkit, which pdfkit brings. */
  export interface ParsedFont {
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly layout: (text: string) => {
      readonly glyphs: readonly PdfGlyph[];
      readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
    };
    readonly getGlyph: (id: number) => PdfGlyph;
    readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
  }
  /** Below the API: a font inside one document, with the glyphs that the document uses so far. */
  export interface EmbeddedFont {
    readonly id: string;
    readonly font: ParsedFont;
    readonly subset: { readonly includeGlyph: (glyphId: number) => number };
    readonly widths: number[];
    readonly unicode: (readonly number[])[];
    readonly ref: () => PdfRef;
  }
  /** A stretch of one page's content. */
  export interface StructContent {
    readonly refs: readonly unknown[];
  }
  export interface StructElement {
    readonly add: (child: StructElement | StructContent) => StructElement;
    readonly end: () => void;
  }
  export interface StructOptions {
    readonly alt?: string;
    readonly lang?: string;
    readonly actual?: string;
    readonly scope?: "Row" | "Column";
    readonly bbox?: readonly [number, number, number, number];
  }
  export interface Outline {
    readonly addItem: (title: string, options?: { readonly expanded?: boolean; readonly top?: number }) => Outline;
  }
  export interface Page {
    readonly fonts: Record<string, PdfRef>;
  }
  export interface PdfOptions {
    readonly size: "A4";
    readonly margin: number;
    readonly bufferPages: boolean;
    readonly autoFirstPage: boolean;
    readonly pdfVersion: "1.7";
    readonly subset: "PDF/UA";
    readonly tagged: boolean;
    readonly lang: string;
    readonly displayTitle: boolean;
    readonly font: null;
    readonly info: Readonly<Record<string, string | Date>>;
  }
  export default class PDFDocument {
    constructor(options: PdfOptions);
    info: Record<string, unknown>;
    readonly page: Page;
    readonly outline: Outline;
    /** Below the API: the font that was chosen last. */
    readonly _font: EmbeddedFont;
    endMetadata(): void;
    addPage(): this;
    switchToPage(index: number): unknown;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    registerFont(name: string, source: Uint8Array | ParsedFont): this;
    font(name: string): this;
    struct(tag: string, options?: StructOptions): StructElement;
    addStructure(element: StructElement): this;
    markContent(
      tag: string,
      options?: { readonly type?: string; readonly attached?: readonly string[]; readonly actual?: string },
    ): this;
    /** Begins content of a structure element; it lasts until `endMarkedContent`. */
    markStructureContent(tag: string): StructContent;
    endMarkedContent(): this;
    addContent(operators: string): this;
    save(): this;
    restore(): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    path(d: string): this;
    translate(x: number, y: number): this;
    rotate(degrees: number): this;
    scale(x: number, y: number): this;
    circle(x: number, y: number, radius: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    closePath(): this;
    lineWidth(width: number): this;
    lineCap(cap: "butt" | "round"): this;
    lineJoin(join: "miter" | "round"): this;
    dash(length: number, options: { readonly space: number }): this;
    undash(): this;
    fill(colour: string): this;
    stroke(colour: string): this;
    fillAndStroke(fill: string, stroke: string): this;
    end(): void;
  }
}

declare module "pdfkit/output" {
  import type PDFDocument from "pdfkit";
  export const toBytes: (document: PDFDocument) => Promise<Uint8Array>;
}

declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
