import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "../../components/form/text-field";
import type { ItemProps, PlainItem } from "./item-props";
import { LongWords } from "./long-words";
import { QuestionText } from "./question-text";

export const WordsItem = ({ item, value, onGive }: ItemProps<PlainItem>) => (
  <LongWords
    label={<QuestionText item={item} />}
    hint={undefined}
    words={value?.type === "words" ? value.words : ""}
    onWords={(words) => {
      onGive({ type: "words", words });
    }}
  />
);

const WHOLE_NUMBER = /^-?\d{1,9}$/;

/** A whole number. What is none is said at the field, and is not kept. */
export const IntegerItem = ({ item, value, onGive }: ItemProps<PlainItem>) => {
  const { t } = useTranslation("pages");
  const [isNone, setIsNone] = useState(false);
  return (
    <TextField
      label={<QuestionText item={item} />}
      inputMode="numeric"
      error={isNone ? t("wholeNumber") : undefined}
      defaultValue={value?.type === "integer" ? String(value.value) : ""}
      onChange={(event) => {
        const typed = event.currentTarget.value.trim();
        const isNumber = WHOLE_NUMBER.test(typed);
        setIsNone(typed !== "" && !isNumber);
        onGive(isNumber ? { type: "integer", value: Number(typed) } : undefined);
      }}
    />
  );
};
