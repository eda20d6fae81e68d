import { useTranslation } from "react-i18next";
import { Card } from "../components/card";
import styles from "./layout.module.css";

/** Shown while something opens: no way out is offered, because it is about to be over. */
export const Opening = () => {
  const { t } = useTranslation();
  return (
    <main id="main" className={`${styles.narrow} ${styles.late}`}>
      <Card role="status">
        <h1>{t("loading")}</h1>
      </Card>
    </main>
  );
};
