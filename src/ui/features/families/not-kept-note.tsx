import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import styles from "./families.module.css";

/** Says, until somebody has read it, that the browser has not promised to keep what is here. It asks nobody. */
export const NotKeptNote = () => {
  const { t } = useTranslation("keeping");
  const { keeping, deviceNotes } = useServices();
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (deviceNotes.saidNotKept()) return undefined;
    const ending = new AbortController();
    void keeping.promise().then((promise) => {
      if (!ending.signal.aborted) setIsShown(promise === "may-be-cleared");
    });
    return () => {
      ending.abort();
    };
  }, [keeping, deviceNotes]);
  if (!isShown) return null;
  return (
    <Card aria-labelledby="not-kept">
      <h2 id="not-kept">{t("notKept.title")}</h2>
      <p className={styles.soft}>{t("notKept.body")}</p>
      <div className={styles.actions}>
        <Button
          onClick={() => {
            deviceNotes.sayNotKept();
            setIsShown(false);
          }}
        >
          {t("notKept.understood")}
        </Button>
        <Link to="/settings">{t("notKept.more")}</Link>
      </div>
    </Card>
  );
};
