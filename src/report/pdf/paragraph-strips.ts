import type { TypeLook } from "./page-look";
import type { PageWriter, Tag } from "./page-writer";
import type { Strip } from "./strips";
import type { SetLine } from "./typesetter";

/**
 * The lines of one paragraph as strips. Two lines at either end stay together, so that none stands alone on a page.
 *
 * Shape  `marks` is drawn beside the first line: a list's sign.
 */
export const lineStrips = (
  writer: PageWriter,
  lines: readonly SetLine[],
  { tag, look, x, width, keepLast = false, underlay }: LinesOn,
): readonly Strip[] =>
  lines.map((line, index) => ({
    before: index === 0 ? look.before : 0,
    height: look.line + (index === lines.length - 1 ? look.after : 0),
    keep: index === lines.length - 1 ? keepLast : index === 0 || index === lines.length - 2,
    draw: (y) => {
      underlay?.(y, index);
      tag.draw(() => {
        writer.line(line, { x, width, y: y + baselineIn(look) }, look);
      });
    },
  }));

export interface LinesOn {
  readonly tag: Tag;
  readonly look: TypeLook;
  readonly x: number;
  readonly width: number;
  readonly keepLast?: boolean;
  readonly underlay?: (y: number, index: number) => void;
}

/** Where letters stand in a line of this height: capitals in its middle. */
export const baselineIn = ({ size, line }: { readonly size: number; readonly line: number }): number =>
  line / 2 + size * 0.34;
