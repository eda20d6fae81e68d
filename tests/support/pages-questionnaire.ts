import { readFileSync } from "node:fs";
import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import { type AskedItem, isAsked, type Item, type Questionnaire } from "#core/schema/questionnaire";

const read = (id: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../questionnaires/${id}/v1/${file}`, import.meta.url), "utf8"));

/** One of our questionnaires of pages as it lies in its folder, with what is wrong with it. */
export const loadFaultsOf = (id: string): readonly string[] => {
  const loaded = load(id);
  return loaded.ok ? [] : loaded.error.faults.map(({ file, path, reason }) => `${file} ${path}: ${reason}`);
};

export const pagesOf = (id: string): Questionnaire => {
  const loaded = load(id);
  if (!loaded.ok) throw new Error(`${id} does not load: ${loadFaultsOf(id).join("\n")}`);
  return loaded.value;
};

const load = (id: string) =>
  loadQuestionnaire(
    { file: "structure.json", content: read(id, "structure.json") },
    { file: "en-GB.json", content: read(id, "en-GB.json") },
  );

/** Every item, those in groups too. */
export const itemsIn = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => [item, ...(item.kind === "group" ? itemsIn(item.items) : [])]);

export const askedIn = (items: readonly Item[]): readonly AskedItem[] => itemsIn(items).filter(isAsked);

/** Every text with its place: titles, questions and choices. */
export const textsOf = ({ wording }: Questionnaire): readonly (readonly [at: string, text: string])[] => [
  ["title", wording.title],
  ...Object.entries(wording.pages),
  ...Object.entries(wording.items).flatMap(([id, { text, choices = {} }]) => [
    [id, text] as const,
    ...Object.entries(choices).map(([choice, words]) => [`${id} ${choice}`, words] as const),
  ]),
];

/** How many words the longest sentence of a text has. */
export const longestSentence = (text: string): number =>
  Math.max(...text.split(/(?<=[.!?])\s+/).map((sentence) => sentence.split(/\s+/).length));
