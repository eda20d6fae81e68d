import { PlainDate } from "../schema/plain-date";
import type { Condition, ItemTest } from "../schema/questionnaire";
import type { OutlineItem } from "./outline";

/** One part of a condition, with the place where it stands in the file. */
export interface ConditionPart {
  readonly part: Condition;
  readonly path: string;
}

/** Every part of a condition that stands at a place: the whole of it first. */
export const partsFrom = (part: Condition, path: string): readonly ConditionPart[] => {
  switch (part.test) {
    case "all":
    case "any":
      return [{ part, path }, ...part.of.flatMap((inner, index) => partsFrom(inner, `${path}/of/${index}`))];
    case "not":
      return [{ part, path }, ...partsFrom(part.of, `${path}/of`)];
    default:
      return [{ part, path }];
  }
};

/** Whether it asks about an item itself, and does not only put other parts together. */
export const isItemTest = (part: Condition): part is ItemTest => "item" in part;

/** Why a value is none that the item could ever be answered with. */
export const valueFaults = (part: ItemTest, asked: OutlineItem): readonly string[] => {
  if (part.test === "answered") return [];
  const { value } = part;
  switch (asked.kind) {
    case "integer":
      return Number.isInteger(value) ? [] : [`"${part.item}" is answered with a whole number`];
    case "date":
      return PlainDate.safeParse(value).success ? [] : [`"${part.item}" is answered with a day such as 2018-03-31`];
    case "text":
      return [`"${part.item}" is answered in words; ask only whether it is answered`];
    case "boolean":
      if (part.test !== "equals") return [ONLY_ORDERED];
      return typeof value === "boolean" ? [] : [`"${part.item}" is answered with true or false`];
    case "choice":
    case "open-choice":
    case "choices":
      if (part.test !== "equals") return [ONLY_ORDERED];
      return asked.choices.some(({ id }) => id === value)
        ? []
        : [`this is none of the choices of "${part.item}", so it can never be so`];
    default:
      return []; // a kind that is not known is a fault at its own place
  }
};

const ONLY_ORDERED = "only whole numbers and days are greater or less";
