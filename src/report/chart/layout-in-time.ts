import type { LineInTime } from "#core/scoring/over-time";
import type { StrandId } from "#core/schema/ids";
import { type ChartPeople, type ChartRow, layOutChart } from "./layout";

/**
 * Lays out one strand's lines of several profiles, one under another, with the rules of the picture. A mark that cannot
 * be compared is hollow.
 *
 * Units  `apart` as in `layOutChart`.
 */
export const layOutInTime = (
  strandId: StrandId,
  lines: readonly LineInTime[],
  people: ChartPeople,
  apart: number,
): readonly ChartRow[] => {
  const rows = lines.map(({ marks, answers, seenDifferently, notThisTime }) => {
    const agreed = marks.find(({ ownerId, why }) => ownerId === "agreed" && why === undefined)?.position;
    return {
      strandId,
      marks: marks.flatMap(({ ownerId: personId, why, ...mark }) =>
        why === undefined && personId !== "agreed" ? [{ ...mark, personId }] : [],
      ),
      answers,
      seenDifferently,
      notThisTime,
      ...(agreed === undefined ? {} : { agreed }),
      ghosts: marks.flatMap(({ ownerId, position, why }) =>
        why === undefined ? [] : [{ ownerId, position, comparison: { kind: "not-comparable" as const, why } }],
      ),
    };
  });
  return layOutChart({ rows, looksDifferent: [] }, people, apart);
};
