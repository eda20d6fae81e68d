import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer, MissingWhy } from "#core/schema/answer";
import type { Prompt } from "#core/schema/instrument";
import type { Person } from "#core/schema/person";
import { promptsFor } from "#core/instrument/load-instrument";
import { bandOn } from "#core/scoring/since-last-time";
import { changeVoice, voiceIn } from "#core/visit/change-section";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import styles from "./examples.module.css";
import { Suggestion } from "./suggestion";

interface OfPerson {
  readonly strandId: string;
  readonly person: Person;
}

interface ExamplesProps extends OfPerson {
  /** The level under the strand's own heading. */
  readonly heading: "h2" | "h3";
}

/** Everyday examples for when talk sticks. None is asked for. */
export const Examples = ({ strandId, person, heading: Heading }: ExamplesProps) => {
  const { t } = useTranslation("strands");
  const { instrument } = useOpenVisit();
  const band = useVisit((visit) => bandOn(strandId, visit.profile.sections));
  const [open, setOpen] = useState(false);
  const prompts = promptsFor(instrument.structure, strandId, band);
  return (
    <Card className={styles.examples}>
      <Heading>{t("talkSticks")}</Heading>
      <p className={styles.quiet}>{t("examplesHint")}</p>
      <div>
        <Button
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? t("closeExamples") : t("openExamples")}
        </Button>
      </div>
      {open && (
        <div className={styles.list}>
          {prompts.map((prompt) => (
            <Example key={prompt.id} strandId={strandId} person={person} prompt={prompt} />
          ))}
          <Suggestion strandId={strandId} person={person} prompts={prompts} />
        </div>
      )}
    </Card>
  );
};

interface ExampleProps extends OfPerson {
  readonly prompt: Prompt;
}

/** One example. What is chosen is kept by the inputs themselves; only the store hears of it. */
const Example = ({ strandId, person, prompt }: ExampleProps) => {
  const { t } = useTranslation("strands");
  const { store, instrument } = useOpenVisit();
  const { structure, wording } = instrument;
  const choices = structure.choices.filter((choice) => choice.onlyIn === undefined);
  const name = `${prompt.id} ${person.id}`;
  const opened = voiceIn(store.get(), strandId, person.id).answersByPromptId[prompt.id];
  const answer = (given: Answer | undefined): void => {
    store.change((visit) => {
      const { [prompt.id]: _earlier, ...rest } = voiceIn(visit, strandId, person.id).answersByPromptId;
      return changeVoice(visit, strandId, person.id, {
        answersByPromptId: given === undefined ? rest : { ...rest, [prompt.id]: given },
      });
    });
  };
  return (
    <fieldset className={styles.example}>
      <legend>{wording.strands[strandId]?.prompts[prompt.id]}</legend>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.id} className={styles.choice}>
            <input
              type="radio"
              name={name}
              defaultChecked={opened?.kind === "answered" && opened.choice === choice.id}
              onChange={() => {
                answer({ kind: "answered", choice: choice.id, points: choice.points });
              }}
            />
            <span>{wording.choices[choice.id]}</span>
          </label>
        ))}
        {OTHERS.map(({ key, given }) => (
          <label key={key} className={styles.choice} data-quiet="true">
            <input
              type="radio"
              name={name}
              defaultChecked={opened !== undefined && sameOther(opened, given)}
              onChange={() => {
                answer(given);
              }}
            />
            <span>{t(key)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

const missing = (why: MissingWhy): Answer => ({ kind: "missing", why });

const OTHERS: readonly {
  readonly key: "doesNotApply" | "dontKnow" | "preferNotToSay" | "notAsked";
  readonly given: Answer;
}[] = [
  { key: "doesNotApply", given: { kind: "does-not-apply" } },
  { key: "dontKnow", given: missing("dont-know") },
  { key: "preferNotToSay", given: missing("prefer-not-to-say") },
  { key: "notAsked", given: missing("not-asked") },
];

const sameOther = (one: Answer, other: Answer): boolean =>
  one.kind === other.kind && (one.kind !== "missing" || (other.kind === "missing" && one.why === other.why));
