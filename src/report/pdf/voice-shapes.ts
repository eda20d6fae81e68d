import type PDFDocument from "pdfkit";
import type { VoiceShape } from "../chart/layout";
import { EDGE, PAPER, VOICE_COLOURS } from "./page-look";

/** How one voice is drawn: filled, or as an outline where somebody else understood the view. */
export interface VoiceDrawing {
  readonly shape: VoiceShape;
  readonly open: boolean;
  readonly ghost: "no" | "comparable" | "not-comparable";
}

/** Draws one shape around a point: circle, triangle, square, diamond or cross, each told by its outline alone. */
export const drawVoice = (
  document: PDFDocument,
  { shape, open, ghost }: VoiceDrawing,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void => {
  const r = size / 2;
  const colour = ghost === "no" ? VOICE_COLOURS[shape] : EDGE;
  const hollow = open || ghost === "not-comparable";
  if (shape === "agreed") {
    const arm = r * 0.72;
    document.lineCap("round").lineWidth(hollow ? size * 0.1 : size * 0.19);
    document
      .moveTo(x - arm, y - arm)
      .lineTo(x + arm, y + arm)
      .moveTo(x + arm, y - arm)
      .lineTo(x - arm, y + arm);
    document.stroke(colour).lineCap("butt");
    return;
  }
  document.lineJoin("round").lineWidth(hollow ? size * 0.13 : 0.8);
  if (shape === "child") document.circle(x, y, r * 0.84);
  else if (shape === "family")
    document
      .moveTo(x, y - r * 0.92)
      .lineTo(x + r * 0.96, y + r * 0.8)
      .lineTo(x - r * 0.96, y + r * 0.8)
      .closePath();
  else if (shape === "setting") document.rect(x - r * 0.78, y - r * 0.78, r * 1.56, r * 1.56);
  else
    document
      .moveTo(x, y - r)
      .lineTo(x + r, y)
      .lineTo(x, y + r)
      .lineTo(x - r, y)
      .closePath();
  // A white edge keeps shapes apart on a printer that knows only grey.
  document.fillAndStroke(hollow ? PAPER : colour, hollow ? colour : PAPER).lineJoin("miter");
};

/** Where initials stand inside a shape: a triangle is wide at its foot. */
export const letterDrop = (shape: VoiceShape, size: number): number => (shape === "family" ? size * 0.3 : size * 0.15);
