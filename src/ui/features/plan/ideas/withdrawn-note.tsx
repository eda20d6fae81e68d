import { useTranslation } from "react-i18next";
import type { Idea } from "#core/schema/plan";
import { insteadIn, type Withdrawal, withdrawalOf } from "#core/strategies/withdrawn";
import { useWithdrawnWording } from "../../../app/use-withdrawn-wording";
import styles from "./ideas.module.css";
import { useStrategies } from "./use-strategies";

/** Says of an action that the idea it was made from has been withdrawn since, and what there is in its place. */
export const WithdrawnNote = ({ idea }: { readonly idea: Idea }) => {
  const { t } = useTranslation("plan");
  const withdrawal = withdrawalOf(idea, useWithdrawnWording());
  if (withdrawal === undefined) return null;
  return (
    <div className={styles.withdrawn} role="note">
      <p>{t("ideas.withdrawn")}</p>
      {withdrawal.useInstead !== "" && <InItsPlace withdrawal={withdrawal} />}
    </div>
  );
};

const InItsPlace = ({ withdrawal }: { readonly withdrawal: Withdrawal }) => {
  const { t } = useTranslation("plan");
  const strategies = useStrategies();
  if (strategies.kind !== "ready") return null;
  const instead = insteadIn(strategies.set, withdrawal);
  if (instead.kind === "nothing") return null;
  return (
    <p>
      {t("ideas.instead")} <b dir="auto">{instead.kind === "strategy" ? instead.strategy.title : instead.words}</b>
    </p>
  );
};
