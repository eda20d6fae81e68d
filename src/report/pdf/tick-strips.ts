import type { Ticks } from "../paper-blocks";
import { BODY_WIDTH, EDGE, PAGE, PAPER_LOOKS } from "./page-look";
import type { PageWriter } from "./page-writer";
import { baselineIn } from "./paragraph-strips";
import { askedStrips } from "./room-strips";
import type { Strip } from "./strips";
import type { SetLine } from "./typesetter";

const BOX = 14;
const TO_TEXT = 9;
const BETWEEN = 24;
const ROW_PAD = 2;

interface Tick {
  readonly lines: readonly SetLine[];
  readonly width: number;
}

/** Boxes to tick with their words, as many to a row as fit, under what is asked. */
export const tickStrips = (writer: PageWriter, { label, items }: Ticks): readonly Strip[] => {
  const look = PAPER_LOOKS.tick;
  const asked = label === undefined ? [] : askedStrips(writer, label);
  const list = writer.tag(writer.root, "L");
  const rows = rowsOf(items.map((text) => tickOf(writer, text)));
  const drawn = rows.map((row, rowAt): Strip => {
    const height = Math.max(...row.map(({ lines }) => lines.length)) * look.line;
    return {
      before: rowAt === 0 ? 5 : 0,
      height: height + ROW_PAD,
      keep: rowAt < rows.length - 1,
      draw: (y) => {
        let from = 0;
        for (const tick of row) {
          drawTick(writer, list, tick, from, y);
          from += tick.width;
        }
      },
    };
  });
  return [...asked, ...drawn];
};

const widestOf = (lines: readonly SetLine[], size: number): number =>
  Math.max(0, ...lines.map(({ width }) => (width * size) / 1000));

const drawTick = (
  writer: PageWriter,
  list: ReturnType<PageWriter["tag"]>,
  { lines }: Tick,
  from: number,
  y: number,
): void => {
  const look = PAPER_LOOKS.tick;
  const item = writer.tag(list, "LI");
  const ltr = writer.direction === "ltr";
  const boxX = ltr ? PAGE.side + from : PAGE.side + BODY_WIDTH - from - BOX;
  writer.tag(item, "Lbl").draw(() => {
    writer.document
      .roundedRect(boxX, y + (look.line - BOX) / 2, BOX, BOX, 2.5)
      .lineWidth(1.1)
      .stroke(EDGE);
  });
  const words = writer.tag(item, "LBody");
  const width = widestOf(lines, look.size);
  const x = ltr ? boxX + BOX + TO_TEXT : boxX - TO_TEXT - width;
  lines.forEach((line, at) => {
    words.draw(() => {
      writer.line(line, { x, width, y: y + at * look.line + baselineIn(look) }, look);
    });
  });
};

const tickOf = (writer: PageWriter, text: string): Tick => {
  const look = PAPER_LOOKS.tick;
  const lines = writer.typesetter.lines({
    ...look,
    text,
    width: BODY_WIDTH - BOX - TO_TEXT,
    direction: writer.direction,
  });
  const width = widestOf(lines, look.size);
  return { lines, width: BOX + TO_TEXT + width + BETWEEN };
};

const rowsOf = (ticks: readonly Tick[]): readonly (readonly Tick[])[] => {
  const rows: Tick[][] = [];
  let filled = Infinity;
  for (const tick of ticks) {
    if (filled + tick.width > BODY_WIDTH + BETWEEN) {
      rows.push([]);
      filled = 0;
    }
    rows.at(-1)?.push(tick);
    filled += tick.width;
  }
  return rows;
};
