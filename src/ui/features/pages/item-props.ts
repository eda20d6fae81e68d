import type { AnswerKey } from "#core/questionnaire/answer-key";
import type { GivenValue } from "#core/schema/page";
import type { AskedItem } from "#core/schema/questionnaire";

/** What every kind of question is given: the answer so far, and where a new one goes. */
export interface ItemProps<Item extends AskedItem = AskedItem> {
  readonly item: Item;
  readonly itemKey: AnswerKey;
  readonly value: GivenValue | undefined;
  /** Undefined takes the answer away: then it was not asked. */
  readonly onGive: (value: GivenValue | undefined) => void;
}

/** The kinds that have nothing to choose from. */
export type PlainItem = Extract<AskedItem, { kind: "text" | "boolean" | "integer" | "date" }>;
