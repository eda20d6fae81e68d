import type { Instrument, InstrumentRef } from "../../schema/instrument";
import type { Item, Questionnaire } from "../../schema/questionnaire";

/** One thing of a questionnaire that has words: an item, a page, a strand, a prompt, the choices of all prompts. */
export interface Asked {
  /** Its place, such as `items/settling`. */
  readonly place: string;
  /** How it is answered, as far as another version must answer it in the same way. */
  readonly kind: string;
  readonly words: Readonly<Record<string, string>>;
  readonly choices: readonly AskedChoice[];
}

export interface AskedChoice {
  readonly id: string;
  readonly words: string;
  readonly points: number | undefined;
}

/** A questionnaire of either kind as it is compared with another version of itself. */
export interface Comparable {
  readonly ref: InstrumentRef;
  readonly asked: readonly Asked[];
}

/** Everything with words in a questionnaire of pages. */
export const questionnaireToComparable = ({ structure, wording }: Questionnaire): Comparable => {
  const asked: Asked[] = [{ place: "title", kind: "title", words: { text: wording.title }, choices: [] }];
  const add = (items: readonly Item[]): void => {
    for (const item of items) {
      const { text = "", prefix, choices = {} } = wording.items[item.id] ?? {};
      asked.push({
        place: `items/${item.id}`,
        kind: "reversed" in item && item.reversed === true ? `${item.kind}, reversed` : item.kind,
        words: prefix === undefined ? { text } : { text, prefix },
        choices: ("choices" in item ? item.choices : []).map(({ id, points }) => ({
          id,
          words: choices[id] ?? "",
          points,
        })),
      });
      if (item.kind === "group") add(item.items);
    }
  };
  for (const page of structure.pages) {
    asked.push({ place: `pages/${page.id}`, kind: "page", words: { text: wording.pages[page.id] ?? "" }, choices: [] });
    add(page.items);
  }
  return { ref: refOf(structure, wording), asked };
};

/** Everything with words in the questionnaire of the nine lines. */
export const instrumentToComparable = ({ structure, wording }: Instrument): Comparable => {
  const { title, question, line, lineForChild } = wording;
  const strands = structure.strands.flatMap((strand): Asked[] => {
    const words = wording.strands[strand.id];
    if (words === undefined) return [];
    const { heading, family, short, descriptions, pattern = {}, prompts } = words;
    return [
      {
        place: `strands/${strand.id}`,
        kind: "line",
        words: { heading, family, short, ...flat({ descriptions, pattern }) },
        choices: [],
      },
      ...strand.prompts.map(({ id, reversed }) => ({
        place: `strands/${strand.id}/prompts/${id}`,
        kind: reversed === true ? "prompt, reversed" : "prompt",
        words: { text: prompts[id] ?? "" },
        choices: [],
      })),
    ];
  });
  const choices = structure.choices.map(({ id, points }) => ({ id, words: wording.choices[id] ?? "", points }));
  return {
    ref: refOf(structure, wording),
    asked: [
      { place: "title", kind: "title", words: { text: title }, choices: [] },
      { place: "line", kind: "line", words: { question, ...flat({ line, lineForChild }) }, choices: [] },
      { place: "choices", kind: "choices", words: {}, choices },
      ...strands,
    ],
  };
};

const refOf = (
  { id, version }: { readonly id: string; readonly version: number },
  { language }: { readonly language: string },
): InstrumentRef => ({ id, version, language });

/** Words by their path: `{ line: { left: "…" } }` is `{ "line/left": "…" }`. */
const flat = (words: object, path = ""): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
      const at = path === "" ? key : `${path}/${key}`;
      if (typeof value === "string") return [[at, value]];
      return typeof value === "object" && value !== null ? Object.entries(flat(value, at)) : [];
    }),
  );
