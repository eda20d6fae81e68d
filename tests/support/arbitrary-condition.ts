import fc from "fast-check";
import type { OutlineItem } from "#core/questionnaire/outline";
import type { GivenValue } from "#core/schema/page";
import type { Condition, ItemTest } from "#core/schema/questionnaire";

interface ItemToAsk {
  readonly outline: OutlineItem;
  /** Every answer it can have, as far as a condition can tell them apart; also none. */
  readonly answers: readonly (GivenValue | undefined)[];
  readonly tests: readonly ItemTest[];
}

const CHOICES = ["a", "b"];
const DAYS = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-01-03"];

const outline = (id: string): OutlineItem => ({
  path: id,
  id,
  kind: id,
  choices: CHOICES.map((each) => ({ id: each, path: each, hasPoints: false, hasPicture: false })),
  isReversed: false,
  repeats: false,
  showWhen: undefined,
  within: [],
});
const itemToAsk = (
  id: string,
  answers: readonly GivenValue[],
  compared: readonly (string | number | boolean)[],
  ordered: readonly (string | number)[] = [],
): readonly [string, ItemToAsk] => [
  id,
  {
    outline: outline(id),
    answers: [undefined, ...answers],
    tests: [
      { test: "answered", item: id },
      ...compared.map((value) => ({ test: "equals", item: id, value }) as const),
      ...ordered.flatMap((value) => [
        { test: "greater", item: id, value } as const,
        { test: "less", item: id, value } as const,
      ]),
    ],
  },
];
const one = (choice: string): GivenValue => ({ type: "choice", choice });
const severalOf = (...choices: readonly string[]): GivenValue => ({
  type: "choices",
  choices: choices.map((choice) => ({ choice })),
  ownWords: "",
});

/** One item of each kind, named after it, small enough that every answer can be tried. */
export const ITEMS_TO_ASK: ReadonlyMap<string, ItemToAsk> = new Map([
  itemToAsk("choice", CHOICES.map(one), CHOICES),
  itemToAsk("open-choice", [...CHOICES.map(one), { type: "words", words: "Another" }], CHOICES),
  itemToAsk("choices", [severalOf("a"), severalOf("b"), severalOf("a", "b")], CHOICES),
  itemToAsk(
    "boolean",
    [true, false].map((value) => ({ type: "boolean", value })),
    [true, false],
  ),
  itemToAsk(
    "integer",
    [-1, 0, 1, 2, 3, 4].map((value) => ({ type: "integer", value })),
    [0, 1, 2, 3],
    [0, 1, 2, 3],
  ),
  itemToAsk(
    "date",
    DAYS.map((value) => ({ type: "date", value })),
    DAYS.slice(1),
    DAYS.slice(1),
  ),
  itemToAsk("text", [{ type: "words", words: "So" }], []),
]);

const around = (inner: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
  fc.oneof(
    inner,
    inner.map((of): Condition => ({ test: "not", of })),
    fc
      .tuple(
        fc.constantFrom("all" as const, "any" as const),
        fc.array(inner, { minLength: 1, maxLength: 3, size: "max" }),
      )
      .map(([test, of]): Condition => ({ test, of })),
  );

const testOf = ({ tests }: ItemToAsk): fc.Arbitrary<Condition> => fc.constantFrom(...tests);
const several = (inner: fc.Arbitrary<Condition>) =>
  fc.array(around(around(inner)), { minLength: 1, maxLength: 4, size: "max" });
const anyItem = fc.constantFrom(...ITEMS_TO_ASK.values());

/** Conditions that must all hold: most ask about one item, where they can contradict each other in every way. */
export const someConditions = fc.oneof(
  { weight: 3, arbitrary: anyItem.chain((item) => several(testOf(item))) },
  { weight: 1, arbitrary: several(anyItem.chain(testOf)) },
);

/** Every three tests of one item, or their opposites, that can be asked to hold together; and so every two, and one. */
export const everyThree: readonly (readonly Condition[])[] = [...ITEMS_TO_ASK.values()].flatMap(({ tests }) => {
  const either = tests.flatMap((of): readonly Condition[] => [of, { test: "not", of }]);
  return either.flatMap((one, first) =>
    either.slice(first).flatMap((two, second) => either.slice(first + second).map((three) => [one, two, three])),
  );
});
