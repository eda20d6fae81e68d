import { useTranslation } from "react-i18next";
import { stateOf } from "#core/questionnaire/going-through";
import { understood } from "#core/questionnaire/filled";
import type { KeptAnswer } from "#core/schema/page";
import type { QuestionnaireWording } from "#core/schema/questionnaire";
import { useFormat } from "../../i18n/use-format";

/** An answer in words, as it was given: own words as they were written, choices in the words they had then. */
export const useAnswerWords = () => {
  const { t } = useTranslation("pages");
  const format = useFormat();
  return (wording: QuestionnaireWording, itemId: string, kept: KeptAnswer): string => {
    const answer = understood(kept);
    const state = stateOf(kept);
    if (state === "not-understood" || answer === undefined) return t("fromNewer");
    if (answer.kind !== "answered")
      return state === "not-asked" ? "" : t(`said.${state === "answered" ? "passed" : state}`);
    const { value } = answer;
    const chosen = (choice: string): string => wording.items[itemId]?.choices?.[choice] ?? choice;
    switch (value.type) {
      case "words":
        return value.words;
      case "choice":
        return chosen(value.choice);
      case "choices":
        return [...value.choices.map(({ choice }) => chosen(choice)), value.ownWords].filter(Boolean).join(" · ");
      case "boolean":
        return t(value.value ? "yes" : "no");
      case "integer":
        return String(value.value);
      case "date":
        return format.shortDay(value.value);
    }
  };
};
