import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { localDay } from "#platform/clock";
import { PageHeading } from "../../app/page-heading";
import { useOpenVisit, usePresentIds, useVisit } from "../../app/visit/open-visit";
import { useChartPeople, usePicture } from "../../app/visit/use-picture";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import { NineLines } from "./nine-lines";
import { NineLinesTable } from "./nine-lines-table";
import styles from "./picture.module.css";
import { WithdrawnWords } from "./withdrawn-words";

/** The nine lines, as a chart or as a table. Where something else has the page's heading, `isPage` is false. */
export const PictureCard = ({ isPage = true }: { readonly isPage?: boolean }) => {
  const { t } = useTranslation("picture");
  const { t: common } = useTranslation();
  const { child } = useOpenVisit();
  const isWorry = usePicture().rows.some((row) => row.notThisTime);
  const [asTable, setAsTable] = useState(false);
  return (
    <Card>
      <div>
        {isPage ? (
          <PageHeading className={styles.title}>{t("title", { name: shownName(child) })}</PageHeading>
        ) : (
          <h2 className={styles.title}>{t("title", { name: shownName(child) })}</h2>
        )}
        <MadeBy />
        <WithdrawnWords />
        {isWorry && <p className={styles.quiet}>{t("todaysWorry")}</p>}
      </div>
      {asTable ? <NineLinesTable /> : <NineLines />}
      <div>
        <Button
          weight="quiet"
          onClick={() => {
            setAsTable(!asTable);
          }}
        >
          {asTable ? t("asPicture") : t("asTable")}
        </Button>
      </div>
      <p className={styles.notice}>{common("rightNotice")}</p>
    </Card>
  );
};

const MadeBy = () => {
  const { t } = useTranslation("picture");
  const { finished } = useOpenVisit();
  const { nameOf } = useChartPeople();
  const presentIds = usePresentIds();
  const startedAtMs = useVisit((visit) => visit.profile.sections.frame.startedAtMs);
  const outcome = useVisit((visit) => visit.profile.sections.finish?.outcome.kind);
  const format = useFormat();
  const names = format.names(presentIds.map(nameOf));
  const date = format.longDay(localDay(startedAtMs));
  return (
    <p className={styles.quiet}>
      {t(finished ? "madeBy" : "madeToday", { names, date })}
      {outcome !== undefined && ` · ${t(`finished.${outcome}`)}`}
    </p>
  );
};
