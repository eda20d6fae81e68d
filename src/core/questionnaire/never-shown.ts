import { addDays } from "../schema/plain-date";
import type { Condition, ItemTest } from "../schema/questionnaire";
import type { OutlineItem } from "./outline";

/**
 * Whether conditions that must all hold can be seen to contradict each other: two different answers to one question, an
 * answer that must be there and must not, a number over five and under three.
 *
 * Shape  the conditions have been checked: every item is there and every value fits.
 * Laws   1. what is said never to be, is never so for any answers (the reverse is not promised)
 * (tests/property/never-shown.test.ts)
 */
export const canNeverBe = (
  conditions: readonly Condition[],
  itemOf: (id: string) => OutlineItem | undefined,
): boolean => contradicts(() => NOTHING, conditions, itemOf);

/** What must be so of one item's answer. A `not` holds also where there is no answer. */
interface Facts {
  readonly tests: readonly ItemTest[];
  readonly nots: readonly ItemTest[];
}
const NOTHING: Facts = { tests: [], nots: [] };
type FactsOf = (id: string) => Facts;
type ItemOf = (id: string) => OutlineItem | undefined;

const contradicts = (known: FactsOf, conditions: readonly Condition[], itemOf: ItemOf): boolean => {
  const learned = new Map<string, Facts>();
  const factsOf: FactsOf = (id) => learned.get(id) ?? known(id);
  const alternatives: (readonly Condition[])[] = [];

  const learn = (condition: Condition, isNot: boolean): void => {
    switch (condition.test) {
      case "not":
        learn(condition.of, !isNot);
        return;
      case "all":
      case "any":
        // Not all is the same as any not, and the other way round.
        if ((condition.test === "all") !== isNot) for (const part of condition.of) learn(part, isNot);
        else alternatives.push(condition.of.map((part) => (isNot ? { test: "not", of: part } : part)));
        return;
      default: {
        const { tests, nots } = factsOf(condition.item);
        learned.set(
          condition.item,
          isNot ? { tests, nots: withTest(nots, condition) } : { tests: withTest(tests, condition), nots },
        );
      }
    }
  };

  for (const condition of conditions) learn(condition, false);
  return (
    [...learned].some(([id, facts]) => contradict(facts, itemOf(id))) ||
    alternatives.some((parts) => parts.every((part) => contradicts(factsOf, [part], itemOf)))
  );
};

const withTest = (known: readonly ItemTest[], test: ItemTest): readonly ItemTest[] =>
  known.some((each) => each.test === test.test && comparedWith(each) === comparedWith(test)) ? known : [...known, test];

const comparedWith = (test: ItemTest) => (test.test === "answered" ? undefined : test.value);

const contradict = ({ tests, nots }: Facts, item: OutlineItem | undefined): boolean => {
  if (tests.length === 0 || item === undefined) return false; // then no answer at all fits
  if (nots.some(({ test }) => test === "answered")) return true;
  const equal = [...new Set(tests.flatMap((each) => (each.test === "equals" ? [each.value] : [])))];
  const unequal = nots.flatMap((each) => (each.test === "equals" ? [each.value] : []));
  if (equal.some((value) => unequal.includes(value))) return true;
  if (item.kind === "choices") return false;
  if (equal.length > 1) return true;
  const all = allAnswersTo(item);
  if (all !== undefined && all.every((value) => unequal.includes(value))) return true;
  return outOfRange(tests, nots, equal[0]);
};

/** Every answer there is, where they can be listed. */
const allAnswersTo = (item: OutlineItem): readonly (string | boolean)[] | undefined => {
  if (item.kind === "boolean") return [true, false];
  return item.kind === "choice" ? item.choices.map(({ id }) => id) : undefined;
};

const outOfRange = (
  tests: readonly ItemTest[],
  nots: readonly ItemTest[],
  equal: string | number | boolean | undefined,
): boolean => {
  const values = (from: readonly ItemTest[], test: "greater" | "less"): readonly (string | number)[] =>
    from.flatMap((each) => (each.test === test ? [each.value] : []));
  // The least and the most that it can be, both themselves allowed.
  const atLeast = [...values(tests, "greater").map(justAfter), ...values(nots, "less")];
  const atMost = [...values(tests, "less").map(justBefore), ...values(nots, "greater")];
  if (typeof equal !== "boolean" && equal !== undefined) {
    atLeast.push(equal);
    atMost.push(equal);
  }
  return atLeast.some((least) => atMost.some((most) => typeof least === typeof most && least > most));
};

const justAfter = (value: string | number): string | number =>
  typeof value === "number" ? value + 1 : addDays(value, 1);
const justBefore = (value: string | number): string | number =>
  typeof value === "number" ? value - 1 : addDays(value, -1);
