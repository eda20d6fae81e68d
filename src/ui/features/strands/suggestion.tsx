import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Prompt } from "#core/schema/instrument";
import { type Person, shownName } from "#core/schema/person";
import { placeOf } from "#core/scoring/place-in-words";
import { suggestPosition } from "#core/scoring/suggest-position";
import { voiceIn } from "#core/visit/change-section";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import styles from "./examples.module.css";

interface SuggestionProps {
  readonly strandId: string;
  readonly person: Person;
  readonly prompts: readonly Prompt[];
}

/** Where the answers sit: only after the person has marked, only when asked, and it never places a mark. */
export const Suggestion = ({ strandId, person, prompts }: SuggestionProps) => {
  const { t } = useTranslation("strands");
  const { area } = useServices();
  const marked = useVisit((visit) => voiceIn(visit, strandId, person.id).mark.kind === "placed");
  const answers = useVisit((visit) => voiceIn(visit, strandId, person.id).answersByPromptId);
  const { choices } = useOpenVisit().instrument.structure;
  const [asked, setAsked] = useState(false);
  const saidNotYet = prompts.some(({ id }) => {
    const answer = answers[id];
    return (
      answer?.kind === "answered" && choices.some(({ id: of, onlyIn }) => of === answer.choice && onlyIn !== undefined)
    );
  });
  if (!area.suggestions) return null;
  if (!marked) return <p className={styles.quiet}>{t("suggestionAfterMark")}</p>;
  return (
    <div className={styles.suggestion}>
      <Button
        aria-expanded={asked}
        onClick={() => {
          setAsked(!asked);
        }}
      >
        {t("suggestion")}
      </Button>
      <div role="status">
        {asked && (
          <Working name={shownName(person)} result={suggestPosition(prompts, answers)} saidNotYet={saidNotYet} />
        )}
      </div>
    </div>
  );
};

interface WorkingProps {
  readonly name: string;
  readonly result: ReturnType<typeof suggestPosition>;
  readonly saidNotYet: boolean;
}

const Working = ({ name, result, saidNotYet }: WorkingProps) => {
  const { t } = useTranslation("strands");
  const { t: common } = useTranslation();
  if (!result.ok) {
    const { error } = result;
    return error.type === "TooFewApply" ? (
      <p>{t("suggestionTooFewApply", { name })}</p>
    ) : (
      <p>{t("suggestionTooFewAnswered", { answered: error.answered, applicable: error.applicable })}</p>
    );
  }
  const { position, partial, answered, applicable } = result.value;
  return (
    <div className={styles.working}>
      <p>
        {t("suggestionAt", { name, place: common(`place.${placeOf(position)}`) })}
        {partial && ` ${t("suggestionPartial", { answered, applicable })}`}
      </p>
      <p className={styles.quiet}>
        {t("suggestionWorking")}
        {saidNotYet && ` ${t("suggestionNotYet")}`}
      </p>
    </div>
  );
};
