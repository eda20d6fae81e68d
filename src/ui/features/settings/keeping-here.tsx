import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Space } from "#platform/persistence";
import { useServices } from "../../app/services";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import styles from "./settings.module.css";

/** What it means for what is kept here that the app is installed, or is not, in this browser. */
export const KeepingHere = () => {
  const { t } = useTranslation("keeping");
  const { installed } = useServices();
  const format = useFormat();
  const space = useSpace();
  return (
    <Card>
      <h2>{t("title")}</h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t("here")}</dt>
          <dd>
            <p>
              {installed.isInstalled ? t(`installed.${installed.browser}`) : t(`notInstalled.${installed.browser}`)}
            </p>
            <p>{t("always")}</p>
          </dd>
        </div>
        <div>
          <dt>{t("used")}</dt>
          <dd>
            <p>
              {space?.kind === "known" ? t("usedKnown", { used: format.bytes(space.usedBytes) }) : t("usedNotKnown")}
            </p>
            <p>{t("free")}</p>
          </dd>
        </div>
      </dl>
    </Card>
  );
};

const useSpace = (): Space | null => {
  const { keeping } = useServices();
  const [space, setSpace] = useState<Space | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    void keeping.space().then((answer) => {
      if (!ending.signal.aborted) setSpace(answer);
    });
    return () => {
      ending.abort();
    };
  }, [keeping]);
  return space;
};
