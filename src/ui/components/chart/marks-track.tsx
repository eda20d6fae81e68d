import type { ChartMark, ChartRow } from "#report/chart/layout";
import { VoiceGlyph } from "../voice-glyph";
import styles from "./marks-track.module.css";

interface MarksTrackProps {
  readonly row: Pick<ChartRow, "marks" | "laneCount" | "range">;
  /** Size of a shape in CSS pixels; the lanes follow from it. */
  readonly size: number;
  /** Nothing has been said of this strand yet: the line is dotted. */
  readonly untouched?: boolean;
}

/** A line with its marks, drawn apart where they fall together. A drawing only: the words stand beside it. */
export const MarksTrack = ({ row, size, untouched = false }: MarksTrackProps) => (
  <div
    className={styles.box}
    dir="ltr"
    aria-hidden="true"
    style={{ blockSize: `${row.laneCount * (size + 2)}px`, marginInline: `${size / 2}px` }}
  >
    <span className={styles.line} data-untouched={untouched} />
    {row.range !== undefined && (
      <span
        className={styles.range}
        style={{ left: `${row.range.from}%`, width: `${row.range.to - row.range.from}%`, blockSize: `${size}px` }}
      />
    )}
    {row.marks.map((mark) => (
      <span
        key={keyOf(mark)}
        className={styles.mark}
        style={{ left: `${mark.position}%`, top: `calc(50% + ${mark.offset * (size + 2)}px)` }}
      >
        <VoiceGlyph
          shape={mark.shape}
          open={mark.open}
          ghost={mark.ghost}
          size={size}
          initials={size >= 28 && mark.ghost === "no" ? mark.initials : ""}
        />
      </span>
    ))}
  </div>
);

const keyOf = (mark: ChartMark): string => `${mark.ownerId} ${mark.ghost === "no" ? "now" : "before"}`;
