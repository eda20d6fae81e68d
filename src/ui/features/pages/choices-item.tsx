import { useTranslation } from "react-i18next";
import { chosen } from "#core/questionnaire/points";
import type { Slug } from "#core/schema/ids";
import { shownName } from "#core/schema/person";
import type { AskedItem } from "#core/schema/questionnaire";
import { ChoiceGroup } from "../../components/form/choice-group";
import type { ItemProps } from "./item-props";
import { useFilling } from "./filling";
import { LongWords } from "./long-words";
import { OneChoice, useChoiceFlow } from "./one-choice";
import { QuestionText } from "./question-text";

type SeveralOf = Extract<AskedItem, { kind: "choices" }>;

/** Any number of several, and words of one's own beside them. */
export const ChoicesItem = ({ item, value, onGive }: ItemProps<SeveralOf>) => {
  const { t } = useTranslation("pages");
  const { wording, person } = useFilling();
  const given = value?.type === "choices" ? value : { choices: [], ownWords: "" };
  const words = wording.items[item.id]?.choices;
  const flow = useChoiceFlow(
    item.choices.map(({ picture }) => picture),
    Object.values(words ?? {}),
  );
  const give = (ids: readonly Slug[], ownWords: string): void => {
    const choices = item.choices.filter(({ id }) => ids.includes(id)).map(({ id }) => chosen(item, id));
    onGive(choices.length === 0 && ownWords === "" ? undefined : { type: "choices", choices, ownWords });
  };
  const ids = given.choices.map(({ choice }) => choice);
  return (
    <>
      <ChoiceGroup legend={<QuestionText item={item} />} hint={t("asMany")} flow={flow}>
        {item.choices.map(({ id, picture }) => (
          <OneChoice
            key={id}
            type="checkbox"
            picture={picture}
            checked={ids.includes(id)}
            onChange={(event) => {
              const rest = ids.filter((each) => each !== id);
              give(event.currentTarget.checked ? [...rest, id] : rest, given.ownWords);
            }}
          >
            {words?.[id]}
          </OneChoice>
        ))}
      </ChoiceGroup>
      {item.open === true && (
        <LongWords
          label={t("ownWords", { name: shownName(person) })}
          hint={undefined}
          words={given.ownWords}
          onWords={(next) => {
            give(ids, next);
          }}
        />
      )}
    </>
  );
};
