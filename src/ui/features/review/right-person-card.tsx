import { useTranslation } from "react-i18next";
import { whoHoldsTheWhole } from "#core/review/right-person";
import { reviewSectionIds, rightPersonIn } from "#core/review/said-in-review";
import { type Person, shownName } from "#core/schema/person";
import { RIGHT_PERSON } from "#core/schema/review";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Card } from "../../components/card";
import { ChoiceOrOpen } from "./choice-or-open";
import styles from "./review.module.css";
import { useReviewPart, useReviewStore } from "./review-store";
import { useWhoSays } from "./use-who-says";
import { WhoseWords } from "./whose-words";

/** The family has a say in who holds the whole for them: asked of the child and the family alone. */
export const RightPersonCard = () => {
  const { t } = useTranslation("review");
  const { people } = useOpenVisit();
  const ledBy = useVisit((visit) => visit.profile.sections.frame.ledBy);
  const asked = useWhoSays(reviewSectionIds.rightPerson).filter(({ kind }) => kind === "child" || kind === "family");
  const holder = whoHoldsTheWhole(people, ledBy);
  if (holder === undefined) return null;
  const name = shownName(holder);
  return (
    <Card aria-labelledby="review-right-person">
      <h2 id="review-right-person">{t("rightPerson.title", { name })}</h2>
      <p className={styles.quiet}>{t("rightPerson.hint")}</p>
      <WhoseWords
        label={t("rightPerson.whose")}
        people={asked}
        sectionIdOf={reviewSectionIds.rightPerson}
        around={{ aboutId: holder.id }}
        choice={(person) => <Answer person={person} holder={holder} />}
      />
    </Card>
  );
};

const Answer = ({ person, holder }: { readonly person: Person; readonly holder: Person }) => {
  const { t } = useTranslation("review");
  const store = useReviewStore();
  const answer = useReviewPart(({ sections }) => rightPersonIn(sections, person.id)?.answer ?? "");
  return (
    <ChoiceOrOpen
      legend={t("rightPerson.ask", { name: shownName(person), holder: shownName(holder) })}
      choices={RIGHT_PERSON.map((id) => ({ id, words: t(`rightPerson.${id}`) }))}
      chosen={answer}
      onChoose={(chosen) => {
        store.say(reviewSectionIds.rightPerson(person.id), { aboutId: holder.id, answer: chosen });
      }}
    />
  );
};
