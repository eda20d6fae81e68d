import type { Chosen, GivenValue, PageAnswer } from "../schema/page";
import type { AskedItem, ItemChoice } from "../schema/questionnaire";

/**
 * Why an answer is none to this item, if it is not. Everything but `answered` fits every item: nobody has to answer.
 */
export const answerFault = (item: AskedItem, answer: PageAnswer): AnswerFault | undefined =>
  answer.kind === "answered" ? valueFault(item, answer.value) : undefined;

export type AnswerFault =
  | { readonly type: "OtherKind"; readonly kind: AskedItem["kind"] }
  | { readonly type: "NoSuchChoice"; readonly choice: string }
  | { readonly type: "OtherPoints"; readonly choice: string }
  | { readonly type: "ChosenTwice"; readonly choice: string }
  | { readonly type: "NothingSaid" };

const valueFault = (item: AskedItem, value: GivenValue): AnswerFault | undefined => {
  const otherKind = { type: "OtherKind", kind: item.kind } as const;
  switch (item.kind) {
    case "choice":
      return value.type === "choice" ? chosenFault(item.choices, value) : otherKind;
    case "open-choice":
      if (value.type === "words") return saidFault(value.words);
      return value.type === "choice" ? chosenFault(item.choices, value) : otherKind;
    case "choices":
      if (value.type !== "choices" || (value.ownWords !== "" && item.open !== true)) return otherKind;
      if (value.choices.length === 0) return saidFault(value.ownWords);
      return value.choices
        .map((chosen, index) => severalFault(item.choices, value.choices, chosen, index))
        .find(isFault);
    case "text":
      return value.type === "words" ? saidFault(value.words) : otherKind;
    case "boolean":
    case "integer":
    case "date":
      return value.type === item.kind ? undefined : otherKind;
  }
};

const isFault = (fault: AnswerFault | undefined): fault is AnswerFault => fault !== undefined;

const saidFault = (words: string): AnswerFault | undefined =>
  words.trim() === "" ? { type: "NothingSaid" } : undefined;

const severalFault = (
  choices: readonly ItemChoice[],
  all: readonly Chosen[],
  chosen: Chosen,
  index: number,
): AnswerFault | undefined =>
  all.findIndex(({ choice }) => choice === chosen.choice) < index
    ? { type: "ChosenTwice", choice: chosen.choice }
    : chosenFault(choices, chosen);

/** The points that are kept beside a choice are the choice's own. */
const chosenFault = (choices: readonly ItemChoice[], { choice, points }: Chosen): AnswerFault | undefined => {
  const offered = choices.find(({ id }) => id === choice);
  if (offered === undefined) return { type: "NoSuchChoice", choice };
  return offered.points === points ? undefined : { type: "OtherPoints", choice };
};
