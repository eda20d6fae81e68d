import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { chosen } from "#core/questionnaire/points";
import { shownName } from "#core/schema/person";
import type { AskedItem } from "#core/schema/questionnaire";
import { ChoiceGroup } from "../../components/form/choice-group";
import type { ItemProps } from "./item-props";
import { useFilling } from "./filling";
import { LongWords } from "./long-words";
import { OneChoice, useChoiceFlow } from "./one-choice";
import { QuestionText } from "./question-text";

type OneOf = Extract<AskedItem, { kind: "choice" | "open-choice" }>;

/** One of several, or words of one's own. Own words stay at hand while something else is looked at. */
export const ChoiceItem = ({ item, value, onGive }: ItemProps<OneOf>) => {
  const { t } = useTranslation("pages");
  const { wording, person } = useFilling();
  const name = useId();
  const [own, setOwn] = useState({
    isOpen: value?.type === "words",
    words: value?.type === "words" ? value.words : "",
  });
  const words = wording.items[item.id]?.choices;
  const flow = useChoiceFlow(
    item.choices.map(({ picture }) => picture),
    Object.values(words ?? {}),
  );
  return (
    <>
      <ChoiceGroup legend={<QuestionText item={item} />} flow={flow}>
        {item.choices.map((choice) => (
          <OneChoice
            key={choice.id}
            type="radio"
            name={name}
            picture={choice.picture}
            checked={!own.isOpen && value?.type === "choice" && value.choice === choice.id}
            onChange={() => {
              setOwn({ ...own, isOpen: false });
              onGive({ type: "choice", ...chosen(item, choice.id) });
            }}
          >
            {words?.[choice.id]}
          </OneChoice>
        ))}
        {item.kind === "open-choice" && (
          <OneChoice
            type="radio"
            name={name}
            picture={undefined}
            checked={own.isOpen}
            onChange={() => {
              setOwn({ ...own, isOpen: true });
              onGive(own.words.trim() === "" ? undefined : { type: "words", words: own.words });
            }}
          >
            {t("otherWords")}
          </OneChoice>
        )}
      </ChoiceGroup>
      {own.isOpen && (
        <LongWords
          label={t("ownWords", { name: shownName(person) })}
          hint={undefined}
          words={own.words}
          onWords={(next) => {
            setOwn({ isOpen: true, words: next });
            onGive({ type: "words", words: next });
          }}
        />
      )}
    </>
  );
};
