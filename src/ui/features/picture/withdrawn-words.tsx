import { useTranslation } from "react-i18next";
import { useOpenVisit } from "../../app/visit/open-visit";
import { useWithdrawals } from "../../app/visit/use-withdrawal";
import styles from "./picture.module.css";

/** Says of a finished profile that its words were withdrawn since; they stand as they were. */
export const WithdrawnWords = () => {
  const { t } = useTranslation("picture");
  const { finished } = useOpenVisit();
  const withdrawals = useWithdrawals();
  if (!finished || withdrawals.length === 0) return null;
  const instead = withdrawals.flatMap((each) => (each.kind === "words" ? [each.words] : []));
  const isNewer = withdrawals.some(({ kind }) => kind === "version");
  return (
    <div className={styles.notice} role="note">
      <p>
        {t("withdrawn")} {isNewer && t("withdrawnNewer")}
      </p>
      {instead.map((words) => (
        <p key={words}>{t("withdrawnInstead", { words })}</p>
      ))}
    </div>
  );
};
