import type { Id, Slug } from "../schema/ids";
import type { GivenValue } from "../schema/page";
import type { Person } from "../schema/person";
import type { AskedItem, Condition, Group, Item, QuestionnaireStructure } from "../schema/questionnaire";
import { type AnswerKey, answerKey } from "./answer-key";
import { holds } from "./condition-holds";
import { type Filled, understood } from "./filled";

/**
 * One round of a group that repeats.
 *
 * Shape  `person` is whom it is about; a round that somebody added is about nobody on the record.
 */
export interface Instance {
  readonly id: Id;
  readonly person: Person | undefined;
}

/** An item as it is to be shown now. */
export interface VisibleItem<Kind extends Item = Item> {
  readonly key: AnswerKey;
  readonly item: Kind;
  readonly pageId: Slug;
  readonly instance: Instance | undefined;
}

/**
 * What is to be shown, in order: groups and notes too, and each round of a group that repeats.
 *
 * Missing  an item that is not shown keeps its answer, which then counts nowhere, not even in another condition.
 * Laws     1. an answer that is not shown changes nothing that is shown
 *          2. who is on the record changes only the rounds about them
 * (tests/property/visible-items.test.ts)
 */
export const visibleItems = ({ pages }: QuestionnaireStructure, filled: Filled): readonly VisibleItem[] => {
  const shown = new Map<AnswerKey, VisibleItem>();

  // Conditions ask only about what comes before, so one pass in order knows all that each of them needs.
  const isShown = (condition: Condition | undefined, instance: Instance | undefined): boolean =>
    condition === undefined || holds(condition, (itemId) => valueOf(itemId, instance));
  const valueOf = (itemId: Slug, instance: Instance | undefined): GivenValue | undefined => {
    const key = [answerKey(itemId, instance?.id), itemId].find((each) => shown.has(each));
    const answer = key === undefined ? undefined : understood(filled.answers.get(key));
    return answer?.kind === "answered" ? answer.value : undefined;
  };

  const show = (items: readonly Item[], pageId: Slug, around: Instance | undefined): void => {
    for (const item of items) {
      if (!isShown(item.showWhen, around)) continue;
      const rounds = item.kind === "group" && item.repeat !== undefined ? instancesOf(item, filled) : [around];
      for (const instance of rounds) {
        const key = answerKey(item.id, instance?.id);
        shown.set(key, { key, item, pageId, instance });
        if (item.kind === "group") show(item.items, pageId, instance);
      }
    }
  };
  for (const page of pages) show(page.items, page.id, undefined);
  return [...shown.values()];
};

/** The rounds of a group that repeats: one for each person whom it asks about, or each that was added. */
export const instancesOf = ({ id, repeat }: Group, { people, added }: Filled): readonly Instance[] => {
  switch (repeat?.each) {
    case "person":
      return people
        .filter(({ kind, role }) => repeat.kinds.includes(kind) || repeat.roles.includes(role))
        .map((person) => ({ id: person.id, person }));
    case "added":
      return (added.get(id) ?? []).slice(0, repeat.most).map((instanceId) => ({ id: instanceId, person: undefined }));
    case undefined:
      return [];
  }
};

/** Those of the visible items that are asked. */
export const askedItems = (structure: QuestionnaireStructure, filled: Filled): readonly VisibleItem<AskedItem>[] =>
  visibleItems(structure, filled).filter((visible): visible is VisibleItem<AskedItem> => {
    const { kind } = visible.item;
    return kind !== "group" && kind !== "note";
  });
