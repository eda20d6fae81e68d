import type { PersonId, StrandId } from "#core/schema/ids";
import { isUnderstoodBy } from "#core/schema/mark";
import type { VoiceKind } from "#core/schema/person";
import type { Picture, PictureRow } from "#core/scoring/picture";
import type { MarkOwner } from "#core/scoring/marks-on";
import { spread } from "./spread";

/** The five shapes, and so the five colours, that tell voices apart. */
export type VoiceShape = VoiceKind | "agreed";

/**
 * One shape on a line of the chart.
 *
 * Units  position 0–100 from the left end, in every language; offset in lanes from the line, 0 on it, down is more.
 */
export interface ChartMark {
  readonly ownerId: MarkOwner;
  readonly shape: VoiceShape;
  readonly position: number;
  readonly offset: number;
  /** Drawn open: somebody's understanding of another person's view. */
  readonly open: boolean;
  /** Last time's mark; hollow where it cannot be compared. */
  readonly ghost: "no" | "comparable" | "not-comparable";
  readonly initials: string;
}

export interface ChartRow {
  readonly strandId: StrandId;
  readonly marks: readonly ChartMark[];
  readonly laneCount: number;
  /** From the leftmost to the rightmost person's mark, where the strand looks different to different people. */
  readonly range?: { readonly from: number; readonly to: number };
}

/** What the layout must know of people: their kind, and their letters where a kind is shared. */
export interface ChartPeople {
  readonly kindOf: (personId: PersonId) => VoiceKind;
  readonly initialsOf: (personId: PersonId) => string;
}

/**
 * Lays out the nine lines once, for the screen's chart and for the page's. Left is always "needs a lot of support
 * here"; nothing here knows of a reading direction.
 *
 * Units  `apart` is how far two marks must be along the line, 0–100, to stand in one lane without touching.
 */
export const layOutChart = (
  picture: Pick<Picture, "rows" | "looksDifferent">,
  people: ChartPeople,
  apart: number,
): readonly ChartRow[] =>
  picture.rows.map((row) => {
    const shapes = shapesOn(row, people);
    const { offsets, count } = spread(
      shapes.map((shape) => shape.position),
      apart,
    );
    const positions = row.marks.map((mark) => mark.position);
    return {
      strandId: row.strandId,
      marks: shapes.map((shape, index) => ({ ...shape, offset: offsets[index] ?? 0 })),
      laneCount: count,
      ...(picture.looksDifferent.includes(row.strandId)
        ? { range: { from: Math.min(...positions), to: Math.max(...positions) } }
        : {}),
    };
  });

/** Ghosts first, so that today's marks are drawn over them where a renderer lets them touch. */
const shapesOn = (row: PictureRow, people: ChartPeople): readonly Omit<ChartMark, "offset">[] => [
  ...row.ghosts.map((ghost) => ({
    ownerId: ghost.ownerId,
    shape: ghost.ownerId === "agreed" ? ("agreed" as const) : people.kindOf(ghost.ownerId),
    position: ghost.position,
    open: false,
    ghost: ghost.comparison.kind,
    initials: ghost.ownerId === "agreed" ? "" : people.initialsOf(ghost.ownerId),
  })),
  ...row.marks.map((mark) => ({
    ownerId: mark.personId,
    shape: people.kindOf(mark.personId),
    position: mark.position,
    open: isUnderstoodBy(mark.how),
    ghost: "no" as const,
    initials: people.initialsOf(mark.personId),
  })),
  ...(row.agreed === undefined
    ? []
    : [
        {
          ownerId: "agreed" as const,
          shape: "agreed" as const,
          position: row.agreed,
          open: false,
          ghost: "no" as const,
          initials: "",
        },
      ]),
];
