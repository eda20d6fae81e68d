import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Id } from "#core/schema/ids";
import { Card } from "../../components/card";
import styles from "./notes.module.css";

/** On a child's record: the way to one's own notes. It is the same whether or not anything is there. */
export const NotesCard = ({ caseId }: { readonly caseId: Id }) => {
  const { t } = useTranslation("notes");
  return (
    <Card>
      <h2>{t("title")}</h2>
      <p className={styles.quiet}>{t("card")}</p>
      <p>
        <Link className={styles.open} to={`/cases/${caseId}/notes`}>
          {t("open")}
        </Link>
      </p>
    </Card>
  );
};
