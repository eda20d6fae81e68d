import { useTranslation } from "react-i18next";
import type { Id } from "#core/schema/ids";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import styles from "./notes.module.css";

/** Stands first wherever a concern is written or read, whatever anybody has answered. */
export const RingFirst = ({ caseId }: { readonly caseId?: Id }) => {
  const { t } = useTranslation("notes");
  return (
    <Card tone="talk-about">
      <div className={styles.ring}>
        <div>
          <h2>{t("ring.title")}</h2>
          <p>{t("ring.body")}</p>
        </div>
        <ButtonLink to={caseId === undefined ? "/notes/doors" : `/cases/${caseId}/notes/doors`}>
          {t("ring.doors")}
        </ButtonLink>
      </div>
    </Card>
  );
};
