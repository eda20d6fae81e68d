import { unreachable } from "../result";
import type { Slug } from "../schema/ids";
import type { GivenValue } from "../schema/page";
import type { Condition } from "../schema/questionnaire";

/**
 * Whether a condition holds for what was answered.
 *
 * Missing  no answer equals nothing and is neither greater nor less; [Note: Missing is not zero].
 */
export const holds = (condition: Condition, valueOf: (itemId: Slug) => GivenValue | undefined): boolean => {
  switch (condition.test) {
    case "all":
      return condition.of.every((part) => holds(part, valueOf));
    case "any":
      return condition.of.some((part) => holds(part, valueOf));
    case "not":
      return !holds(condition.of, valueOf);
    case "answered":
      return valueOf(condition.item) !== undefined;
    case "equals":
      return comparedIn(valueOf(condition.item)).includes(condition.value);
    case "greater":
      return comparedIn(valueOf(condition.item)).some((given) => isGreater(given, condition.value));
    case "less":
      return comparedIn(valueOf(condition.item)).some((given) => isGreater(condition.value, given));
  }
};

type Compared = string | number | boolean;

/** What an answer can be compared by: several where several were chosen, nothing where it is words. */
const comparedIn = (value: GivenValue | undefined): readonly Compared[] => {
  switch (value?.type) {
    case undefined:
    case "words":
      return [];
    case "choice":
      return [value.choice];
    case "choices":
      return value.choices.map(({ choice }) => choice);
    case "boolean":
    case "integer":
    case "date":
      return [value.value];
    default:
      return unreachable(value);
  }
};

/** Days are written so that the later one is also the greater text; a day and a number are never compared. */
const isGreater = (one: Compared, other: Compared): boolean => typeof one === typeof other && one > other;
