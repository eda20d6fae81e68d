import type { Condition, Item, ItemWording, QuestionnairePage } from "../../schema/questionnaire";
import { both, conditionOf, type PlaceOf } from "./conditions";
import type { IndexedItem } from "./index-items";
import { createNames } from "./names";
import type { ImportReport } from "./report";
import { textFor } from "./texts";

/** Pages of ours with their words, built from foreign items. */
export interface BuiltPages {
  readonly pages: readonly QuestionnairePage[];
  readonly pageWords: Readonly<Record<string, string>>;
  readonly itemWords: Readonly<Record<string, ItemWording>>;
}

/**
 * Lays foreign items out on pages: a group at the top is a page, and what stands between such groups is one.
 *
 * Shape  `placeOf` learns where every page, item, choice and condition came from.
 */
export const buildPages = (
  top: readonly IndexedItem[],
  title: string,
  placeOf: PlaceOf,
  report: ImportReport,
): BuiltPages => {
  const itemOf = linkIds(top);
  const itemWords: Record<string, ItemWording> = {};
  const conditions = new Map<IndexedItem, Condition | undefined>();
  const ownCondition = (item: IndexedItem): Condition | undefined => {
    if (!conditions.has(item))
      conditions.set(
        item,
        conditionOf(item, (linkId) => itemOf.get(linkId), placeOf, report),
      );
    return conditions.get(item);
  };

  const built = (item: IndexedItem, above: Condition | undefined): readonly Item[] => {
    if (item.isLeftOut) return [];
    const showWhen = both(above, ownCondition(item));
    if (item.fhir.type !== "group") {
      itemWords[item.name] = wordsOf(item, report);
      // What FHIR puts below a question is placed after it, and goes when it goes.
      return [placed(asItem(item, showWhen), item), ...item.items.flatMap((inner) => built(inner, showWhen))];
    }
    if (item.fhir.text === undefined && item.repeating !== item)
      return item.items.flatMap((inner) => built(inner, showWhen));
    const items = item.items.flatMap((inner) => built(inner, undefined));
    if (items.length === 0) {
      if (item.items.length > 0) report.leaveOut(item.path, "everything in this group was left out");
      return [];
    }
    itemWords[item.name] = wordsOf(item, report);
    const repeat = item.repeating === item ? { repeat: { each: "added" as const, most: item.most } } : {};
    return [placed({ kind: "group", id: item.name, ...when(showWhen), ...repeat, items }, item)];
  };
  const placed = (item: Item, { path, choices }: IndexedItem): Item => {
    placeOf.set(item, path);
    if ("choices" in item)
      for (const [index, choice] of item.choices.entries()) placeOf.set(choice, choices[index]?.path ?? path);
    return item;
  };

  const pages: QuestionnairePage[] = [];
  const pageWords: Record<string, string> = {};
  const pageName = createNames();
  const addPage = (name: string, heading: string, items: readonly Item[], path: string): void => {
    if (items.length === 0) return;
    const page: QuestionnairePage = { id: pageName(name, "page"), items: [...items] };
    placeOf.set(page, path);
    pageWords[page.id] = heading;
    pages.push(page);
  };
  let between: Item[] = [];
  const closeRun = (): void => {
    addPage("page-1", title, between, "item");
    between = [];
  };
  for (const item of top) {
    const { type, text } = item.fhir;
    const isPage = !item.isLeftOut && type === "group" && text !== undefined && item.repeating !== item;
    if (!isPage || ownCondition(item) !== undefined) {
      between.push(...built(item, undefined));
      continue;
    }
    closeRun();
    const items = item.items.flatMap((inner) => built(inner, undefined));
    if (items.length === 0 && item.items.length > 0)
      report.leaveOut(item.path, "everything in this group was left out");
    addPage(item.name, textFor(text, `${item.path}/text`, report), items, item.path);
    if (item.fhir.prefix !== undefined) report.leaveOut(`${item.path}/prefix`, "a page has no prefix");
  }
  closeRun();
  return { pages, pageWords, itemWords };
};

const linkIds = (items: readonly IndexedItem[], found = new Map<string, IndexedItem>()) => {
  for (const item of items) {
    if (!found.has(item.fhir.linkId)) found.set(item.fhir.linkId, item);
    linkIds(item.items, found);
  }
  return found;
};

const when = (showWhen: Condition | undefined) => (showWhen === undefined ? {} : { showWhen });

const asItem = ({ fhir, name, choices }: IndexedItem, showWhen: Condition | undefined): Item => {
  const shared = { id: name, ...when(showWhen), ...(fhir.required === true ? { required: true } : {}) };
  const offered = choices.map(({ id, points }) => (points === undefined ? { id } : { id, points }));
  switch (fhir.type) {
    case "display":
      return { kind: "note", id: name, ...when(showWhen) };
    case "choice":
    case "open-choice":
      if (fhir.repeats !== true) return { kind: fhir.type, ...shared, choices: offered };
      return { kind: "choices", ...shared, choices: offered, ...(fhir.type === "open-choice" ? { open: true } : {}) };
    case "boolean":
    case "integer":
    case "date":
      return { kind: fhir.type, ...shared };
    default:
      return { kind: "text", ...shared };
  }
};

const LONGEST_PREFIX = 20;

const wordsOf = ({ fhir, path, choices }: IndexedItem, report: ImportReport): ItemWording => {
  const prefix = fhir.prefix?.trim() ?? "";
  if (prefix.length > LONGEST_PREFIX)
    report.leaveOut(`${path}/prefix`, `this is longer than ${LONGEST_PREFIX} characters`);
  return {
    text: textFor(fhir.text, `${path}/text`, report),
    ...(prefix === "" || prefix.length > LONGEST_PREFIX ? {} : { prefix }),
    ...(choices.length === 0 ? {} : { choices: Object.fromEntries(choices.map(({ id, words }) => [id, words])) }),
  };
};
