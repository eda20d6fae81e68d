import { useTranslation } from "react-i18next";
import { goalIn } from "#core/plan/change-plan";
import { shownName } from "#core/schema/person";
import { HOW_CLOSE } from "#core/schema/plan";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Card } from "../../components/card";
import { CopiedFrom } from "./copied-from";
import styles from "./plan.module.css";

/** What the child wanted, and how close people said they were; nothing where nothing was said. */
export const FinishedGoal = () => {
  const { t } = useTranslation("plan");
  const { child } = useOpenVisit();
  const { words, howClose, howCloseWords } = useVisit(goalIn);
  // What a newer version calls it cannot be said here; it is kept.
  const known = HOW_CLOSE.find((each) => each === howClose);
  const close = [known === undefined ? "" : t(`goal.close.${known}`), howCloseWords.trim()].filter(Boolean);
  if (words.trim() === "" && close.length === 0) return null;
  return (
    <Card aria-labelledby="plan-goal">
      <h2 id="plan-goal">{t("goal.title", { name: shownName(child) })}</h2>
      <CopiedFrom sectionId="goal" />
      {words.trim() !== "" && (
        <p dir="auto" className={styles.said}>
          {words.trim()}
        </p>
      )}
      {close.length > 0 && (
        <dl className={styles.facts}>
          <div>
            <dt>{t("goal.howClose")}</dt>
            {close.map((each) => (
              <dd key={each} dir="auto">
                {each}
              </dd>
            ))}
          </div>
        </dl>
      )}
    </Card>
  );
};
