import type { Paragraph, Table } from "../document";
import { BODY_WIDTH, CELL_LOOKS, EDGE, PAGE, RULE, type TypeLook, WASH } from "./page-look";
import type { PageWriter } from "./page-writer";
import { baselineIn } from "./paragraph-strips";
import type { Strip } from "./strips";
import { paragraphLines } from "./text-blocks";
import type { SetLine } from "./typesetter";

const PAD_X = 8;
const PAD_Y = 8;
/** A row up to this height stays whole; a longer one is cut between lines, in slices no higher than the second. */
const WHOLE_ROW = 320;
const SLICE = 60;

interface CellLine {
  readonly line: SetLine;
  readonly look: TypeLook;
  readonly height: number;
}

/** A table: its head stays with the first row, and stands again on every further page that it reaches. */
export const tableStrips = (writer: PageWriter, table: Table): readonly Strip[] => {
  const columns = columnsOf(writer, table);
  const headLook = { ...CELL_LOOKS.label, before: 0 };
  const headCells = table.columns.map(({ heading }, at) =>
    linesIn(writer, [{ kind: "paragraph", text: heading, look: "label", keep: false }], columns[at]?.width ?? 0),
  );
  const headHeight = Math.max(0, ...headCells.map(heightOf)) + 2 * PAD_Y - headLook.after;
  const drawHeadGround = (y: number): void => {
    writer.artifact(() => {
      writer.document.rect(PAGE.side, y, BODY_WIDTH, headHeight).fill(WASH);
      writer.document
        .lineWidth(1)
        .moveTo(PAGE.side, y + headHeight)
        .lineTo(PAGE.side + BODY_WIDTH, y + headHeight)
        .stroke(EDGE);
    });
  };
  const drawCell = (lines: readonly CellLine[], column: Column, y: number): void => {
    let atY = y;
    for (const { line, look, height } of lines) {
      writer.line(line, { x: column.x + PAD_X, width: column.width - 2 * PAD_X, y: atY + baselineIn(look) }, look);
      atY += height;
    }
  };

  const tableTag = writer.tag(writer.root, "Table");
  const headTag = writer.tag(tableTag, "TR");
  const headTags = table.columns.map(() => writer.tag(headTag, "TH", { scope: "Column" }));
  const head: Strip = {
    before: 4,
    height: headHeight,
    keep: true,
    draw: (y) => {
      drawHeadGround(y);
      columns.forEach((column, at) => {
        headTags[at]?.draw(() => {
          drawCell(headCells[at] ?? [], column, y + PAD_Y);
        });
      });
    },
  };
  const headAgain = {
    height: headHeight + PAD_Y,
    draw: (y: number) => {
      drawHeadGround(y);
      writer.artifact(() => {
        columns.forEach((column, at) => {
          drawCell(headCells[at] ?? [], column, y + PAD_Y);
        });
      });
    },
  };

  const rows = table.rows.flatMap((row, rowAt): readonly Strip[] => {
    const cells = columns.map(({ width }, at) => linesIn(writer, row[at] ?? [], width));
    const rowTag = writer.tag(tableTag, "TR");
    const tags = cells.map((_, at) => writer.tag(rowTag, at === 0 ? "TH" : "TD", at === 0 ? { scope: "Row" } : {}));
    const slices = slicesOf(cells);
    return slices.map((slice, at) => {
      const first = at === 0;
      const last = at === slices.length - 1;
      const height = Math.max(0, ...slice.map(heightOf)) + (first ? PAD_Y : 0) + (last ? PAD_Y - 2 : 0);
      return {
        before: 0,
        height: height + (last && rowAt === table.rows.length - 1 ? 8 : 0),
        keep: false,
        head: headAgain,
        draw: (y) => {
          if (first) for (const tag of tags) tag.element(); // also where a cell says nothing: rows stay even
          slice.forEach((lines, column) => {
            if (lines.length === 0) return;
            tags[column]?.draw(() => {
              drawCell(lines, columns[column] ?? { x: 0, width: 0 }, y + (first ? PAD_Y : 0));
            });
          });
          if (last) drawRule(writer, y + height);
        },
      };
    });
  });
  return [head, ...rows];
};

interface Column {
  readonly x: number;
  readonly width: number;
}

/** From the side where reading begins. */
const columnsOf = ({ direction }: PageWriter, { columns }: Table): readonly Column[] => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let from = 0;
  return columns.map(({ share }) => {
    const width = (share / shares) * BODY_WIDTH;
    const x = direction === "ltr" ? PAGE.side + from : PAGE.side + BODY_WIDTH - from - width;
    from += width;
    return { x, width };
  });
};

const linesIn = (writer: PageWriter, paragraphs: readonly Paragraph[], width: number): readonly CellLine[] =>
  paragraphs.flatMap((paragraph) => {
    const look = CELL_LOOKS[paragraph.look];
    const lines = paragraphLines(writer, paragraph, look, width - 2 * PAD_X);
    return lines.map((line, at) => ({ line, look, height: look.line + (at === lines.length - 1 ? look.after : 0) }));
  });

const heightOf = (lines: readonly CellLine[]): number => lines.reduce((sum, { height }) => sum + height, 0);

/** One slice for a row that stays whole; for a longer one as many as it takes, each with the next lines of each cell. */
const slicesOf = (cells: readonly (readonly CellLine[])[]): readonly (readonly (readonly CellLine[])[])[] => {
  if (Math.max(0, ...cells.map(heightOf)) <= WHOLE_ROW) return [cells];
  const slices: (readonly CellLine[])[][] = [];
  const taken = cells.map(() => 0);
  while (cells.some((lines, at) => (taken[at] ?? 0) < lines.length)) {
    slices.push(
      cells.map((lines, at) => {
        const from = taken[at] ?? 0;
        let to = from;
        let height = 0;
        while (to < lines.length && (to === from || height + (lines[to]?.height ?? 0) <= SLICE)) {
          height += lines[to]?.height ?? 0;
          to += 1;
        }
        taken[at] = to;
        return lines.slice(from, to);
      }),
    );
  }
  return slices;
};

const drawRule = (writer: PageWriter, y: number): void => {
  writer.artifact(() => {
    writer.document
      .lineWidth(0.7)
      .moveTo(PAGE.side, y)
      .lineTo(PAGE.side + BODY_WIDTH, y)
      .stroke(RULE);
  });
};
