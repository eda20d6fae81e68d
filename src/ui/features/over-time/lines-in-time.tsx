import { useTranslation } from "react-i18next";
import { type ChartRow } from "#report/chart/layout";
import { layOutInTime } from "#report/chart/layout-in-time";
import { type LineInTime, type MarkInTime, nthOf } from "#core/scoring/over-time";
import { MarksTrack } from "../../components/chart/marks-track";
import { useFormat } from "../../i18n/use-format";
import { KeyInTime } from "./key-in-time";
import styles from "./over-time.module.css";
import { useSideBySide } from "./side-by-side";
import { useMarkWords, useTimeName } from "./time-words";

const LETTERED_PX = 28;
const PLAIN_PX = 20;
/** How much of the line's hundred a shape takes where the line is at its shortest, on the narrowest phone. */
const APART_LETTERED = 11;
const APART_PLAIN = 8;

/** Every strand with its lines one under another, the first profile on top. Left to right in every language. */
export const LinesInTime = () => {
  const { overTime, people, instrument } = useSideBySide();
  const layOut = (apart: number) =>
    overTime.strands.map(({ strandId, lines }) => layOutInTime(strandId, lines, people, apart));
  const plain = layOut(APART_PLAIN);
  const lettered = plain.some((rows) => rows.some(({ marks }) => marks.some(({ initials }) => initials !== "")));
  const charts = lettered ? layOut(APART_LETTERED) : plain;
  return (
    <div className={styles.chart}>
      <KeyInTime rows={charts.flat()} />
      <Ends />
      {overTime.strands.map(({ strandId, lines }, at) => (
        <section key={strandId} className={styles.strand} data-strand={strandId}>
          <h2>{instrument.wording.strands[strandId]?.family}</h2>
          <ol className={styles.lines}>
            {lines.map((line, index) => (
              <OneLine
                key={line.profileId}
                line={line}
                index={index}
                chart={charts[at]?.[index]}
                size={lettered ? LETTERED_PX : PLAIN_PX}
              />
            ))}
          </ol>
          <WhyHollow lines={lines} />
        </section>
      ))}
      <Ends />
    </div>
  );
};

/** What the two ends mean, above the first strand and under the last. */
const Ends = () => {
  const { t } = useTranslation("over-time");
  return (
    <div className={styles.line} aria-hidden="true">
      <span />
      <span className={styles.ends} dir="ltr">
        <span>{t("left")}</span>
        <span>{t("right")}</span>
      </span>
    </div>
  );
};

interface OneLineProps {
  readonly line: LineInTime;
  readonly index: number;
  readonly chart: ChartRow | undefined;
  readonly size: number;
}

const OneLine = ({ line, index, chart, size }: OneLineProps) => {
  const { t } = useTranslation("over-time");
  const timeName = useTimeName();
  const { said } = useMarkWords();
  const words = said(line);
  return (
    <li className={styles.line}>
      <span className={styles.day}>{timeName(index)}</span>
      <span className={styles.drawn}>
        {chart !== undefined && <MarksTrack row={chart} size={size} untouched={chart.marks.length === 0} />}
        <span className="visually-hidden">
          {words.length > 0 ? `${words.join(". ")}.` : t(line.notThisTime ? "notThisTime" : "noMark")}
        </span>
      </span>
    </li>
  );
};

/** Why a mark is hollow, in words, under the strand that it stands on. Whoever shares the reason is named once. */
const WhyHollow = ({ lines }: { readonly lines: readonly LineInTime[] }) => {
  const { t } = useTranslation("over-time");
  const { ownerName } = useMarkWords();
  const format = useFormat();
  const said = lines.flatMap(({ marks }, index) =>
    byReason(marks).map(({ why, ownerIds }) =>
      t(`why.${why}`, { nth: t(`nth.${nthOf(index)}`), name: format.names(ownerIds.map(ownerName)) }),
    ),
  );
  if (said.length === 0) return null;
  return (
    <ul className={styles.why}>
      {said.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
};

/** The marks of one line that cannot be compared, by why not; the mark together is nobody's name and stands by itself. */
const byReason = (marks: readonly MarkInTime[]) => {
  const found = new Map<string, { readonly why: NonNullable<MarkInTime["why"]>; readonly ownerIds: string[] }>();
  for (const { ownerId, why } of marks) {
    if (why === undefined) continue;
    const key = ownerId === "agreed" ? `${why}, together` : why;
    const group = found.get(key) ?? { why, ownerIds: [] };
    group.ownerIds.push(ownerId);
    found.set(key, group);
  }
  return [...found.values()];
};
