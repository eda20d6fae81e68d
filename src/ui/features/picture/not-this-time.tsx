import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { usePicture } from "../../app/visit/use-picture";
import styles from "./picture.module.css";

/** The lines that were left out of today's worry: named, and not drawn, because nothing is missing there. */
export const NotThisTime = () => {
  const { t } = useTranslation("picture");
  const { instrument, finished } = useOpenVisit();
  const path = useVisitPath();
  const rows = usePicture().rows.filter((row) => row.notThisTime);
  if (rows.length === 0) return null;
  return (
    <p className={styles.notThisTime}>
      {t("notThisTime")}{" "}
      {rows.map(({ strandId }, index) => (
        <Fragment key={strandId}>
          {index > 0 && " · "}
          {finished ? (
            instrument.wording.strands[strandId]?.short
          ) : (
            <Link to={path(`strands/${strandId}`)}>{instrument.wording.strands[strandId]?.short}</Link>
          )}
        </Fragment>
      ))}
    </p>
  );
};
