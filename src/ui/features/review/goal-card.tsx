import { useTranslation } from "react-i18next";
import { goalAsSaidIn, reviewSectionIds } from "#core/review/said-in-review";
import { HOW_CLOSE, type PlanSections } from "#core/schema/plan";
import { type Person, shownName } from "#core/schema/person";
import { useOpenVisit } from "../../app/visit/open-visit";
import { Card } from "../../components/card";
import { ChoiceOrOpen } from "./choice-or-open";
import styles from "./review.module.css";
import { useReviewPart, useReviewStore } from "./review-store";
import { useWhoSays } from "./use-who-says";
import { WhoseWords } from "./whose-words";

/** What the child wanted, and how close each person says they are now: words, and nothing counted. */
export const GoalCard = ({ plan }: { readonly plan: PlanSections }) => {
  const { t } = useTranslation("review");
  const { child } = useOpenVisit();
  const people = useWhoSays(reviewSectionIds.goal);
  const words = plan.goal?.words.trim() ?? "";
  if (words === "") return null;
  return (
    <Card aria-labelledby="review-goal">
      <h2 id="review-goal">{t("goal.title", { name: shownName(child) })}</h2>
      <blockquote dir="auto" className={styles.quote}>
        {words}
      </blockquote>
      <WhoseWords
        label={t("goal.whose")}
        people={people}
        sectionIdOf={reviewSectionIds.goal}
        choice={(person) => <HowClose person={person} />}
      />
    </Card>
  );
};

const HowClose = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("review");
  const store = useReviewStore();
  const howClose = useReviewPart(({ sections }) => goalAsSaidIn(sections, person.id).howClose);
  return (
    <ChoiceOrOpen
      legend={t("goal.ask", { name: shownName(person) })}
      choices={HOW_CLOSE.map((id) => ({ id, words: t(`goal.close.${id}`) }))}
      chosen={howClose}
      onChoose={(chosen) => {
        store.say(reviewSectionIds.goal(person.id), { howClose: chosen });
      }}
    />
  );
};
