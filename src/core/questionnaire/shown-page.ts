import type { Slug } from "../schema/ids";
import type { AskedItem, Group, Item, QuestionnaireStructure } from "../schema/questionnaire";
import { type AnswerKey, answerKey } from "./answer-key";
import type { Filled } from "./filled";
import { type Instance, instancesOf, visibleItems } from "./visible-items";

/** One thing on a page as it is drawn now: groups hold what stands under their heading. */
export type ShownItem =
  | { readonly kind: "note"; readonly key: AnswerKey; readonly item: Item }
  | {
      readonly kind: "asked";
      readonly key: AnswerKey;
      readonly item: AskedItem;
      readonly instance: Instance | undefined;
    }
  | ShownGroup;

/**
 * A group as it is drawn.
 *
 * Shape  one round without an instance where it does not repeat. `canAdd` is whether there is room for another.
 */
export interface ShownGroup {
  readonly kind: "group";
  readonly key: AnswerKey;
  readonly item: Group;
  readonly rounds: readonly { readonly instance: Instance | undefined; readonly items: readonly ShownItem[] }[];
  readonly canAdd: boolean;
}

const PROBE = "not-added-yet";

/**
 * What is to be drawn on one page, groups around what they hold.
 *
 * Shape  a group that is added to is there before anything was added, so that there is a way to begin.
 * Laws   1. what is drawn is what `visibleItems` shows of the page, in its order
 * (tests/property/offered.test.ts)
 */
export const shownPage = (structure: QuestionnaireStructure, filled: Filled, pageId: Slug): readonly ShownItem[] => {
  const page = structure.pages.find(({ id }) => id === pageId);
  if (page === undefined) return [];
  const visible = new Set(visibleItems(structure, withProbes(page.items, filled)).map(({ key }) => key));

  const draw = (items: readonly Item[], around: Instance | undefined): readonly ShownItem[] =>
    items.flatMap((item): readonly ShownItem[] => {
      if (item.kind === "group") return drawGroup(item, around);
      const key = answerKey(item.id, around?.id);
      if (!visible.has(key)) return [];
      return item.kind === "note" ? [{ kind: "note", key, item }] : [{ kind: "asked", key, item, instance: around }];
    });

  const drawGroup = (item: Group, around: Instance | undefined): readonly ShownItem[] => {
    const { repeat } = item;
    const key = answerKey(item.id, around?.id);
    if (repeat === undefined) {
      if (!visible.has(key)) return [];
      return [
        { kind: "group", key, item, rounds: [{ instance: around, items: draw(item.items, around) }], canAdd: false },
      ];
    }
    const rounds = instancesOf(item, filled)
      .filter(({ id }) => visible.has(answerKey(item.id, id)))
      .map((instance) => ({ instance, items: draw(item.items, instance) }));
    const isThere = rounds.length > 0 || visible.has(answerKey(item.id, PROBE));
    const canAdd = repeat.each === "added" && isThere && rounds.length < repeat.most;
    return rounds.length > 0 || canAdd ? [{ kind: "group", key, item, rounds, canAdd }] : [];
  };
  return draw(page.items, undefined);
};

/** With one round in each group that nothing was added to yet, so that its condition is looked at. */
const withProbes = (items: readonly Item[], filled: Filled): Filled => {
  const added = new Map(filled.added);
  const probe = (all: readonly Item[]): void => {
    for (const item of all) {
      if (item.kind !== "group") continue;
      if (item.repeat?.each === "added" && (added.get(item.id) ?? []).length === 0) added.set(item.id, [PROBE]);
      probe(item.items);
    }
  };
  probe(items);
  return { ...filled, added };
};
