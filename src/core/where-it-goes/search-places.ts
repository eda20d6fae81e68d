import type { Slug } from "../schema/ids";
import type { IndexEntry, WhereItGoes } from "../schema/where-it-goes";
import { bestFind, type Field, foldedWords } from "../search/find-words";

/** What is shown of an entry: never what other people might have typed for it. */
export type FoundPlaces = Omit<IndexEntry, "alsoTyped">;

/** The word that is shown is the best find; but a whole word that is typed is a better one than its mere beginning. */
const WORTH = { word: 2, alsoTyped: 1.5 } as const;

/**
 * The entries that fit what somebody typed, best found first.
 *
 * Shape    found are those with the most of the words that are sought, so that one word too many does not hide what the
 *          others find. Where the find is as good, in the order of the index; nothing is ranked by need.
 *          A place in a questionnaire that is not offered is left out first, and with its last place an entry.
 * Missing  without words, or with small words alone, every entry in its order. What fits nowhere finds nothing.
 * Laws     1. what is typed for an entry finds it, and so does the word that is shown
 *          2. capitals, accents, small words and the order of the words change nothing
 *          3. what other people type is never in what is found
 *          4. what is not offered changes nothing in what else is found
 * (tests/unit/core/where-it-goes/search-places.test.ts, tests/unit/questionnaires/where-it-goes.test.ts)
 */
export const searchPlaces = (
  { entries, smallWords }: WhereItGoes,
  words: string,
  isOffered: (questionnaireId: Slug) => boolean = () => true,
): readonly FoundPlaces[] => {
  const offered = entries
    .map((entry) => ({ ...entry, places: entry.places.filter(({ questionnaireId }) => isOffered(questionnaireId)) }))
    .filter(({ places }) => places.length > 0);
  const small = new Set(smallWords.flatMap(foldedWords));
  const wanted = [...new Set(foldedWords(words))].filter((word) => !small.has(word));
  if (wanted.length === 0) return offered.map(shown);
  const found = offered
    .map((entry) => {
      const fields = fieldsOf(entry);
      const finds = wanted.map((word) => bestFind(word, fields)).filter((worth) => worth > 0);
      return { entry, count: finds.length, worth: finds.reduce((sum, worth) => sum + worth, 0) };
    })
    .filter(({ count }) => count > 0);
  const most = Math.max(0, ...found.map(({ count }) => count));
  return found
    .filter(({ count }) => count === most)
    .sort((a, b) => b.worth - a.worth) // stable: as good a find stays in the order of the index
    .map(({ entry }) => shown(entry));
};

const shown = ({ id, word, why, places }: IndexEntry): FoundPlaces => ({ id, word, why, places });

const fieldsOf = ({ word, alsoTyped }: IndexEntry): readonly Field[] => [
  { worth: WORTH.word, words: foldedWords(word) },
  { worth: WORTH.alsoTyped, words: alsoTyped.flatMap(foldedWords) },
];
