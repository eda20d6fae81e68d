import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { canTakeBackMove } from "#core/visit/move-visit";
import { Button } from "../../components/button";
import { useOpenVisit, useVisit, useVisitPath } from "./open-visit";
import { useMoveVisit } from "./use-move-visit";
import { useNewerWords } from "./use-newer-words";
import { useWithdrawals } from "./use-withdrawal";
import styles from "./words-line.module.css";

/**
 * A quiet line under the head of a visit: that its words were withdrawn and what to use instead, that there are newer
 * ones, or that the visit has just moved to them.
 */
export const WordsLine = () => {
  const { finished } = useOpenVisit();
  return finished ? null : <OfDraft />;
};

const OfDraft = () => {
  const { t } = useTranslation("newer-words");
  const path = useVisitPath();
  const newer = useNewerWords();
  const isMoved = useVisit(canTakeBackMove);
  const moving = useMoveVisit();
  const withdrawals = useWithdrawals();
  const isThere = useLocation().pathname === path("newer-words");
  if (isMoved && isThere) return null;
  if (isMoved) {
    return (
      <div className={styles.line}>
        <span>{t("line.moved")}</span>
        <Link to={path("newer-words")}>{t("line.look")}</Link>
        <Button
          weight="quiet"
          onClick={() => {
            void moving.takeBack();
          }}
        >
          {t("line.undo")}
        </Button>
      </div>
    );
  }
  const hasNewer = newer !== null && newer.length > 0;
  // The page of newer words says it all itself.
  if (isThere && withdrawals.length === 0) return null;
  if (withdrawals.length === 0 && !hasNewer) return null;
  if (withdrawals.length === 0) {
    return (
      <div className={styles.line}>
        <Link to={path("newer-words")}>{t("line.newer")}</Link>
      </div>
    );
  }
  return (
    <div className={`${styles.line} ${styles.withdrawn}`} role="note">
      <span>{t("line.withdrawn")}</span>
      {withdrawals.map((instead, index) => (
        <Fragment key={index}>
          {instead.kind === "words" && <span>{t("line.useInstead", { words: instead.words })}</span>}
          {instead.kind === "version" && newer !== null && !hasNewer && <span>{t("line.notYet")}</span>}
        </Fragment>
      ))}
      {hasNewer && <Link to={path("newer-words")}>{t("line.useNewer")}</Link>}
    </div>
  );
};
