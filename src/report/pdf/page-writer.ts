import type PDFDocument from "pdfkit";
import type { Outline, StructElement, StructOptions } from "pdfkit";
import { createPen, type TextLook } from "./draw-text";
import type { SetLine, Typesetter } from "./typesetter";

/** What blocks draw with: one document, its tags, its pen. */
export interface PageWriter {
  readonly document: PDFDocument;
  readonly typesetter: Typesetter;
  readonly direction: "ltr" | "rtl";
  /** Draws a line inside a box: from its start, whichever side that is for the line's own direction. */
  readonly line: (line: SetLine, box: Box, look: TextLook) => void;
  /** A tag under another; made when its first content is drawn, so that tags stand in reading order. */
  readonly tag: (parent: Tag, name: string, options?: StructOptions) => Tag;
  readonly root: Tag;
  /** Draws what is no content: rules, bars, what is repeated. */
  readonly artifact: (draw: () => void) => void;
  /** Ends the content that was drawn last; what is drawn next, also of the same tag, begins another. */
  readonly endContent: () => void;
  readonly outline: Outline;
}

export interface Box {
  readonly x: number;
  readonly width: number;
  /** The line that letters stand on. */
  readonly y: number;
}

/** A structure element that is made when it is first needed and ended with its parent. */
export interface Tag {
  readonly element: () => StructElement;
  /** Draws inside the tag. */
  readonly draw: (draw: () => void) => void;
}

export const createPageWriter = (
  document: PDFDocument,
  typesetter: Typesetter,
  direction: "ltr" | "rtl",
): PageWriter => {
  const pen = createPen(document);
  const root = document.struct("Document");
  document.addStructure(root);
  // Lines of one paragraph that follow each other are one content: a mark around each would double the file's marks.
  let open: Tag | undefined;
  const endContent = (): void => {
    if (open !== undefined) document.endMarkedContent();
    open = undefined;
  };
  const rootTag: Tag = {
    element: () => root,
    draw: () => {
      throw new Error("nothing is drawn outside a block");
    },
  };
  return {
    document,
    typesetter,
    direction,
    line: (line, { x, width, y }, look) => {
      const atX = line.base === "rtl" ? x + width - (line.width * look.size) / 1000 : x;
      pen(line, { x: atX, y }, look);
    },
    tag: (parent, name, options) => {
      let made: StructElement | undefined;
      const element = (): StructElement => {
        if (made === undefined) {
          made = document.struct(name, options);
          parent.element().add(made);
        }
        return made;
      };
      const tag: Tag = {
        element,
        draw: (draw) => {
          if (open !== tag) {
            endContent();
            element().add(document.markStructureContent(name));
            open = tag;
          }
          draw();
        },
      };
      return tag;
    },
    root: rootTag,
    endContent,
    artifact: (draw) => {
      endContent();
      document.markContent("Artifact", { type: "Layout" });
      draw();
      document.endMarkedContent();
    },
    outline: document.outline,
  };
};
