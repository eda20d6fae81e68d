import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer, MissingWhy } from "#core/schema/answer";
import type { Prompt } from "#core/schema/instrument";
import type { Person } from "#core/schema/person";
import { promptsFor } from "#core/instrument/load-instrument";
import { offeredChoices } from "#core/instrument/offered-choices";
import { bandOn } from "#core/scoring/band-on";
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
  const choicesFor = (prompt: Prompt): readonly OfferedChoice[] => [
    ...offeredChoices(instrument.structure, prompt, band).map(({ id, points }) => ({
      id,
      words: instrument.wording.choices[id],
      given: { kind: "answered", choice: id, points } as const,
      quiet: false,
    })),
    ...OTHERS.map(({ key, given }) => ({ id: key, words: t(key), given, quiet: true })),
  ];
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
            <Example key={prompt.id} strandId={strandId} person={person} prompt={prompt} choices={choicesFor(prompt)} />
          ))}
          <Suggestion strandId={strandId} person={person} prompts={prompts} />
        </div>
      )}
    </Card>
  );
};

interface ExampleProps extends OfPerson {
  readonly prompt: Prompt;
  readonly choices: readonly OfferedChoice[];
}

/** A choice as it is offered; the four that are no answer to the question are quiet. */
interface OfferedChoice {
  readonly id: string;
  readonly words: string | undefined;
  readonly given: Answer;
  readonly quiet: boolean;
}

/**
 * One example. What is chosen is kept by the inputs themselves; only the store hears of it, through one listener: on
 * the page of all nine there are about five hundred choices.
 */
const Example = ({ strandId, person, prompt, choices }: ExampleProps) => {
  const { store, instrument } = useOpenVisit();
  const name = `${prompt.id} ${person.id}`;
  const opened = voiceIn(store.get(), strandId, person.id).answersByPromptId[prompt.id];
  const answer = (given: Answer): void => {
    store.change((visit) => {
      const { answersByPromptId } = voiceIn(visit, strandId, person.id);
      return changeVoice(visit, strandId, person.id, {
        answersByPromptId: { ...answersByPromptId, [prompt.id]: given },
      });
    });
  };
  return (
    <fieldset
      className={styles.example}
      onChange={({ target }) => {
        const chosen = target instanceof HTMLInputElement && choices.find(({ id }) => id === target.value);
        if (chosen) answer(chosen.given);
      }}
    >
      <legend>{instrument.wording.strands[strandId]?.prompts[prompt.id]}</legend>
      <div className={styles.choices}>
        {choices.map(({ id, words, given, quiet }) => (
          <label key={id} className={styles.choice} data-quiet={quiet}>
            <input
              autoComplete="off"
              type="radio"
              name={name}
              value={id}
              defaultChecked={opened !== undefined && isSameAnswer(opened, given)}
            />
            <span>{words}</span>
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

const isSameAnswer = (one: Answer, other: Answer): boolean => {
  if (one.kind === "answered") return other.kind === "answered" && one.choice === other.choice;
  return one.kind === other.kind && (one.kind !== "missing" || (other.kind === "missing" && one.why === other.why));
};
