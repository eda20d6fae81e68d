import { useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Card } from "../../components/card";
import { TickCard } from "../../components/form/tick-card";
import type { StartValues } from "./start-values";
import styles from "./start.module.css";
import { useMissing } from "./use-missing";

/** What the conversation is for, and how far privacy goes: said before anything is asked. */
export const WhatThisIs = () => {
  const { t } = useTranslation("start");
  const { t: common } = useTranslation();
  const { register } = useFormContext<StartValues>();
  const missing = useMissing();
  return (
    <Card>
      <h2>{t("what.title")}</h2>
      <p>{common("purpose")}</p>
      <div className={styles.sayAloud}>
        <p className={styles.quiet}>{t("what.first")}</p>
        <blockquote className={styles.limit}>{t("what.limit")}</blockquote>
      </div>
      <div className={styles.confirm}>
        <TickCard
          type="checkbox"
          error={missing("agreement.privacyLimitSaid")}
          {...register("agreement.privacyLimitSaid")}
        >
          {t("what.said")}
        </TickCard>
      </div>
    </Card>
  );
};
