import { useTranslation } from "react-i18next";
import type { LineInTime } from "#core/scoring/over-time";
import styles from "./over-time.module.css";
import { useSideBySide } from "./side-by-side";
import { useMarkWords, useTimeName } from "./time-words";

/** The same lines as a table, equal to the drawing: every mark in words, without digits. */
export const TableInTime = () => {
  const { t } = useTranslation("over-time");
  const { overTime, instrument } = useSideBySide();
  const timeName = useTimeName();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t("tableCaption")}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("tableCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("strand")}</th>
            {overTime.times.map(({ profileId }, index) => (
              <th key={profileId} scope="col">
                {timeName(index)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overTime.strands.map(({ strandId, lines }) => (
            <tr key={strandId} data-strand={strandId}>
              <th scope="row">{instrument.wording.strands[strandId]?.family}</th>
              {lines.map((line) => (
                <td key={line.profileId}>
                  <Said line={line} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Said = ({ line }: { readonly line: LineInTime }) => {
  const { t } = useTranslation("over-time");
  const { said } = useMarkWords();
  const words = [...said(line), ...(line.seenDifferently ? [t("differently")] : [])];
  if (words.length === 0) return t(line.notThisTime ? "notThisTime" : "noMark");
  return (
    <ul className={styles.said}>
      {words.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
};
