import type { Fields, Room } from "../paper-blocks";
import { BODY_WIDTH, EDGE, PAGE, PAPER_LOOKS, RULED } from "./page-look";
import type { PageWriter } from "./page-writer";
import { baselineIn, lineStrips } from "./paragraph-strips";
import type { Strip } from "./strips";

const FIELD_GAP = 18;
const WORDS_GAP = 8;
/** The share of its place that a field's words may take and still have the line beside them. */
const MOST_WORDS = 0.7;

/** What is asked, then ruled lines; a line stands low in its own height, so that a hand has room above it. */
export const roomStrips = (writer: PageWriter, { label, lines }: Room): readonly Strip[] => {
  const asked = label === undefined ? [] : askedStrips(writer, label);
  const ruled = Array.from({ length: lines }, (_, at): Strip => ({
    before: 0,
    height: RULED,
    keep: at < lines - 1,
    draw: (y) => {
      writer.artifact(() => {
        rule(writer, PAGE.side, PAGE.side + BODY_WIDTH, y + RULED - 3);
      });
    },
  }));
  return [...asked, ...ruled];
};

/** What is asked, in bold, kept to the room that follows it. */
export const askedStrips = (writer: PageWriter, text: string): readonly Strip[] => {
  const look = PAPER_LOOKS.label;
  const lines = writer.typesetter.lines({ ...look, text, width: BODY_WIDTH, direction: writer.direction });
  const tag = writer.tag(writer.root, "P");
  return lineStrips(writer, lines, { tag, look, x: PAGE.side, width: BODY_WIDTH, keepLast: true }).map((strip) => ({
    ...strip,
    keep: true,
  }));
};

/** Short lines beside each other, each after its own words; or under them, where they would leave it no room. */
export const fieldsStrips = (writer: PageWriter, { items }: Fields): readonly Strip[] => {
  const look = PAPER_LOOKS.field;
  const shares = items.reduce((sum, { share }) => sum + share, 0);
  const room = BODY_WIDTH - FIELD_GAP * (items.length - 1);
  let from = 0;
  const fields = items.map(({ label, share }) => {
    const width = (share / shares) * room;
    const x = writer.direction === "ltr" ? PAGE.side + from : PAGE.side + BODY_WIDTH - from - width;
    from += width + FIELD_GAP;
    const lines = writer.typesetter.lines({ ...look, text: label, width, direction: writer.direction });
    const words = Math.max(0, ...lines.map((line) => (line.width * look.size) / 1000)) + WORDS_GAP;
    return { x, width, lines, words, tag: writer.tag(writer.root, "P") };
  });
  const isBeside = fields.every(({ words, width }) => words <= width * MOST_WORDS);
  const wordsHeight = isBeside ? 0 : Math.max(...fields.map(({ lines }) => lines.length)) * look.line;
  const ruleY = wordsHeight + RULED - 4;
  return [
    {
      before: isBeside ? 0 : 8,
      height: wordsHeight + RULED,
      keep: false,
      draw: (y) => {
        for (const { x, width, lines, tag } of fields) {
          lines.forEach((line, at) => {
            tag.draw(() => {
              const lineY = isBeside ? y + ruleY - 3 : y + at * look.line + baselineIn(look);
              writer.line(line, { x, width, y: lineY }, look);
            });
          });
        }
        writer.artifact(() => {
          for (const { x, width, words } of fields) {
            const [left, right] = isBeside ? (writer.direction === "ltr" ? [words, 0] : [0, words]) : [0, 0];
            rule(writer, x + left, x + width - right, y + ruleY);
          }
        });
      },
    },
  ];
};

const rule = ({ document }: PageWriter, from: number, to: number, y: number): void => {
  document.lineWidth(0.6).moveTo(from, y).lineTo(to, y).stroke(EDGE);
};
