import { useTranslation } from "react-i18next";
import { placeOf } from "#core/scoring/place-in-words";
import { useOpenVisit } from "../../app/visit/open-visit";
import { useChartPeople, usePicture } from "../../app/visit/use-picture";
import styles from "./picture.module.css";
import { NotThisTime } from "./not-this-time";
import { paperOf, useMarkWords, useWithPaper } from "./row-words";

/** The same picture as a table, equal to the chart: every mark in words, without digits. */
export const NineLinesTable = () => {
  const { t } = useTranslation("picture");
  const { t: common } = useTranslation();
  const { instrument } = useOpenVisit();
  const { rows } = usePicture();
  const { nameOf } = useChartPeople();
  const markWords = useMarkWords();
  const withPaper = useWithPaper();
  const ownerIds = [...new Set(rows.flatMap((row) => [...row.marks, ...row.answers].map(({ personId }) => personId)))];
  const talkedAbout = rows.filter((row) => !row.notThisTime);
  const anyAgreed = rows.some((row) => row.agreed !== undefined || row.seenDifferently);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t("tableCaption")}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("tableCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("strand")}</th>
            {ownerIds.map((personId) => (
              <th key={personId} scope="col">
                <bdi>{nameOf(personId)}</bdi>
              </th>
            ))}
            {anyAgreed && <th scope="col">{t("keyTogether")}</th>}
          </tr>
        </thead>
        <tbody>
          {talkedAbout.map((row) => (
            <tr key={row.strandId} data-strand={row.strandId}>
              <th scope="row">{instrument.wording.strands[row.strandId]?.family}</th>
              {ownerIds.map((personId) => {
                const mark = row.marks.find((each) => each.personId === personId);
                const answer = row.answers.find((each) => each.personId === personId);
                return (
                  <td key={personId}>
                    {mark !== undefined && withPaper(markWords(mark), paperOf(mark))}
                    {answer !== undefined && withPaper(t(`says.${answer.kind}`), answer.paper)}
                    {mark === undefined && answer === undefined && t("noMark")}
                  </td>
                );
              })}
              {anyAgreed && (
                <td>
                  {row.agreed !== undefined && common(`place.${placeOf(row.agreed)}`)}
                  {row.seenDifferently && t("saidDifferently")}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <NotThisTime />
    </div>
  );
};
