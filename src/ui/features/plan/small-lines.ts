import type { PictureRow } from "#core/scoring/picture";
import { areTogether } from "#core/visit/together";
import type { ChartRow } from "#report/chart/layout";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { useChart, usePicture } from "../../app/visit/use-picture";

export const SMALL_MARK_PX = 16;
/** On the narrowest phone the small line is about 220 px wide: a shape of 16 takes seven or eight of its hundred. */
const APART = 8;

/** One small line: what it draws, and the marks that its words tell. */
export interface SmallLine {
  readonly row: PictureRow;
  readonly chart: Pick<ChartRow, "marks" | "laneCount" | "range">;
}

const useIsApart = (): ((row: PictureRow) => boolean) => {
  const { finished, strandIds } = useOpenVisit();
  const together = useVisit((visit) =>
    strandIds.filter((strandId) => finished || areTogether(visit, strandId)).join(" "),
  ).split(" ");
  return (row) => row.marks.length > 0 && !together.includes(row.strandId);
};

/** Whether there are marks that have not been seen together: then nothing may be derived from them on this page. */
export const useAnyApart = (): boolean => usePicture().rows.some(useIsApart());

/**
 * The nine small lines. While a visit is open, marks are drawn only where they have been seen together, so that this
 * page never shows one person's mark to another who has still to make theirs.
 */
export const useSmallLines = (): readonly SmallLine[] => {
  const { rows } = usePicture();
  const chart = useChart(APART);
  const isApart = useIsApart();
  return rows.map((row, index) => {
    const drawn = chart[index];
    return isApart(row) || drawn === undefined
      ? { row: { ...row, marks: [], answers: [] }, chart: { marks: [], laneCount: 1 } }
      : { row, chart: { ...drawn, marks: drawn.marks.filter((mark) => mark.ghost === "no") } };
  });
};
