import type PDFDocument from "pdfkit";
import { FINGERS, GROUND, type Hand, HANDS, type LinePlace, PALM, PLACE_PICTURE, STAR } from "../chart/place-pictures";
import type { EmptyLine } from "../paper-blocks";
import { ACCENT, BODY_WIDTH, INK, PAGE, PAPER_LOOKS, type TypeLook, WASH } from "./page-look";
import type { PageWriter } from "./page-writer";
import { baselineIn } from "./paragraph-strips";
import type { Strip } from "./strips";
import type { SetLine } from "./typesetter";

/** Room for a hand above and below the line. */
const ABOVE = 36;
const BELOW = 22;
const TICK = 9;
const GAP = 16;
const COLUMN = (BODY_WIDTH - 2 * GAP) / 3;
const PICTURE_WIDTH = 62;
const PICTURE_HEIGHT = (PICTURE_WIDTH / PLACE_PICTURE.width) * PLACE_PICTURE.height;
const PLACES: readonly LinePlace[] = ["left", "middle", "right"];

/**
 * An empty line with the words under its left, its middle and its right, as on the screen. Left is "needs a lot of
 * support here" whichever way its words run.
 */
export const emptyLineStrips = (writer: PageWriter, { alt, pictures, places }: EmptyLine): readonly Strip[] => {
  const columns = places.map(({ words, about }, at) => columnOf(writer, words, about, at));
  const wordsHeight = Math.max(...columns.map(({ height }) => height));
  const figure = writer.tag(writer.root, "Figure", { alt });
  return [
    {
      before: 0,
      height: ABOVE + BELOW + (pictures ? PICTURE_HEIGHT + 6 : 0),
      keep: true,
      draw: (y) => {
        figure.draw(() => {
          drawLine(writer.document, y + ABOVE);
          if (!pictures) return;
          PLACES.forEach((place, at) => {
            drawPicture(writer.document, place, {
              x: columnX(at) + (place === "left" ? 0 : place === "middle" ? 0.5 : 1) * (COLUMN - PICTURE_WIDTH),
              y: y + ABOVE + BELOW - 4,
            });
          });
        });
      },
    },
    {
      before: 0,
      height: wordsHeight + 6,
      keep: true,
      draw: (y) => {
        for (const { draw } of columns) draw(y);
      },
    },
  ];
};

const columnX = (at: number): number => PAGE.side + at * (COLUMN + GAP);

const columnOf = (writer: PageWriter, words: string, about: string | undefined, at: number) => {
  const tag = writer.tag(writer.root, "P");
  const set = (text: string, look: TypeLook) =>
    writer.typesetter
      .lines({ ...look, text, width: COLUMN, direction: writer.direction })
      .map((line) => ({ line, look }));
  const lines = [
    ...set(words, PAPER_LOOKS.place),
    ...(about === undefined ? [] : set(about, PAPER_LOOKS.about)),
  ] satisfies readonly { readonly line: SetLine; readonly look: TypeLook }[];
  return {
    height: lines.reduce((sum, { look }) => sum + look.line, 0) + PAPER_LOOKS.place.after,
    draw: (y: number): void => {
      let atY = y;
      tag.draw(() => {
        for (const { line, look } of lines) {
          const width = (line.width * look.size) / 1000;
          // Words stand at their own place of the line: the left ones at its left, the right ones at its right.
          const x = columnX(at) + (at / 2) * (COLUMN - width);
          writer.line(line, { x, width, y: atY + baselineIn(look) }, look);
          atY += look.line;
        }
      });
    },
  };
};

const drawLine = (document: PDFDocument, y: number): void => {
  const [from, to] = [PAGE.side + 2, PAGE.side + BODY_WIDTH - 2];
  document.lineWidth(1.8).lineCap("round").moveTo(from, y).lineTo(to, y);
  for (const end of [from, to]) document.moveTo(end, y - TICK).lineTo(end, y + TICK);
  document.stroke(INK).lineCap("butt");
};

const drawPicture = (document: PDFDocument, place: LinePlace, { x, y }: { readonly x: number; readonly y: number }) => {
  const scale = PICTURE_WIDTH / PLACE_PICTURE.width;
  document.save().translate(x, y).scale(scale, scale).lineWidth(4).lineCap("round").lineJoin("round");
  for (const hand of HANDS[place]) drawHand(document, hand);
  if (HANDS[place].length === 0) document.path(GROUND).stroke(ACCENT);
  document.lineWidth(3).path(STAR).fillAndStroke(WASH, INK);
  document.restore();
};

const drawHand = (document: PDFDocument, { x, y, turned, mirrored }: Hand): void => {
  document
    .save()
    .translate(x, y)
    .rotate(turned)
    .scale(mirrored ? -1 : 1, 1);
  document.path(FINGERS).stroke(ACCENT);
  document.path(PALM).fill(ACCENT);
  document.restore();
};
