import type { Slug } from "../schema/ids";
import type { Group, Item, QuestionnaireStructure } from "../schema/questionnaire";

/** An item with the page that it stands on and the group that it repeats with. */
export interface PlacedItem {
  readonly item: Item;
  readonly pageId: Slug;
  /** The group that repeats and that it is in, or is itself. */
  readonly repeating: Group | undefined;
}

/** Every item of a questionnaire by its id, in the order in which people meet them. */
export const placedItems = ({ pages }: QuestionnaireStructure): ReadonlyMap<Slug, PlacedItem> => {
  const placed = new Map<Slug, PlacedItem>();
  const place = (items: readonly Item[], pageId: Slug, around: Group | undefined): void => {
    for (const item of items) {
      const repeating = item.kind === "group" && item.repeat !== undefined ? item : around;
      placed.set(item.id, { item, pageId, repeating });
      if (item.kind === "group") place(item.items, pageId, repeating);
    }
  };
  for (const page of pages) place(page.items, page.id, undefined);
  return placed;
};
