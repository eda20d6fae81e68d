import type { Block, Paragraph } from "../document";

/** Parts of a document as plain text: a title, and pieces that each stand whole or not at all. */
export interface TextPart {
  readonly title: string;
  readonly pieces: readonly string[];
}

/**
 * Plain text of a document's blocks, a part for each heading of the second level.
 *
 * Shape  a piece is what would be wrong to part: an item of a list, a row of a table (a thing to try with whom it is not
 *        for), everything under a heading of the third level, or paragraphs that follow one another. A chart has no
 *        piece, since all that it shows is told in words, line by line.
 */
export const partsOfBlocks = (blocks: readonly Block[]): readonly TextPart[] => {
  const parts: { title: string; pieces: string[] }[] = [];
  let isGrouped = false;
  let isRunning = false;
  for (const block of blocks) {
    if (block.kind === "heading") {
      isRunning = isGrouped = block.level === 3;
      if (isGrouped) parts.at(-1)?.pieces.push(block.text);
      else parts.push({ title: block.text, pieces: [] });
      continue;
    }
    const pieces = parts.at(-1)?.pieces;
    if (pieces === undefined) throw new Error("a document begins with a heading");
    const lines = piecesOf(block);
    if (lines.length === 0) continue;
    const goesOn = isGrouped || (isRunning && block.kind === "paragraph");
    const before = goesOn ? pieces.pop() : undefined;
    if (goesOn) pieces.push([...(before === undefined ? [] : [before]), ...lines].join("\n"));
    else pieces.push(...lines);
    isRunning = block.kind === "paragraph";
  }
  return parts.filter(({ pieces }) => pieces.length > 0);
};

const piecesOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case "paragraph":
      return [lineOf(block)];
    case "notice":
      return [block.text];
    case "list":
      return block.items.map(({ text, by }) => `- ${text}${by === undefined ? "" : ` ${by}`}`);
    case "table":
      return block.rows.map((row) => `- ${row.flat().map(lineOf).join("\n  ")}`);
    default:
      return [];
  }
};

const lineOf = ({ label, text }: Paragraph): string => (label === undefined ? text : `${label} ${text}`);
