import { Answer, type MissingWhy } from "../../schema/answer";
import { Mark } from "../../schema/mark";
import { type EarlierAnswer, PageAnswer } from "../../schema/page";

/**
 * What somebody said under earlier words, in a form that can be told: with the words that stood there then.
 *
 * Shape  a `place` is a position 0–100, for `placeOf` to put in words; `words` are somebody's own, or those of what
 *        they chose.
 */
export type SaidThen =
  | { readonly kind: "place"; readonly position: number }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "yes" | "no" | "passed" | "too-early" | "differently" | "does-not-apply" }
  | { readonly kind: "missing"; readonly why: MissingWhy }
  | { readonly kind: "unknown" };

/** Reads one kept answer; what only a newer version can read is `unknown`, and stays kept. */
export const saidThen = ({ answer, words }: EarlierAnswer): SaidThen => {
  const chosen = (id: string): string => words[id] ?? id;
  if (answer.kind === "differently") return { kind: "differently" };
  if (answer.kind === "pattern") return { kind: "words", words: Object.values(words) };
  const mark = Mark.safeParse(answer).data;
  if (mark?.kind === "placed") return { kind: "place", position: mark.position };
  if (mark?.kind === "too-early") return { kind: "too-early" };
  const prompt = Answer.safeParse(answer).data;
  if (prompt?.kind === "answered") return { kind: "words", words: [chosen(prompt.choice)] };
  const known = PageAnswer.safeParse(answer).data;
  switch (known?.kind) {
    case undefined:
      return { kind: "unknown" };
    case "answered":
      return valueThen(known.value, chosen);
    case "does-not-apply":
    case "passed":
      return { kind: known.kind };
    case "missing":
      return { kind: "missing", why: known.why };
  }
};

type Value = Extract<PageAnswer, { kind: "answered" }>["value"];

const valueThen = (value: Value, chosen: (id: string) => string): SaidThen => {
  switch (value.type) {
    case "choice":
      return { kind: "words", words: [chosen(value.choice)] };
    case "choices":
      return {
        kind: "words",
        words: [...value.choices.map(({ choice }) => chosen(choice)), value.ownWords].filter((each) => each !== ""),
      };
    case "words":
      return { kind: "words", words: [value.words] };
    case "boolean":
      return { kind: value.value ? "yes" : "no" };
    case "integer":
    case "date":
      return { kind: "words", words: [String(value.value)] };
  }
};
