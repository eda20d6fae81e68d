import { useTranslation } from "react-i18next";
import type { PutBack } from "#storage/rescue/put-back-rescue";
import { ClosedRows } from "../../app/rescue/closed-rows";
import styles from "../../app/rescue/rescue.module.css";
import { useHolds } from "../../app/rescue/use-holds";

/** What came back from a file. */
export const CameBackNote = ({ back }: { readonly back: PutBack }) => {
  const { t } = useTranslation("rescue");
  const holds = useHolds();
  const isNothing = back.drafts + back.waiting + back.records === 0;
  return (
    <div className={styles.note} role="status">
      <p>{isNothing ? t("back.nothingNew") : t("back.done", holds(back))}</p>
      {back.besides > 0 && <p>{t("back.besides", { count: back.besides })}</p>}
      {back.waiting > 0 && <p>{t("back.sent")}</p>}
      <ClosedRows title={t("back.closed", { count: back.stillClosed.length })} rows={back.stillClosed} />
    </div>
  );
};
