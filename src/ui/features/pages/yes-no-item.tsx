import { useId } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceGroup } from "../../components/form/choice-group";
import type { ItemProps, PlainItem } from "./item-props";
import { OneChoice } from "./one-choice";
import { QuestionText } from "./question-text";

export const YesNoItem = ({ item, value, onGive }: ItemProps<PlainItem>) => {
  const { t } = useTranslation("pages");
  const name = useId();
  return (
    <ChoiceGroup legend={<QuestionText item={item} />} flow="row">
      {[true, false].map((each) => (
        <OneChoice
          key={String(each)}
          type="radio"
          name={name}
          picture={undefined}
          checked={value?.type === "boolean" && value.value === each}
          onChange={() => {
            onGive({ type: "boolean", value: each });
          }}
        >
          {t(each ? "yes" : "no")}
        </OneChoice>
      ))}
    </ChoiceGroup>
  );
};
