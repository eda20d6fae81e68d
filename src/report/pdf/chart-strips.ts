import type { Chart } from "../document";
import { drawVoice, letterDrop, type VoiceDrawing } from "./voice-shapes";
import { BODY_HEIGHT, BODY_WIDTH, DIFFERENT, EDGE, INK, ON_VOICES, PAGE, RULE, SOFT } from "./page-look";
import type { PageWriter, Tag } from "./page-writer";
import { baselineIn } from "./paragraph-strips";
import type { Strip } from "./strips";
import type { SetLine } from "./typesetter";

const NAME_WIDTH = 176;
const NAME = { size: 12.5, line: 16, weight: 700, colour: INK } as const;
const SMALL = { size: 11, line: 15, weight: 400, colour: SOFT } as const;
const LETTER_SIZE = 8.5;
const ROW_PAD = 4;
const ENDS_GAP = 16;

/**
 * The nine lines, drawn. Left is "needs a lot of support here" whatever the reading direction, so nothing here turns
 * around; only the names of the lines do.
 */
export const chartStrips = (writer: PageWriter, chart: Chart): readonly Strip[] => {
  const lettered = chart.rows.some(({ row }) => row.marks.some(({ initials }) => initials !== ""));
  const mark = lettered ? 17 : 15;
  const line = { from: PAGE.side + NAME_WIDTH + mark / 2 + 6, to: PAGE.side + BODY_WIDTH - mark / 2 - 2 };
  const rows = chart.rows.map((row) => rowDrawing(writer, row, { mark, line }));
  const ends = endsDrawing(writer, chart, { from: line.from - mark / 2, to: line.to + mark / 2 });
  const key = keyDrawings(writer, chart, mark);
  const drawings = [...rows, ends, ...key];
  const height = drawings.reduce((sum, each) => sum + each.height, 0);

  let figure: Tag | undefined;
  return drawings.map(({ height: own, draw }, index) => ({
    before: index === 0 ? 6 : 0,
    height: own,
    // The notice after it belongs to the picture.
    keep: height <= BODY_HEIGHT,
    draw: (y) => {
      figure ??= writer.tag(writer.root, "Figure", {
        alt: chart.alt,
        bbox: [PAGE.side, y, PAGE.side + BODY_WIDTH, Math.min(y + height, PAGE.height)],
      });
      figure.draw(() => {
        draw(y);
      });
    },
  }));
};

interface Drawing {
  readonly height: number;
  readonly draw: (y: number) => void;
}

interface Measures {
  readonly mark: number;
  readonly line: { readonly from: number; readonly to: number };
}

const rowDrawing = (writer: PageWriter, { name, row }: Chart["rows"][number], { mark, line }: Measures): Drawing => {
  const { document, typesetter, direction } = writer;
  const lines = typesetter.lines({ ...NAME, text: name, width: NAME_WIDTH - 12, direction });
  const lane = mark;
  const height = Math.max(lines.length * NAME.line, row.laneCount * lane) + 2 * ROW_PAD;
  const at = (position: number): number => line.from + (position / 100) * (line.to - line.from);
  return {
    height,
    draw: (top) => {
      const middle = top + height / 2;
      drawLines(writer, lines, { x: PAGE.side, width: NAME_WIDTH - 12, y: middle - (lines.length * NAME.line) / 2 });
      if (row.range !== undefined) {
        const { from, to } = row.range;
        document.roundedRect(at(from), middle - mark / 2, at(to) - at(from), mark, mark / 3).fill(DIFFERENT);
      }
      document.lineWidth(1.6).moveTo(line.from, middle).lineTo(line.to, middle);
      if (row.marks.length === 0) document.dash(3, { space: 4 });
      document.stroke(EDGE).undash();
      for (const each of row.marks) {
        const place = { x: at(each.position), y: middle + each.offset * lane, size: mark };
        drawVoice(document, each, place);
        drawInitials(writer, each, each.initials, place);
      }
    },
  };
};

const drawInitials = (
  writer: PageWriter,
  voice: VoiceDrawing,
  initials: string,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void => {
  const [line] = writer.typesetter.lines({
    text: initials,
    size: LETTER_SIZE,
    width: 100,
    weight: 700,
    direction: "ltr",
  });
  if (line === undefined || voice.ghost !== "no") return;
  const width = (line.width * LETTER_SIZE) / 1000;
  const look = { size: LETTER_SIZE, colour: voice.open ? INK : ON_VOICES[voice.shape] };
  const box = { x: x - width / 2, width, y: y + letterDrop(voice.shape, size) };
  writer.line(line, box, look);
};

/** The words at both ends of every line, once, under the last. */
const endsDrawing = (
  writer: PageWriter,
  { ends }: Chart,
  { from, to }: { readonly from: number; readonly to: number },
): Drawing => {
  const width = (to - from - ENDS_GAP) / 2;
  const set = (text: string) => writer.typesetter.lines({ ...SMALL, text, width, direction: writer.direction });
  const [left, right] = [set(ends.left), set(ends.right)];
  return {
    height: Math.max(left.length, right.length) * SMALL.line + 8,
    draw: (y) => {
      // Each at its own end of the line, whichever way its words run.
      left.forEach((line, at) => {
        drawAt(writer, line, from, y + at * SMALL.line);
      });
      right.forEach((line, at) => {
        drawAt(writer, line, to - (line.width * SMALL.size) / 1000, y + at * SMALL.line);
      });
    },
  };
};

const drawAt = (writer: PageWriter, line: SetLine, x: number, y: number): void => {
  const width = (line.width * SMALL.size) / 1000;
  writer.line(line, { x, width, y: y + baselineIn(SMALL) }, SMALL);
};

/** The key, as many to a row as there is room for. */
const keyDrawings = (writer: PageWriter, { key }: Chart, mark: number): readonly Drawing[] => {
  const entries = [
    ...key.voices.map(({ shape, initials, name }) => ({ name, initials, shape, open: false })),
    ...(key.open === undefined ? [] : [{ name: key.open, initials: "", shape: "child" as const, open: true }]),
    ...(key.different === undefined
      ? []
      : [{ name: key.different, initials: "", shape: "band" as const, open: false }]),
  ].map((entry) => {
    const lines = writer.typesetter.lines({
      ...SMALL,
      text: entry.name,
      width: BODY_WIDTH - 2 * mark,
      direction: writer.direction,
    });
    const text = Math.max(0, ...lines.map(({ width }) => (width * SMALL.size) / 1000));
    return { ...entry, lines, text, width: mark + 8 + text + 18 };
  });
  const rows: (typeof entries)[] = [];
  let filled = Infinity;
  for (const entry of entries) {
    if (filled + entry.width > BODY_WIDTH + 18) {
      rows.push([]);
      filled = 0;
    }
    rows.at(-1)?.push(entry);
    filled += entry.width;
  }
  return rows.map((row, index) => {
    const textHeight = Math.max(...row.map(({ lines }) => lines.length)) * SMALL.line;
    const height = Math.max(mark, textHeight) + 5;
    return {
      height: height + (index === 0 ? 8 : 0) + (index === rows.length - 1 ? 4 : 0),
      draw: (top: number) => {
        const y = top + (index === 0 ? 8 : 0);
        if (index === 0) rule(writer, top);
        let from = 0;
        for (const { shape, open, initials, lines, text, width } of row) {
          const start = writer.direction === "ltr" ? PAGE.side + from : PAGE.side + BODY_WIDTH - from - mark;
          const place = { x: start + mark / 2, y: y + height / 2, size: mark };
          if (shape === "band")
            writer.document
              .roundedRect(start, place.y - mark / 3, mark, mark / 1.5, mark / 4)
              .fillAndStroke(DIFFERENT, EDGE);
          else {
            drawVoice(writer.document, { shape, open, ghost: "no" }, place);
            drawInitials(writer, { shape, open, ghost: "no" }, initials, place);
          }
          const textX = writer.direction === "ltr" ? start + mark + 8 : start - 8 - text;
          lines.forEach((line, at) => {
            const atY = y + (height - lines.length * SMALL.line) / 2 + at * SMALL.line + baselineIn(SMALL);
            writer.line(line, { x: textX, width: text, y: atY }, SMALL);
          });
          from += width;
        }
      },
    };
  });
};

const rule = ({ document }: PageWriter, y: number): void => {
  document
    .lineWidth(0.7)
    .moveTo(PAGE.side, y)
    .lineTo(PAGE.side + BODY_WIDTH, y)
    .stroke(RULE);
};

const drawLines = (
  writer: PageWriter,
  lines: readonly SetLine[],
  { x, width, y }: { readonly x: number; readonly width: number; readonly y: number },
): void => {
  lines.forEach((line, at) => {
    writer.line(line, { x, width, y: y + at * NAME.line + baselineIn(NAME) }, NAME);
  });
};
