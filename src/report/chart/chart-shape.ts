import { z } from "zod";
import type { ChartMark, ChartRow } from "./layout";

export const ShapeName = z.enum(["child", "family", "setting", "practitioner", "agreed"]);

/** A laid-out line as it travels to the worker that draws pages: the shape of `ChartRow`, checked. */
export const ChartRowShape = z.object({
  strandId: z.string(),
  marks: z.array(
    z.object({
      ownerId: z.string(),
      shape: ShapeName,
      position: z.number(),
      offset: z.number(),
      open: z.boolean(),
      ghost: z.enum(["no", "comparable", "not-comparable"]),
      initials: z.string(),
    }),
  ),
  laneCount: z.int(),
  range: z.object({ from: z.number(), to: z.number() }).optional(),
});

/** A row of the layout is what the schema lets through; a change of one without the other does not compile. */
export const chartRowAsShape = (row: ChartRow): z.infer<typeof ChartRowShape> => ({
  strandId: row.strandId,
  marks: row.marks.map((mark: ChartMark) => ({ ...mark })),
  laneCount: row.laneCount,
  ...(row.range === undefined ? {} : { range: { ...row.range } }),
});
