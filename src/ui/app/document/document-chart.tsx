import { spreadRow } from "#report/chart/spread-row";
import type { Chart } from "#report/document";
import { MarksTrack } from "../../components/chart/marks-track";
import { VoiceGlyph } from "../../components/voice-glyph";
import styles from "./document.module.css";

const LETTERED_PX = 28;
const PLAIN_PX = 20;
/** How much of the line's hundred a shape takes on the narrowest phone. */
const APART_LETTERED = 11;
const APART_PLAIN = 8;

/** The page's nine lines on the screen: the same layout, moved apart for a line that may be much shorter. */
export const DocumentChart = ({ chart }: { readonly chart: Chart }) => {
  const lettered = chart.rows.some(({ row }) => row.marks.some(({ initials }) => initials !== ""));
  const size = lettered ? LETTERED_PX : PLAIN_PX;
  return (
    <div className={styles.chart}>
      <ul className={styles.rows}>
        {chart.rows.map(({ name, words, row: { range, ...row } }) => {
          const spread = spreadRow(row, lettered ? APART_LETTERED : APART_PLAIN);
          return (
            <li key={row.strandId} className={styles.chartRow}>
              <b>{name}</b>
              <span className={styles.drawn}>
                <MarksTrack
                  row={{ ...spread, ...(range === undefined ? {} : { range }) }}
                  size={size}
                  untouched={row.marks.length === 0}
                />
                <span className="visually-hidden">{words}</span>
              </span>
            </li>
          );
        })}
        <li className={styles.chartRow} aria-hidden="true">
          <span />
          <span className={styles.ends} dir="ltr">
            <span>{chart.ends.left}</span>
            <span>{chart.ends.right}</span>
          </span>
        </li>
      </ul>
      <Key chart={chart} />
    </div>
  );
};

const Key = ({ chart: { key } }: { readonly chart: Chart }) => (
  <ul className={styles.key} aria-label={key.title}>
    {key.voices.map(({ shape, initials, name }, at) => (
      <li key={at}>
        <VoiceGlyph shape={shape} initials={initials} size={initials === "" ? PLAIN_PX : LETTERED_PX} />
        <bdi>{name}</bdi>
      </li>
    ))}
    {key.open !== undefined && (
      <li>
        <VoiceGlyph shape="child" open size={PLAIN_PX} />
        {key.open}
      </li>
    )}
    {key.different !== undefined && (
      <li>
        <span className={styles.swatch} aria-hidden="true" />
        {key.different}
      </li>
    )}
  </ul>
);
