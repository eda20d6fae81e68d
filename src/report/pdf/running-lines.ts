import type { Document } from "../document";
import { fill } from "../words/fill";
import { BODY_WIDTH, PAGE, RULE, RUNNING_LOOK, TALK_ABOUT } from "./page-look";
import type { PageWriter } from "./page-writer";
import { baselineIn } from "./paragraph-strips";
import type { SetLine } from "./typesetter";

const TOP_Y = 34;
const BOTTOM_Y = PAGE.height - 48;
const SMALL_LOOK = { ...RUNNING_LOOK, size: 7.5, line: 9.5 };
const PRACTICE_LOOK = { ...RUNNING_LOOK, weight: 700, colour: "#16202a" } as const;

/** What stands on every page: whose it is and for whom, that it is practice, who made it and when, which page of how many. */
export const drawRunningLines = (writer: PageWriter, { running, direction }: Document): void => {
  const { document } = writer;
  const { count } = document.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(index);
    const page = fill(running.page, { number: String(index + 1), count: String(count) });
    artifact(writer, "Top", () => {
      drawPair(writer, running.top, running.practice ?? "", TOP_Y, direction);
      rule(writer, TOP_Y + 20);
    });
    artifact(writer, "Bottom", () => {
      rule(writer, BOTTOM_Y - 8);
      drawPair(writer, running.bottom, page, BOTTOM_Y, direction);
    });
  }
};

const artifact = ({ document }: PageWriter, edge: "Top" | "Bottom", draw: () => void): void => {
  document.markContent("Artifact", { type: "Pagination", attached: [edge] });
  draw();
  document.endMarkedContent();
};

/** Two texts at either end of one line. The first goes on to further, smaller lines where long names need them. */
const drawPair = (writer: PageWriter, start: string, end: string, y: number, direction: "ltr" | "rtl"): void => {
  const isPractice = y === TOP_Y;
  const endLook = isPractice ? PRACTICE_LOOK : RUNNING_LOOK;
  const [endLine] = writer.typesetter.lines({ ...endLook, text: end, width: BODY_WIDTH / 2, direction });
  const endWidth = endLine === undefined ? 0 : widthOf(endLine);
  const room = BODY_WIDTH - endWidth - 28;
  const set = (look: typeof RUNNING_LOOK) => writer.typesetter.lines({ ...look, text: start, width: room, direction });
  const look = set(RUNNING_LOOK).length > 1 ? SMALL_LOOK : RUNNING_LOOK;
  const lines = set(look);
  const left = direction === "ltr";
  const from = isPractice ? y + RUNNING_LOOK.line - lines.length * look.line : y;
  lines.forEach((line, at) => {
    const x = left ? PAGE.side : PAGE.side + BODY_WIDTH - room;
    writer.line(line, { x, width: room, y: from + at * look.line + baselineIn(look) }, look);
  });
  if (endLine === undefined) return;
  const inset = isPractice ? 8 : 0;
  const x = left ? PAGE.side + BODY_WIDTH - endWidth - inset : PAGE.side + inset;
  if (isPractice) writer.document.roundedRect(x - 8, y - 2, endWidth + 16, 18, 6).fill(TALK_ABOUT);
  writer.line(endLine, { x, width: endWidth, y: y + baselineIn(RUNNING_LOOK) }, endLook);
};

const widthOf = ({ width }: SetLine): number => (width * RUNNING_LOOK.size) / 1000;

const rule = ({ document }: PageWriter, y: number): void => {
  document
    .lineWidth(0.5)
    .moveTo(PAGE.side, y)
    .lineTo(PAGE.side + BODY_WIDTH, y)
    .stroke(RULE);
};
