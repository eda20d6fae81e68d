import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Strategy } from "#core/schema/strategy";
import { useOpenVisit } from "../../../app/visit/open-visit";
import { Button } from "../../../components/button";
import { IdeaNotes } from "./idea-notes";
import styles from "./ideas.module.css";

interface IdeaCardProps {
  readonly strategy: Strategy;
  /** It was taken already, and stands in the plan. */
  readonly isInPlan: boolean;
  readonly onTake: () => void;
}

export const placeOfIdea = (strategyId: string): string => `idea/${strategyId}`;

/** One idea, whole: nothing of it is folded away, so that it is never taken unread. */
export const IdeaCard = ({ strategy, isInPlan, onTake }: IdeaCardProps) => {
  const { t } = useTranslation("plan");
  const { instrument } = useOpenVisit();
  const headingId = useId();
  const { id, strandId, setting, title, what, why, howToTell } = strategy;
  return (
    <article className={styles.idea} aria-labelledby={headingId}>
      <div>
        <h3 id={headingId} data-place={placeOfIdea(id)} tabIndex={-1} dir="auto">
          {title}
        </h3>
        <p className={styles.about}>
          <bdi>{instrument.wording.strands[strandId]?.family}</bdi> · <bdi>{t(`setting.${setting}`)}</bdi>
        </p>
      </div>
      <p dir="auto">{what}</p>
      <dl className={styles.facts}>
        <div>
          <dt>{t("ideas.why")}</dt>
          <dd dir="auto">{why}</dd>
        </div>
        <div>
          <dt>{t("ideas.howToTell")}</dt>
          <dd dir="auto">{howToTell}</dd>
        </div>
      </dl>
      <IdeaNotes idea={strategy} />
      <p>
        {isInPlan ? (
          <span className={styles.about}>✓ {t("ideas.taken")}</span>
        ) : (
          <Button aria-label={t("ideas.takeOf", { title })} onClick={onTake}>
            {t("ideas.take")}
          </Button>
        )}
      </p>
    </article>
  );
};
