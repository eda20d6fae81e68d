import { Condition, QUESTIONNAIRE_LIMITS } from "../schema/questionnaire";
import type { ShapeFault } from "../schema/shape-faults";

/**
 * One item as far as it can be read, also where something else in it is wrong: so that every fault of a file is found
 * at once, and not one after the other.
 */
export interface OutlineItem {
  readonly path: string;
  readonly id: string | undefined;
  readonly kind: string | undefined;
  /** Where they stand and what they are called; a choice without a readable id is left out. */
  readonly choices: readonly OutlineChoice[];
  readonly isReversed: boolean;
  readonly repeats: boolean;
  readonly showWhen: Condition | undefined;
  /** The groups that it stands in, outermost first. */
  readonly within: readonly OutlineItem[];
}

export interface OutlineChoice {
  readonly id: string;
  readonly path: string;
  readonly hasPoints: boolean;
  readonly hasPicture: boolean;
}

export interface OutlinePage {
  readonly path: string;
  readonly id: string | undefined;
  readonly printedIf: Condition | undefined;
}

export interface Outline {
  readonly pages: readonly OutlinePage[];
  /** The item that is named as the one whose choice stands for a person. */
  readonly marker: string | undefined;
  /** In the order in which people meet them. */
  readonly items: readonly OutlineItem[];
  /** Where there is more than a questionnaire may hold; what lies beyond is not looked at. */
  readonly faults: readonly ShapeFault[];
}

/** Goes through what should be a structure, page by page and item by item. */
export const outlineOf = (structure: unknown): Outline => {
  const items: OutlineItem[] = [];
  const faults: ShapeFault[] = [];

  const walk = (list: unknown, path: string, within: readonly OutlineItem[]): void => {
    for (const [index, raw] of listIn(list).entries()) {
      const item = outlineItem(raw, `${path}/${index}`, within);
      if (items.length >= QUESTIONNAIRE_LIMITS.items) {
        if (faults.every(({ reason }) => reason !== TOO_MANY)) faults.push({ path: item.path, reason: TOO_MANY });
        return;
      }
      items.push(item);
      if (within.length >= QUESTIONNAIRE_LIMITS.levels) {
        faults.push({ path: item.path, reason: TOO_DEEP });
        continue;
      }
      walk(fieldIn(raw, "items"), `${item.path}/items`, [...within, item]);
    }
  };

  const pages = listIn(fieldIn(structure, "pages")).map((page, index) => {
    const path = `pages/${index}`;
    walk(fieldIn(page, "items"), `${path}/items`, []);
    return { path, id: textIn(page, "id"), printedIf: conditionIn(page, "printedIf") };
  });
  return { pages, marker: textIn(fieldIn(structure, "use"), "marker"), items, faults };
};

const TOO_MANY = `a questionnaire may hold ${QUESTIONNAIRE_LIMITS.items} items at most; this is one too many`;
const TOO_DEEP = `items may stand ${QUESTIONNAIRE_LIMITS.levels} levels deep at most`;

const outlineItem = (raw: unknown, path: string, within: readonly OutlineItem[]): OutlineItem => ({
  path,
  id: textIn(raw, "id"),
  kind: textIn(raw, "kind"),
  choices: listIn(fieldIn(raw, "choices")).flatMap((choice, index) => {
    const id = textIn(choice, "id");
    const hasPoints = fieldIn(choice, "points") !== undefined;
    const hasPicture = fieldIn(choice, "picture") !== undefined;
    return id === undefined ? [] : [{ id, path: `${path}/choices/${index}/id`, hasPoints, hasPicture }];
  }),
  isReversed: fieldIn(raw, "reversed") === true,
  repeats: fieldIn(raw, "repeat") !== undefined,
  showWhen: conditionIn(raw, "showWhen"),
  within,
});

/** A field of what should be an object; what every object inherits is no field. */
export const fieldIn = (value: unknown, field: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, field)
    ? (value as Readonly<Record<string, unknown>>)[field]
    : undefined;

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const conditionIn = (value: unknown, field: string): Condition | undefined =>
  Condition.safeParse(fieldIn(value, field)).data;

const textIn = (value: unknown, field: string): string | undefined => {
  const text = fieldIn(value, field);
  return typeof text === "string" ? text : undefined;
};
