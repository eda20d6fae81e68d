import { bestFind, type Field, foldedWords } from "../search/find-words";
import type { AgeBand } from "../schema/age-band";
import type { StrandId } from "../schema/ids";
import type { Setting } from "../schema/plan";
import type { Strategy, StrategyWords } from "../schema/strategy";

/**
 * What somebody looks for.
 *
 * Missing  no words, no strands, no place and no age leave all of them in.
 */
export interface Sought {
  readonly words?: string;
  readonly strandIds?: readonly StrandId[];
  readonly setting?: Setting | undefined;
  readonly band?: AgeBand | undefined;
}

/** What a word found in a field is worth: where a strategy says that it is not for something, it comes last. */
const WORTH: Readonly<Record<keyof StrategyWords, number>> = {
  title: 8,
  what: 6,
  why: 4,
  howToTell: 4,
  checkWith: 2,
  stopIf: 2,
  notFor: 2,
};

/**
 * Prepares a set of strategies to be searched: each word that is looked for must begin some word in some field.
 *
 * Shape    best found first; where the find is as good, and without words, in the order of the set. Nothing is ranked
 *          by need.
 * Laws     1. what is found is of that strand, place and age, and each word sought begins one of its words
 *          2. any beginning of any of its words finds a strategy
 *          3. capitals, accents and the order of the words sought change nothing
 *          4. one more word never finds more
 * (tests/property/search-strategies.test.ts)
 */
export const createStrategySearch = (strategies: readonly Strategy[]): ((sought: Sought) => readonly Strategy[]) => {
  const prepared = strategies.map((strategy) => ({ strategy, fields: fieldsOf(strategy) }));
  return ({ words = "", strandIds = [], setting, band }) => {
    const wanted = [...new Set(foldedWords(words))];
    return prepared
      .filter(
        ({ strategy }) =>
          (strandIds.length === 0 || strandIds.includes(strategy.strandId)) &&
          (setting === undefined || strategy.setting === setting) &&
          (band === undefined || strategy.bands.includes(band)),
      )
      .map(({ strategy, fields }) => ({ strategy, finds: wanted.map((word) => bestFind(word, fields)) }))
      .filter(({ finds }) => finds.every((worth) => worth > 0))
      .map(({ strategy, finds }) => ({ strategy, worth: finds.reduce((sum, worth) => sum + worth, 0) }))
      .sort((a, b) => b.worth - a.worth) // stable: as good a find stays in the order of the set
      .map(({ strategy }) => strategy);
  };
};

const fieldsOf = (strategy: Strategy): readonly Field[] =>
  (Object.keys(WORTH) as (keyof StrategyWords)[]).map((name) => ({
    worth: WORTH[name],
    words: foldedWords(strategy[name] ?? ""),
  }));
