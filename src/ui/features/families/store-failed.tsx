import { useTranslation } from "react-i18next";
import layout from "../../app/layout.module.css";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import styles from "./families.module.css";

/** The store did not answer: what to try, and that nothing is lost. */
export const StoreFailed = () => {
  const { t } = useTranslation();
  return (
    <main id="main" className={layout.narrow}>
      <Card role="alert">
        <h1>{t("problem.storageTitle")}</h1>
        <p>{t("problem.storageBody")}</p>
        <div className={styles.actions}>
          <Button
            weight="main"
            onClick={() => {
              globalThis.location.reload();
            }}
          >
            {t("problem.again")}
          </Button>
        </div>
      </Card>
    </main>
  );
};
