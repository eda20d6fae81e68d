import type { Block } from "../document";
import type { Sheet } from "../paper-blocks";
import { BODY_WIDTH, EDGE, PAGE, PAPER_LOOKS, SOFT } from "./page-look";
import type { PageWriter } from "./page-writer";
import { baselineIn } from "./paragraph-strips";
import type { Strip } from "./strips";
import type { SetLine } from "./typesetter";

const HEIGHT = 30;
const PAD = 9;
const LABEL = { size: 10, line: 22, colour: SOFT, weight: 400 } as const;
/** Where a name is too long for one line beside the code. */
const LONG_NAME = { ...PAPER_LOOKS.whose, size: 9.5, line: 11.5 } as const;

/** The head of a page that is filled in: for whom it is, and its code in a frame, large enough to read aloud. */
export const sheetStrips = (writer: PageWriter, sheet: Sheet): readonly Strip[] => {
  const head = headOf(writer, sheet);
  const tags = { whose: writer.tag(writer.root, "P"), code: writer.tag(writer.root, "P") };
  return [{ before: 0, height: head.height, keep: true, opens: true, draw: head.drawWith(tags) }];
};

/**
 * Every strip after a sheet says again, where it begins another page, whose page that is and which code it has: a page
 * that runs on must not lose its record. A table's own head stays the table's.
 */
export const withSheetHeads = (
  parts: readonly { readonly block: Block; readonly strips: readonly Strip[] }[],
  writer: PageWriter,
): readonly Strip[] => {
  let head: Strip["head"];
  return parts.flatMap(({ block, strips }) => {
    if (block.kind === "sheet") {
      const { height, drawWith } = headOf(writer, block);
      // What is repeated is no content.
      head = { height, draw: drawWith({ whose: { draw: writer.artifact }, code: { draw: writer.artifact } }) };
      return strips;
    }
    const current = head;
    return current === undefined ? strips : strips.map((strip) => ({ head: current, ...strip }));
  });
};

interface Drawn {
  readonly draw: (draw: () => void) => void;
}

interface Head {
  readonly height: number;
  readonly drawWith: (tags: { readonly whose: Drawn; readonly code: Drawn }) => (y: number) => void;
}

const headOf = (writer: PageWriter, { label, code, whose, open }: Sheet): Head => {
  const { document, direction } = writer;
  const set = (text: string, look: Look, width: number): readonly SetLine[] =>
    writer.typesetter.lines({ ...look, text, width, direction });
  const codeLines = set(code, PAPER_LOOKS.code, BODY_WIDTH);
  const labelLines = set(label, LABEL, BODY_WIDTH / 4);
  const frameWidth = widthOf(codeLines, PAPER_LOOKS.code) + 2 * PAD;
  const labelWidth = widthOf(labelLines, LABEL);
  const room = BODY_WIDTH - frameWidth - labelWidth - 34;
  const isLong = set(whose, PAPER_LOOKS.whose, room).length > 1;
  const whoseLook = isLong ? LONG_NAME : PAPER_LOOKS.whose;
  const whoseLines = set(whose, whoseLook, room);
  const place = (fromStart: number, width: number) => ({
    x: direction === "ltr" ? PAGE.side + fromStart : PAGE.side + BODY_WIDTH - fromStart - width,
    width,
  });
  const write = (tag: Drawn, lines: readonly SetLine[], at: { x: number; width: number }, y: number, look: Look) => {
    lines.forEach((line, index) => {
      tag.draw(() => {
        writer.line(line, { ...at, y: y + index * look.line + baselineIn(look) }, look);
      });
    });
  };
  return {
    height: Math.max(HEIGHT, whoseLines.length * whoseLook.line + 2),
    drawWith: (tags) => (y) => {
      const frame = place(BODY_WIDTH - frameWidth, frameWidth);
      writer.artifact(() => {
        document.lineWidth(0.9).roundedRect(frame.x, y, frame.width, 26, 6).stroke(EDGE);
        if (!open) return;
        const from = widthOf(whoseLines, whoseLook) + 8;
        const { x, width } = place(from, room - from);
        document
          .lineWidth(0.6)
          .moveTo(x, y + 21)
          .lineTo(x + width, y + 21)
          .stroke(EDGE);
      });
      write(tags.whose, whoseLines, place(0, room), isLong ? y : y + 2, whoseLook);
      write(tags.code, labelLines, place(BODY_WIDTH - frameWidth - labelWidth - 10, labelWidth), y + 2, LABEL);
      const codeWidth = frameWidth - 2 * PAD;
      write(tags.code, codeLines, place(BODY_WIDTH - PAD - codeWidth, codeWidth), y + 2, PAPER_LOOKS.code);
    },
  };
};

interface Look {
  readonly size: number;
  readonly line: number;
  readonly weight: 400 | 700;
  readonly colour: string;
}

const widthOf = (lines: readonly SetLine[], { size }: Look): number =>
  Math.max(0, ...lines.map(({ width }) => (width * size) / 1000));
