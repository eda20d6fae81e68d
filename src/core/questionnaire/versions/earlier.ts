import type { InstrumentRef } from "../../schema/instrument";
import { EarlierAnswer, type KeptAnswer } from "../../schema/page";
import { sameWords, type WordsThen } from "./line-words";

/** What a section of any kind keeps from earlier versions, as far as this version can read it, in its order. */
export const earlierIn = (section: object): readonly EarlierAnswer[] =>
  "earlier" in section && Array.isArray(section.earlier)
    ? section.earlier.flatMap((each: unknown) => EarlierAnswer.safeParse(each).data ?? [])
    : [];

/** What becomes of one thing that was said: it keeps its place as it is, keeps it under other words, or has none. */
export type Fate = "same" | "to-check" | "without-place";

/** Gathers what one section is to keep from the earlier version, and what became of each thing that was said in it. */
export const createKeeper = (section: object, from: InstrumentRef) => {
  // As it lies there, also what only a newer version can read: it is added to and never written over.
  const there: unknown = "earlier" in section ? section.earlier : [];
  const earlier: unknown[] = Array.isArray(there) ? [...(there as unknown[])] : [there];
  const fates: { readonly key: string; readonly fate: Fate }[] = [];
  return {
    fates,
    /**
     * Missing  no `after`: the new version has nothing of the kind. No `before`: it was said to words nobody has, and
     *          is kept without them.
     */
    decide: (key: string, answer: KeptAnswer, before: WordsThen | undefined, after: WordsThen | undefined): Fate => {
      const isSame = before !== undefined && after !== undefined && sameWords(before, after);
      const fate: Fate = after === undefined ? "without-place" : isSame ? "same" : "to-check";
      fates.push({ key, fate });
      const { question, words } = before ?? { question: "", words: {} };
      const said: EarlierAnswer = { key, question, words: { ...words }, answer, from };
      if (fate !== "same") earlier.push(said);
      return fate;
    },
    /** The section's field: there only where something is kept. */
    kept: (): { readonly earlier?: readonly unknown[] } => (earlier.length === 0 ? {} : { earlier }),
  };
};
