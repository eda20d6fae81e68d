import { useState } from "react";
import { useTranslation } from "react-i18next";
import { moveUp, workedOnFirst } from "#core/plan/work-on-first";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { useFocusNext } from "./focus-place";
import styles from "./plan.module.css";

/** What was chosen, in its order, which can be changed. */
export const ChosenOrder = () => {
  const { t } = useTranslation("plan");
  const { store, instrument } = useOpenVisit();
  const chosen = useVisit(workedOnFirst);
  const focusNext = useFocusNext();
  const [moved, setMoved] = useState("");
  const nameOf = (strandId: string): string => instrument.wording.strands[strandId]?.family ?? "";

  const move = (strandId: string, at: number): void => {
    store.change((visit) => moveUp(visit, strandId));
    setMoved(t("first.moved", { strand: nameOf(strandId), number: at }));
    focusNext(`first/${strandId}`);
  };

  if (chosen.length === 0) return null;
  return (
    <div>
      <h3 id="plan-order">{t("first.order")}</h3>
      <ol className={styles.order} aria-labelledby="plan-order">
        {chosen.map((strandId, at) => (
          <li key={strandId} data-place={`first/${strandId}`} tabIndex={-1}>
            <span className={styles.badge} aria-hidden="true">
              {at + 1}
            </span>
            <span className={styles.orderName}>{nameOf(strandId)}</span>
            {at > 0 && (
              <Button
                weight="quiet"
                aria-label={t("first.moveUpOf", { strand: nameOf(strandId) })}
                onClick={() => {
                  move(strandId, at);
                }}
              >
                <span aria-hidden="true">↑</span> {t("first.moveUp")}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <span className="visually-hidden" role="status">
        {moved}
      </span>
    </div>
  );
};
