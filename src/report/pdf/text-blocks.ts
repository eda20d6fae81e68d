import type { Heading, List, Notice, Paragraph } from "../document";
import { directionOf, isolated } from "../words/fill";
import { ACCENT, BODY_WIDTH, HEADING_LOOKS, PAGE, PARAGRAPH_LOOKS, TALK_ABOUT, type TypeLook } from "./page-look";
import type { PageWriter } from "./page-writer";
import { baselineIn, lineStrips } from "./paragraph-strips";
import type { Strip } from "./strips";
import type { SetLine, ToSet } from "./typesetter";

const LIST_INDENT = 20;
/** A list of so few short items is not cut. */
const WHOLE_LIST = 6;
const NOTICE_INDENT = 16;

/** A heading keeps to what follows, and stands in the bookmarks at the place where it is drawn. */
export const headingStrips = (
  writer: PageWriter,
  block: Heading,
  onDrawn: (heading: Heading, y: number) => void,
): readonly Strip[] => {
  const look = HEADING_LOOKS[block.level];
  const lines = writer.typesetter.lines({ ...look, text: block.text, width: BODY_WIDTH, direction: writer.direction });
  return lineStrips(writer, lines, {
    tag: writer.tag(writer.root, `H${block.level}`),
    look,
    x: PAGE.side,
    width: BODY_WIDTH,
    keepLast: true,
    underlay: (y, index) => {
      if (index === 0) onDrawn(block, y);
    },
  }).map((strip) => ({ ...strip, keep: true }));
};

export const paragraphStrips = (writer: PageWriter, block: Paragraph): readonly Strip[] => {
  const look = PARAGRAPH_LOOKS[block.look];
  return lineStrips(writer, paragraphLines(writer, block, look, BODY_WIDTH), {
    tag: writer.tag(writer.root, "P"),
    look,
    x: PAGE.side,
    width: BODY_WIDTH,
    keepLast: block.keep,
  });
};

/** People's own words run in their own direction; a label leads in to them in bold, or stands above where they turn. */
export const paragraphLines = (
  { typesetter, direction }: PageWriter,
  { text, label, look: name }: Paragraph,
  look: TypeLook,
  width: number,
): readonly SetLine[] => {
  const set = (more: { readonly text: string; readonly boldUntil?: number; readonly direction: ToSet["direction"] }) =>
    typesetter.lines({ ...look, width, ...more });
  if (label === undefined) return set({ text, direction: name === "said" ? "auto" : direction });
  if (directionOf(text, direction) !== direction)
    return [...set({ text: label, boldUntil: label.length, direction }), ...set({ text, direction: "auto" })];
  return set({ text: `${label} ${text}`, boldUntil: label.length, direction });
};

export const listStrips = (writer: PageWriter, { items }: List): readonly Strip[] => {
  const look = { ...PARAGRAPH_LOOKS.plain, after: 2 };
  const list = writer.tag(writer.root, "L");
  const onLeft = writer.direction === "ltr";
  const x = onLeft ? PAGE.side + LIST_INDENT : PAGE.side;
  const strips = items.flatMap(({ text, by }) => {
    const item = writer.tag(list, "LI");
    const sign = writer.tag(item, "Lbl");
    const lines = writer.typesetter.lines({
      ...look,
      text: by === undefined ? text : `${isolated(text, writer.direction)} ${by}`,
      width: BODY_WIDTH - LIST_INDENT,
      direction: writer.direction,
    });
    return lineStrips(writer, lines, {
      tag: writer.tag(item, "LBody"),
      look,
      x,
      width: BODY_WIDTH - LIST_INDENT,
      underlay: (y, index) => {
        if (index !== 0) return;
        const dot = onLeft ? PAGE.side + 6 : PAGE.side + BODY_WIDTH - 6;
        sign.draw(() => {
          writer.document.circle(dot, y + baselineIn(look) - look.size * 0.3, 2.4).fill(ACCENT);
        });
      },
    });
  });
  const isWhole = strips.length <= WHOLE_LIST;
  return strips.map((strip, at) => (isWhole && at < strips.length - 1 ? { ...strip, keep: true } : strip));
};

/** A notice stands on a wash of its own beside a bar. */
export const noticeStrips = (writer: PageWriter, { text }: Notice): readonly Strip[] => {
  const look = { ...PARAGRAPH_LOOKS.plain, before: 0, after: 0 };
  const width = BODY_WIDTH - 2 * NOTICE_INDENT;
  const lines = writer.typesetter.lines({ ...look, text, width, direction: writer.direction });
  const height = lines.length * look.line + 20;
  const tag = writer.tag(writer.root, "P");
  return [
    {
      before: 10,
      height: height + 6,
      keep: false,
      draw: (y) => {
        writer.artifact(() => {
          const bar = writer.direction === "ltr" ? PAGE.side : PAGE.side + BODY_WIDTH - 4;
          writer.document.rect(PAGE.side, y, BODY_WIDTH, height).fill(TALK_ABOUT);
          writer.document.rect(bar, y, 4, height).fill(ACCENT);
        });
        lines.forEach((line, index) => {
          tag.draw(() => {
            const at = { x: PAGE.side + NOTICE_INDENT, width, y: y + 10 + index * look.line + baselineIn(look) };
            writer.line(line, at, look);
          });
        });
      },
    },
  ];
};
