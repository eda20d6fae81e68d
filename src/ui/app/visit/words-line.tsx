import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { canTakeBackMove } from "#core/visit/move-visit";
import { Button } from "../../components/button";
import { useOpenVisit, useVisit, useVisitPath } from "./open-visit";
import { useMoveVisit } from "./use-move-visit";
import { useNewerWords } from "./use-newer-words";
import styles from "./words-line.module.css";

/** A quiet line under the head of a visit: that there are newer words, or that the visit has just moved to them. */
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
  if (newer === null || newer.length === 0) return null;
  return (
    <div className={styles.line}>
      <Link to={path("newer-words")}>{t("line.newer")}</Link>
    </div>
  );
};
