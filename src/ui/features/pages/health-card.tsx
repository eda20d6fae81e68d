import { useTranslation } from "react-i18next";
import { Card } from "../../components/card";
import styles from "./pages.module.css";

/** What cannot wait for any appointment. It is always shown, whatever was answered: nothing calls it up or hides it. */
export const HealthCard = () => {
  const { t } = useTranslation("pages");
  return (
    <Card tone="talk-about" role="note" aria-label={t("health.label")}>
      <p className={styles.health}>
        {t("health.signs")} <b>{t("health.do")}</b>
      </p>
    </Card>
  );
};
