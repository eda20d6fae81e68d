import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ChartRow } from "#report/chart/layout";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { useChart, usePicture } from "../../app/visit/use-picture";
import { MarksTrack } from "../../components/chart/marks-track";
import { CopiedKey } from "./copied-key";
import { MarkKey } from "./mark-key";
import { NotThisTime } from "./not-this-time";
import styles from "./picture.module.css";
import { useRowWords } from "./row-words";

const LETTERED_PX = 28;
const PLAIN_PX = 20;
/** How much of the line's hundred a shape takes where the line is at its shortest, on the narrowest phone. */
const APART_LETTERED = 11;
const APART_PLAIN = 8;

/** The chart itself. It reads left to right in every language; each row says in words what it draws. */
export const NineLines = () => {
  const { instrument, finished } = useOpenVisit();
  const path = useVisitPath();
  const { rows } = usePicture();
  const plainRows = useChart(APART_PLAIN);
  const lettered = plainRows.some((row) => row.marks.some((mark) => mark.initials !== ""));
  const chart = useChart(lettered ? APART_LETTERED : APART_PLAIN);
  const wordsOf = useRowWords();
  return (
    <div className={styles.chart}>
      <ul className={styles.rows}>
        <Ends />
        {rows.map((row, index) =>
          row.notThisTime ? null : (
            <li key={row.strandId} className={styles.row} data-strand={row.strandId}>
              <span className={styles.strandName}>
                {finished ? (
                  instrument.wording.strands[row.strandId]?.family
                ) : (
                  <Link to={path(`strands/${row.strandId}`)}>{instrument.wording.strands[row.strandId]?.family}</Link>
                )}
              </span>
              <Drawn row={chart[index]} size={lettered ? LETTERED_PX : PLAIN_PX} words={wordsOf(row)} />
            </li>
          ),
        )}
        <Ends />
      </ul>
      <NotThisTime />
      <MarkKey rows={chart} />
      <CopiedKey />
    </div>
  );
};

/** What the two ends mean, above the first line and under the last. */
const Ends = () => {
  const { t } = useTranslation("picture");
  return (
    <li className={styles.row} aria-hidden="true">
      <span />
      <span className={styles.ends} dir="ltr">
        <span>{t("left")}</span>
        <span>{t("right")}</span>
      </span>
    </li>
  );
};

interface DrawnProps {
  readonly row: ChartRow | undefined;
  readonly size: number;
  readonly words: string;
}

const Drawn = ({ row, size, words }: DrawnProps) => (
  <span className={styles.drawn}>
    {row !== undefined && <MarksTrack row={row} size={size} untouched={row.marks.length === 0} />}
    <span className="visually-hidden">{words}</span>
  </span>
);
