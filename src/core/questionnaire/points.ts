import type { Slug } from "../schema/ids";
import type { Chosen, PageAnswer } from "../schema/page";
import type { AskedItem } from "../schema/questionnaire";

/** A choice as it is kept: beside its points, where it has any. */
export const chosen = (item: AskedItem, choice: Slug): Chosen => {
  const points = "choices" in item ? item.choices.find(({ id }) => id === choice)?.points : undefined;
  return points === undefined ? { choice } : { choice, points };
};

/**
 * The points of an answer, turned round where the item is reversed: its highest becomes its lowest.
 *
 * Missing  what was not answered, and a choice without points, has none, which is not zero: [Note: Missing is not zero].
 */
export const pointsOf = (item: AskedItem, answer: PageAnswer): readonly number[] => {
  if (answer.kind !== "answered" || !("choices" in item)) return [];
  const { value } = answer;
  const given = value.type === "choice" ? [value] : value.type === "choices" ? value.choices : [];
  const all = item.choices.flatMap(({ points }) => points ?? []);
  const turned = (points: number): number =>
    item.reversed === true ? Math.max(...all) + Math.min(...all) - points : points;
  return given.flatMap(({ points }) => (points === undefined ? [] : [turned(points)]));
};
