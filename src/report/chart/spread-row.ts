import type { ChartRow } from "./layout";
import { spread } from "./spread";

/** A laid-out row with its marks moved apart for another width: shapes take more of a short line than of a long one. */
export const spreadRow = <T extends Pick<ChartRow, "marks">>(
  row: T,
  apart: number,
): T & Pick<ChartRow, "laneCount"> => {
  const { offsets, count } = spread(
    row.marks.map(({ position }) => position),
    apart,
  );
  return { ...row, marks: row.marks.map((mark, at) => ({ ...mark, offset: offsets[at] ?? 0 })), laneCount: count };
};
