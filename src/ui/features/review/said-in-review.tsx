import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ActionLookedAt, InWordsOf, SeenReview } from "#core/review/review-for";
import { HOW_CLOSE } from "#core/schema/plan";
import { HELPED, RIGHT_PERSON, TRIED, WHAT_NEXT } from "#core/schema/review";
import { useChartPeople } from "../../app/visit/use-picture";
import { useFormat } from "../../i18n/use-format";
import styles from "./review.module.css";

/** One review to read: action by action, then the goal, the right person, and what comes next. */
export const SaidInReview = ({ seen: { actions, goal, rightPerson, next } }: { readonly seen: SeenReview }) => {
  const { t } = useTranslation("review");
  const { nameOf } = useChartPeople();
  const format = useFormat();
  const close = (said: string): string => knownWords(HOW_CLOSE, said, (id) => t(`goal.close.${id}`));
  const answer = (said: string): string => knownWords(RIGHT_PERSON, said, (id) => t(`rightPerson.${id}`));
  return (
    <dl className={styles.facts}>
      {actions.map((action) => (
        <OneAction key={action.actionId} action={action} />
      ))}
      <Voices
        title={t("goal.now")}
        voices={goal.map(({ personId, said }) => ({ personId, said: [close(said.howClose), said.words] }))}
      />
      <Voices
        title={t("rightPerson.read", { name: nameOf(rightPerson[0]?.said.aboutId ?? "") })}
        voices={rightPerson.map(({ personId, said }) => ({ personId, said: [answer(said.answer), said.words] }))}
      />
      {(next.words.trim() !== "" || next.reviewOn !== "") && (
        <Fact title={t("next.title")}>
          {next.words.trim() !== "" && <Words>{next.words}</Words>}
          {next.reviewOn !== "" && <p>{t("next.on", { day: format.longDay(next.reviewOn) })}</p>}
        </Fact>
      )}
    </dl>
  );
};

const OneAction = ({ action }: { readonly action: ActionLookedAt }) => {
  const { t } = useTranslation("review");
  const { what, tried, next, nextWords } = action;
  const triedWords = knownWords(TRIED, tried, (id) => t(`tried.${id}`));
  const nextSaid = [knownWords(WHAT_NEXT, next, (id) => t(`whatNext.${id}`)), nextWords.trim()].filter(Boolean);
  const helped = (said: string): string => knownWords(HELPED, said, (id) => t(`helped.${id}`));
  return (
    <Fact title={what.trim().split("\n")[0] ?? ""}>
      {triedWords !== "" && <p>{t("tried.read", { said: triedWords })}</p>}
      <VoiceLines
        voices={action.helped.map(({ personId, said }) => ({ personId, said: [helped(said.helped), said.words] }))}
      />
      {nextSaid.length > 0 && (
        <p>
          {t("whatNext.read")} <bdi>{nextSaid.join(". ")}</bdi>
        </p>
      )}
    </Fact>
  );
};

/** What a newer version calls it cannot be said here; it is kept. */
const knownWords = <C extends string>(known: readonly C[], said: string, words: (id: C) => string): string => {
  const found = known.find((each) => each === said);
  return found === undefined ? "" : words(found);
};

const Fact = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div>
    <dt dir="auto">{title}</dt>
    <dd>{children}</dd>
  </div>
);

const Words = ({ children }: { readonly children: string }) => (
  <p dir="auto" className={styles.said}>
    {children.trim()}
  </p>
);

interface VoicesProps {
  readonly voices: readonly InWordsOf<readonly string[]>[];
}

const Voices = ({ title, voices }: VoicesProps & { readonly title: string }) =>
  voices.length === 0 ? null : (
    <Fact title={title}>
      <VoiceLines voices={voices} />
    </Fact>
  );

const VoiceLines = ({ voices }: VoicesProps) => {
  const { nameOf } = useChartPeople();
  return voices.map(({ personId, said }) => (
    <p key={personId}>
      <bdi className={styles.name}>{nameOf(personId)}</bdi>
      {": "}
      <span dir="auto" className={styles.said}>
        {said
          .map((each) => each.trim())
          .filter(Boolean)
          .join(". ")}
      </span>
    </p>
  ));
};
