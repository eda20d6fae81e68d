import type { ShapeFault } from "../schema/shape-faults";
import { shownKey } from "../schema/shape-faults";
import { fieldIn, type Outline } from "./outline";

/** Words that are missing for what the structure names, and words for what it does not name. */
export const wordingFaults = ({ pages, items }: Outline, wording: unknown): readonly ShapeFault[] => [
  ...keyFaults("pages", idsOf(pages), fieldIn(wording, "pages")),
  ...keyFaults("items", idsOf(items), fieldIn(wording, "items")),
  ...items.flatMap((item) => {
    const words = item.id === undefined ? undefined : fieldIn(fieldIn(wording, "items"), item.id);
    return words === undefined || item.id === undefined
      ? []
      : keyFaults(
          `items/${shownKey(item.id)}/choices`,
          item.choices.map(({ id }) => id),
          fieldIn(words, "choices") ?? {},
        );
  }),
];

const idsOf = (named: readonly { readonly id: string | undefined }[]): readonly string[] =>
  named.flatMap(({ id }) => id ?? []);

/** What is no object at all is a fault of its own, and not one for every word that should be in it. */
const keyFaults = (path: string, expected: readonly string[], found: unknown): readonly ShapeFault[] => {
  if (typeof found !== "object" || found === null || Array.isArray(found)) return [];
  const named = new Set(expected);
  return [
    ...[...named]
      .filter((key) => !Object.hasOwn(found, key))
      .map((key) => ({ path: `${path}/${shownKey(key)}`, reason: `the words for "${shownKey(key)}" are missing` })),
    ...Object.keys(found)
      .filter((key) => !named.has(key))
      .map((key) => ({
        path: `${path}/${shownKey(key)}`,
        reason: `"${shownKey(key)}" names nothing in the structure`,
      })),
  ];
};
