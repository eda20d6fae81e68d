import { readFileSync } from "node:fs";
import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import type { AskedItem, Condition, Item, QuestionnairePage } from "#core/schema/questionnaire";
import { isAsked } from "#core/schema/questionnaire";
import { valueOf } from "./value-of";

const FOLDER = new URL("../../questionnaires/", import.meta.url);
const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));

/** The two files of a questionnaire of pages that is shipped, as they lie in the repository. */
export const filesOf = (id: string) =>
  [`${id}/v1/structure.json`, `${id}/v1/en-GB.json`].map((file) => ({ file, content: json(file) })) as [Opened, Opened];
interface Opened {
  readonly file: string;
  readonly content: unknown;
}

/** A questionnaire of pages that is shipped, read as the app reads it, and what its tests ask about it. */
export const shippedPages = (id: string) => {
  const { structure, wording } = valueOf(loadQuestionnaire(...filesOf(id)));
  const items = structure.pages.flatMap((page) => itemsIn(page.items).map((item) => ({ page, item })));
  const itemById = new Map(items.map(({ item }) => [item.id, item]));
  return {
    structure,
    wording,
    items,
    asked: items.map(({ item }) => item).filter(isAsked),
    itemNamed: (itemId: string): Item => found(itemById.get(itemId), itemId),
    page: (pageId: string): QuestionnairePage =>
      found(
        structure.pages.find((page) => page.id === pageId),
        pageId,
      ),
    textOf: (itemId: string): string => found(wording.items[itemId], itemId).text,
    /** Every text that somebody reads, with its place. */
    texts: [
      ["title", wording.title] as const,
      ...Object.entries(wording.pages),
      ...Object.entries(wording.items).flatMap(([itemId, { text, choices = {} }]) => [
        [itemId, text] as const,
        ...Object.entries(choices).map(([choice, words]) => [`${itemId} ${choice}`, words] as const),
      ]),
    ] satisfies readonly (readonly [at: string, text: string])[],
  };
};

const found = <T>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new Error(`nothing is called ${name}`);
  return value;
};

/** Items with those in groups, in order. */
export const itemsIn = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => [item, ...(item.kind === "group" ? itemsIn(item.items) : [])]);

/** The items that a condition asks about. */
export const askedAbout = (condition: Condition | undefined): readonly string[] => {
  if (condition === undefined) return [];
  if ("item" in condition) return [condition.item];
  return (Array.isArray(condition.of) ? condition.of : [condition.of]).flatMap(askedAbout);
};

export const choiceIdsOf = (item: Item | AskedItem): readonly string[] =>
  "choices" in item ? item.choices.map(({ id }) => id) : [];
