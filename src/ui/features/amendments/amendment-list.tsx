import { useTranslation } from "react-i18next";
import type { Amendment } from "#core/schema/amendment";
import { hide } from "#core/scoring/hide";
import { amendmentsOf } from "#core/visit/amendments";
import { localDay } from "#platform/clock";
import { useReaderIds, useVisit } from "../../app/visit/open-visit";
import { useChartPeople } from "../../app/visit/use-picture";
import { useFormat } from "../../i18n/use-format";
import styles from "./amendments.module.css";

/** What was put right or added since, the first first, as everyone who may look on may see it. */
export const AmendmentList = () => {
  const { t } = useTranslation("amendments");
  const sections = useVisit((visit) => visit.profile.sections);
  const amendments = amendmentsOf(hide(useReaderIds(), sections));
  if (amendments.length === 0) return null;
  return (
    <ol className={styles.list} aria-label={t("list")}>
      {amendments.map(({ id, content }) => (
        <li key={id} className={styles.amendment}>
          {content === undefined ? t("unreadable") : <Said amendment={content} />}
        </li>
      ))}
    </ol>
  );
};

const Said = ({ amendment: { what, byId, why, atMs } }: { readonly amendment: Amendment }) => {
  const { t } = useTranslation("amendments");
  const { nameOf } = useChartPeople();
  const format = useFormat();
  const name = nameOf(byId);
  return (
    <>
      <p className={styles.quiet}>
        {name !== "" && (
          <>
            <bdi className={styles.name}>{name}</bdi>,{" "}
          </>
        )}
        <bdi>{format.shortDay(localDay(atMs))}</bdi>
      </p>
      <p dir="auto" className={styles.said}>
        {what}
      </p>
      <p className={styles.why}>
        <span>{t("why")}</span>{" "}
        <span dir="auto" className={styles.said}>
          {why}
        </span>
      </p>
    </>
  );
};
