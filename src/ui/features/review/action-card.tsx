import type { ReactNode } from "react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Kept } from "#core/plan/actions";
import { helpedIn, reviewedActionIn, reviewSectionIds } from "#core/review/said-in-review";
import type { Action, Idea } from "#core/schema/plan";
import { type Person, shownName } from "#core/schema/person";
import { HELPED, TRIED, WHAT_NEXT } from "#core/schema/review";
import { Card } from "../../components/card";
import { TextField } from "../../components/form/text-field";
import { ChoiceOrOpen } from "./choice-or-open";
import styles from "./review.module.css";
import { useReviewPart, useReviewStore } from "./review-store";
import { useWhoSays } from "./use-who-says";
import { WhoseWords } from "./whose-words";

export type IdeaBeside = (props: { readonly idea: Idea }) => ReactNode;

interface ActionCardProps {
  readonly action: Kept<Action>;
  /** What goes with an idea wherever it stands: above all, when to stop. */
  readonly IdeaBeside: IdeaBeside;
}

/** One thing that was to be tried: was it, did it help and in whose words, and what next. */
export const ActionCard = ({ action: { id, content }, IdeaBeside }: ActionCardProps) => {
  const titleId = useId();
  const [title = "", ...more] = content.what.trim().split("\n");
  return (
    <Card aria-labelledby={titleId}>
      <h2 id={titleId} dir="auto">
        {title}
      </h2>
      {more.length > 0 && (
        <p dir="auto" className={styles.said}>
          {more.join("\n")}
        </p>
      )}
      {content.idea !== undefined && <IdeaBeside idea={content.idea} />}
      <HowWeKnow words={content.howWeKnow} />
      <div className={styles.parts}>
        <Tried actionId={id} />
        <DidItHelp actionId={id} />
        <WhatNext actionId={id} />
      </div>
    </Card>
  );
};

const HowWeKnow = ({ words }: { readonly words: string }) => {
  const { t } = useTranslation("review");
  if (words.trim() === "") return null;
  return (
    <p className={styles.quiet}>
      {t("howWeKnow")}{" "}
      <span dir="auto" className={styles.said}>
        {words.trim()}
      </span>
    </p>
  );
};

const Tried = ({ actionId }: { readonly actionId: string }) => {
  const { t } = useTranslation("review");
  const store = useReviewStore();
  const tried = useReviewPart(({ sections }) => reviewedActionIn(sections, actionId).tried);
  return (
    <ChoiceOrOpen
      legend={t("tried.title")}
      choices={TRIED.map((id) => ({ id, words: t(`tried.${id}`) }))}
      chosen={tried}
      onChoose={(chosen) => {
        store.say(reviewSectionIds.action(actionId), { tried: chosen });
      }}
    />
  );
};

const DidItHelp = ({ actionId }: { readonly actionId: string }) => {
  const { t } = useTranslation("review");
  const sectionIdOf = (personId: string): string => reviewSectionIds.helped(actionId, personId);
  const people = useWhoSays(sectionIdOf);
  return (
    <div className={styles.part}>
      <h3>{t("helped.title")}</h3>
      <WhoseWords
        label={t("helped.whose")}
        people={people}
        sectionIdOf={sectionIdOf}
        choice={(person) => <Helped actionId={actionId} person={person} />}
      />
    </div>
  );
};

const Helped = ({ actionId, person }: { readonly actionId: string; readonly person: Person }) => {
  const { t } = useTranslation("review");
  const store = useReviewStore();
  const helped = useReviewPart(({ sections }) => helpedIn(sections, actionId, person.id).helped);
  return (
    <ChoiceOrOpen
      legend={t("helped.ask", { name: shownName(person) })}
      choices={HELPED.map((id) => ({ id, words: t(`helped.${id}`) }))}
      chosen={helped}
      onChoose={(chosen) => {
        store.say(reviewSectionIds.helped(actionId, person.id), { helped: chosen });
      }}
    />
  );
};

const WhatNext = ({ actionId }: { readonly actionId: string }) => {
  const { t } = useTranslation("review");
  const store = useReviewStore();
  const sectionId = reviewSectionIds.action(actionId);
  const next = useReviewPart(({ sections }) => reviewedActionIn(sections, actionId).next);
  return (
    <div className={styles.part}>
      <ChoiceOrOpen
        legend={t("whatNext.title")}
        choices={WHAT_NEXT.map((id) => ({ id, words: t(`whatNext.${id}`) }))}
        chosen={next}
        onChoose={(chosen) => {
          store.say(sectionId, { next: chosen });
        }}
      />
      <TextField
        label={t("whatNext.words")}
        maxLength={500}
        defaultValue={reviewedActionIn(store.get().sections, actionId).nextWords}
        onChange={(event) => {
          store.say(sectionId, { nextWords: event.currentTarget.value });
        }}
      />
    </div>
  );
};
