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

/** The head of a page that is filled in: for whom it is, and its code in a frame, large enough to read aloud. */
export const sheetStrips = (writer: PageWriter, sheet: Sheet): readonly Strip[] => {
  const whoseTag = writer.tag(writer.root, "P");
  const codeTag = writer.tag(writer.root, "P");
  return [{ before: 0, height: HEIGHT, keep: true, opens: true, draw: drawHead(writer, sheet, whoseTag, codeTag) }];
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
      const again = drawAgain(writer, block);
      head = { height: HEIGHT, draw: again };
      return strips;
    }
    const current = head;
    return current === undefined ? strips : strips.map((strip) => ({ head: current, ...strip }));
  });
};

interface Drawn {
  readonly draw: (draw: () => void) => void;
}

const drawAgain =
  (writer: PageWriter, sheet: Sheet) =>
  (y: number): void => {
    // One artifact each: what is repeated is no content.
    const repeated: Drawn = { draw: writer.artifact };
    drawHead(writer, sheet, repeated, repeated)(y);
  };

const drawHead =
  (writer: PageWriter, { label, code, whose, open }: Sheet, whoseTag: Drawn, codeTag: Drawn) =>
  (y: number): void => {
    const { document, direction } = writer;
    const set = (text: string, look: { readonly size: number; readonly weight: 400 | 700 }, width: number) =>
      writer.typesetter.lines({ ...look, text, width, direction })[0];
    // A code is Latin letters and is read from the left on every page.
    const codeLine = set(code, PAPER_LOOKS.code, BODY_WIDTH);
    const labelLine = set(label, LABEL, BODY_WIDTH / 3);
    const codeWidth = widthOf(codeLine, PAPER_LOOKS.code.size);
    const labelWidth = widthOf(labelLine, LABEL.size);
    const frame = codeWidth + 2 * PAD;
    const fromStart = (offset: number, width: number): number =>
      direction === "ltr" ? PAGE.side + offset : PAGE.side + BODY_WIDTH - offset - width;
    const whoseRoom = BODY_WIDTH - frame - labelWidth - 34;
    const whoseLine = set(whose, PAPER_LOOKS.whose, whoseRoom);
    writer.artifact(() => {
      document
        .roundedRect(fromStart(BODY_WIDTH - frame, frame), y, frame, 26, 6)
        .lineWidth(0.9)
        .stroke(EDGE);
    });
    if (open) {
      const from = widthOf(whoseLine, PAPER_LOOKS.whose.size) + 8;
      writer.artifact(() => {
        const x = fromStart(from, whoseRoom - from);
        document
          .lineWidth(0.6)
          .moveTo(x, y + 21)
          .lineTo(x + whoseRoom - from, y + 21)
          .stroke(EDGE);
      });
    }
    const draw = (tag: Drawn, line: SetLine | undefined, x: number, width: number, look: typeof LABEL | CodeLook) => {
      if (line === undefined) return;
      tag.draw(() => {
        writer.line(line, { x, width, y: y + 2 + baselineIn({ size: look.size, line: 22 }) }, look);
      });
    };
    draw(whoseTag, whoseLine, fromStart(0, whoseRoom), whoseRoom, PAPER_LOOKS.whose);
    draw(codeTag, labelLine, fromStart(BODY_WIDTH - frame - labelWidth - 10, labelWidth), labelWidth, LABEL);
    draw(codeTag, codeLine, fromStart(BODY_WIDTH - frame + PAD, codeWidth), codeWidth, PAPER_LOOKS.code);
  };

type CodeLook = (typeof PAPER_LOOKS)["code" | "whose"];

const widthOf = (line: SetLine | undefined, size: number): number => ((line?.width ?? 0) * size) / 1000;
