import { unreachable } from "#core/result";
import type { Block, Document, Paragraph } from "../document";

/** Every text of a document that is drawn, to know beforehand which letters it needs. */
export const lettersIn = ({ blocks, running }: Document): readonly string[] => [
  running.practice ?? "",
  running.top,
  running.bottom,
  running.page,
  ...blocks.flatMap(textsIn),
];

const textsIn = (block: Block): readonly string[] => {
  switch (block.kind) {
    case "heading":
    case "notice":
      return [block.text];
    case "paragraph":
      return paragraphTexts(block);
    case "list":
      return block.items.flatMap(({ text, by = "" }) => [text, by]);
    case "table":
      return [...block.columns.map(({ heading }) => heading), ...block.rows.flat(2).flatMap(paragraphTexts)];
    case "chart":
      return [
        block.ends.left,
        block.ends.right,
        block.key.open ?? "",
        block.key.different ?? "",
        ...block.rows.map(({ name }) => name),
        ...block.key.voices.flatMap(({ name, initials }) => [name, initials]),
      ];
    case "sheet":
      return [block.label, block.code, block.whose];
    case "empty-line":
      return block.places.flatMap(({ words, about = "" }) => [words, about]);
    case "ticks":
      return [block.label ?? "", ...block.items];
    case "room":
      return [block.label ?? ""];
    case "fields":
      return block.items.map(({ label }) => label);
    default:
      return unreachable(block);
  }
};

const paragraphTexts = ({ label = "", text }: Paragraph): readonly string[] => [label, text];
