import type { Instrument, InstrumentRef } from "../../schema/instrument";
import type { Questionnaire } from "../../schema/questionnaire";
import {
  type Asked,
  type AskedChoice,
  type Comparable,
  instrumentToComparable,
  questionnaireToComparable,
} from "./comparable";

/** Words that stood at a place before, and what stands there now; either may be missing. */
export interface Reworded {
  readonly place: string;
  /** Which of its words: `text`, `prefix`, `heading`, `line/left` … */
  readonly part: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What became of the choices of one item. */
export interface ChoicesChanged {
  readonly place: string;
  readonly added: readonly AskedChoice[];
  readonly removed: readonly AskedChoice[];
  /** The same choice with other words or other points. */
  readonly changed: readonly { readonly before: AskedChoice; readonly after: AskedChoice }[];
}

/**
 * What is different between two versions, word for word.
 *
 * Shape  `added` and `removed` are items, pages, strands and prompts by their ids: one that only moved is neither.
 *        `answeredOtherwise` is asked under the same id and answered in another way.
 */
export interface VersionDifference {
  readonly from: InstrumentRef;
  readonly to: InstrumentRef;
  readonly added: readonly Asked[];
  readonly removed: readonly Asked[];
  readonly reworded: readonly Reworded[];
  readonly choicesChanged: readonly ChoicesChanged[];
  readonly answeredOtherwise: readonly { readonly place: string; readonly before: string; readonly after: string }[];
}

/**
 * Compares two versions of a questionnaire of pages.
 *
 * Laws   1. a version is not different from itself
 *        2. what is added one way is removed the other way
 * (tests/property/versions.test.ts)
 */
export const compareVersions = (old: Questionnaire, next: Questionnaire): VersionDifference =>
  compare(questionnaireToComparable(old), questionnaireToComparable(next));

/** The same for the questionnaire of the nine lines. */
export const compareInstruments = (old: Instrument, next: Instrument): VersionDifference =>
  compare(instrumentToComparable(old), instrumentToComparable(next));

const compare = (old: Comparable, next: Comparable): VersionDifference => {
  const before = new Map(old.asked.map((asked) => [asked.place, asked]));
  const after = new Map(next.asked.map((asked) => [asked.place, asked]));
  const both = old.asked.flatMap((one) => {
    const other = after.get(one.place);
    return other === undefined ? [] : [{ before: one, after: other }];
  });
  return {
    from: old.ref,
    to: next.ref,
    added: next.asked.filter(({ place }) => !before.has(place)),
    removed: old.asked.filter(({ place }) => !after.has(place)),
    reworded: both.flatMap(reworded),
    choicesChanged: both.flatMap(choicesChanged),
    answeredOtherwise: both
      .filter((pair) => pair.before.kind !== pair.after.kind)
      .map((pair) => ({ place: pair.before.place, before: pair.before.kind, after: pair.after.kind })),
  };
};

interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

const reworded = ({ before, after }: Pair<Asked>): readonly Reworded[] =>
  [...new Set([...Object.keys(before.words), ...Object.keys(after.words)])]
    .filter((part) => before.words[part] !== after.words[part])
    .map((part) => ({ place: before.place, part, before: before.words[part], after: after.words[part] }));

const choicesChanged = ({ before, after }: Pair<Asked>): readonly ChoicesChanged[] => {
  const isIn = (choices: readonly AskedChoice[]) => (choice: AskedChoice) => choices.some(({ id }) => id === choice.id);
  const changed = before.choices.flatMap((choice) => {
    const other = after.choices.find(({ id }) => id === choice.id);
    const isSame = other === undefined || (other.words === choice.words && other.points === choice.points);
    return isSame ? [] : [{ before: choice, after: other }];
  });
  const added = after.choices.filter((choice) => !isIn(before.choices)(choice));
  const removed = before.choices.filter((choice) => !isIn(after.choices)(choice));
  return added.length + removed.length + changed.length === 0 ? [] : [{ place: before.place, added, removed, changed }];
};
