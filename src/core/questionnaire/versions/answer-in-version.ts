import type { InstrumentRef } from "../../schema/instrument";
import type { EarlierAnswer, KeptAnswer } from "../../schema/page";
import type { AskedItem, Questionnaire } from "../../schema/questionnaire";
import { answerFault } from "../answer-fits";
import { type AnswerKey, partsOfKey } from "../answer-key";
import { understood } from "../filled";
import { type PlacedItem, placedItems } from "../placed-items";
import { isAsked } from "../../schema/questionnaire";

/** A version with its items by id, so that they are looked up once for many answers. */
export interface Version {
  readonly questionnaire: Questionnaire;
  readonly items: ReadonlyMap<string, PlacedItem>;
}

export const versionOf = (questionnaire: Questionnaire): Version => ({
  questionnaire,
  items: placedItems(questionnaire.structure),
});

/**
 * Whether another version takes an answer under the same id, and lets it mean the same: the same points in the same
 * direction, about the same people.
 */
export const takesAnswer = (old: Version, next: Version, key: AnswerKey, answer: KeptAnswer): boolean => {
  const { itemId, instanceId } = partsOfKey(key);
  const [before, after] = [old.items.get(itemId), next.items.get(itemId)];
  if (before === undefined || after === undefined || !isAsked(before.item) || !isAsked(after.item)) return false;
  const each = after.repeating?.repeat?.each;
  if (before.repeating?.repeat?.each !== each || (each === undefined) !== (instanceId === undefined)) return false;
  if (isReversed(before.item) !== isReversed(after.item)) return false;
  const known = understood(answer);
  return known === undefined ? before.item.kind === after.item.kind : answerFault(after.item, known) === undefined;
};

const isReversed = (item: AskedItem): boolean => "reversed" in item && item.reversed === true;

/** Whether what was asked, and what was chosen, has the same words in both. */
export const saysTheSame = (old: Version, next: Version, key: AnswerKey, answer: KeptAnswer): boolean => {
  const { itemId } = partsOfKey(key);
  const [before, after] = [wordsOf(old, itemId), wordsOf(next, itemId)];
  return before?.text === after?.text && chosenIn(answer).every((id) => before?.choices?.[id] === after?.choices?.[id]);
};

/** An answer with the words that it answered. */
export const asEarlier = (old: Version, key: AnswerKey, answer: KeptAnswer, from: InstrumentRef): EarlierAnswer => {
  const asked = wordsOf(old, partsOfKey(key).itemId);
  const words = chosenIn(answer).flatMap((id) => {
    const said = asked?.choices?.[id];
    return said === undefined ? [] : [[id, said] as const];
  });
  return { key, question: asked?.text ?? "", words: Object.fromEntries(words), answer, from };
};

const wordsOf = ({ questionnaire }: Version, itemId: string) => questionnaire.wording.items[itemId];

/** The choices of an answer, whose words were part of what was said. */
const chosenIn = (answer: KeptAnswer): readonly string[] => {
  const known = understood(answer);
  if (known?.kind !== "answered") return [];
  if (known.value.type === "choice") return [known.value.choice];
  return known.value.type === "choices" ? known.value.choices.map(({ choice }) => choice) : [];
};
