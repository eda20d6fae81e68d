import fc from "fast-check";
import type { KeptAnswer, PageSection, PageSections } from "#core/schema/page";
import type { Condition, Item, ItemWording, Questionnaire, QuestionnairePage } from "#core/schema/questionnaire";
import { idOf, type Who } from "./family";
import { uuid } from "./uuid";

const KINDS = ["choice", "open-choice", "choices", "boolean", "integer", "date", "text"] as const;
const CHOICES = ["yes", "no", "rather"];
const DAYS = ["2026-01-01", "2026-01-02", "2026-01-03"];

/** A condition before it is known what it can ask about: numbers that pick from what comes before. */
interface Wish {
  readonly test: "all" | "any" | "not" | "answered" | "equals" | "greater" | "less";
  readonly item: number;
  readonly value: number;
  readonly of: readonly Wish[];
}
const wishOf = (inner: fc.Arbitrary<readonly Wish[]>): fc.Arbitrary<Wish> =>
  fc.record({
    test: fc.constantFrom("answered", "equals", "equals", "greater", "less", "all", "any", "not"),
    item: fc.nat({ max: 9 }),
    value: fc.nat({ max: 9 }),
    of: inner,
  });
const some = (inner: fc.Arbitrary<Wish>) => fc.array(inner, { minLength: 1, maxLength: 3, size: "max" });
const wish = wishOf(some(wishOf(some(wishOf(fc.constant([]))))));

const itemWish = fc.record({
  // Choices most of all: they have words and points of their own that can change.
  kind: fc.constantFrom(...KINDS, "choice", "choice", "open-choice"),
  place: fc.constantFrom("first", "second", "each-parent", "added"),
  showWhen: fc.option(wish, { nil: undefined }),
  words: fc.nat({ max: 2 }),
  choiceWords: fc.nat({ max: 1 }),
  choices: fc.subarray(CHOICES, { minLength: 1 }),
  points: fc.constantFrom(true, true, false),
  reversed: fc.boolean(),
});
const FIELDS = ["kind", "place", "words", "choiceWords", "choices", "points", "reversed"] as const;
type ItemWish = typeof itemWish extends fc.Arbitrary<infer T> ? T : never;

const someIds = fc.shuffledSubarray([...Array(8).keys()], { minLength: 6 });
const wishes = fc.array(itemWish, { minLength: 8, maxLength: 8 });

export const someQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .tuple(someIds, wishes)
  .map(([ids, all]) => questionnaireOf(1, ids, all));

/** Two versions of one questionnaire: the same few ids, most of them asked alike, some in other words or elsewhere. */
export const someTwoVersions: fc.Arbitrary<{ readonly old: Questionnaire; readonly next: Questionnaire }> = fc
  .record({
    ids: fc.tuple(someIds, someIds),
    before: wishes,
    fresh: wishes,
    kept: fc.array(fc.subarray([...FIELDS], { minLength: 5 }), { minLength: 8, maxLength: 8 }),
  })
  .map(({ ids, before, fresh, kept }) => ({
    old: questionnaireOf(1, ids[0], before),
    next: questionnaireOf(
      2,
      ids[1],
      fresh.map((wish, n): ItemWish => ({
        ...wish,
        ...Object.fromEntries((kept[n] ?? []).map((field) => [field, before[n]?.[field]])),
      })),
    ),
  }));

const PLACES = ["first", "each-parent", "second", "added"] as const;

const questionnaireOf = (version: number, ids: readonly number[], wishes: readonly ItemWish[]): Questionnaire => {
  const before: { readonly id: string; readonly wish: ItemWish }[] = [];
  const words: Record<string, ItemWording> = {
    "each-parent": { text: "Each parent" },
    added: { text: "Another" },
  };
  const itemsAt = (place: (typeof PLACES)[number]): Item[] =>
    ids.flatMap((n): Item[] => {
      const itemWish = wishes[n];
      if (itemWish?.place !== place) return [];
      const id = `item-${n}`;
      const others = before.filter((each) => isInReach(each.wish.place, place));
      const showWhen = itemWish.showWhen === undefined ? undefined : conditionOf(itemWish.showWhen, others);
      before.push({ id, wish: itemWish });
      const choices = Object.fromEntries(
        itemWish.choices.map((each) => [each, `${each}, in words ${itemWish.choiceWords}`]),
      );
      const chooses = itemWish.kind.includes("choice");
      words[id] = { text: `Question ${n}, in words ${itemWish.words}`, ...(chooses ? { choices } : {}) };
      return [itemOf(id, itemWish, showWhen)];
    });
  const [first, parents, second, added] = PLACES.map(itemsAt);
  const group = (id: string, repeat: object, items: readonly Item[] = []): Item[] =>
    items.length === 0 ? [] : [{ kind: "group", id, repeat, items } as Item];
  const pages: QuestionnairePage[] = [
    {
      id: "page-1",
      items: [...(first ?? []), ...group("each-parent", { each: "person", kinds: ["family"], roles: [] }, parents)],
    },
    { id: "page-2", items: [...(second ?? []), ...group("added", { each: "added", most: 3 }, added)] },
  ].filter(({ items }) => items.length > 0);
  return {
    structure: { format: 1, id: "made-up", version, licence: "CC0-1.0", use: { answeredBy: "anyone" }, pages },
    wording: {
      language: "en-GB",
      title: "Made up",
      pages: Object.fromEntries(pages.map(({ id }) => [id, id])),
      items: words,
    },
  };
};

const isInReach = (asked: string, from: string): boolean => asked === "first" || asked === "second" || asked === from;

const itemOf = (id: string, { kind, choices, points, reversed }: ItemWish, showWhen: Condition | undefined): Item => {
  const when = showWhen === undefined ? {} : { showWhen };
  if (kind === "choice" || kind === "open-choice" || kind === "choices") {
    const offered = choices.map((each) => (points ? { id: each, points: CHOICES.indexOf(each) } : { id: each }));
    return { kind, id, ...when, choices: offered, ...(points && reversed ? { reversed } : {}) };
  }
  return { kind, id, ...when };
};

const conditionOf = (
  { test, item, value, of }: Wish,
  before: readonly { readonly id: string; readonly wish: ItemWish }[],
): Condition | undefined => {
  if (test === "all" || test === "any" || test === "not") {
    const parts = of.flatMap((part) => conditionOf(part, before) ?? []);
    const [first] = parts;
    if (first === undefined) return undefined;
    return test === "not" ? { test, of: first } : { test, of: parts };
  }
  const asked = before[item % Math.max(1, before.length)];
  if (asked === undefined) return undefined;
  const { kind, choices } = asked.wish;
  const compared =
    kind === "integer"
      ? value % 4
      : kind === "date"
        ? DAYS[value % 3]
        : kind === "boolean"
          ? value % 2 === 0
          : choices[value % choices.length];
  if (test === "answered" || kind === "text" || compared === undefined) return { test: "answered", item: asked.id };
  if (
    (test === "greater" || test === "less") &&
    typeof compared !== "boolean" &&
    (kind === "integer" || kind === "date")
  ) {
    return { test, item: asked.id, value: compared };
  }
  return { test: "equals", item: asked.id, value: compared };
};

/** Every answer that an item of this kind may have, some of them several times likelier than others. */
export const someAnswer = (item: Item): fc.Arbitrary<KeptAnswer> => {
  const given = (value: object): KeptAnswer => ({ kind: "answered", value });
  const answers = (): fc.Arbitrary<KeptAnswer> => {
    switch (item.kind) {
      case "choice":
      case "open-choice":
        return fc
          .constantFrom(...item.choices)
          .map(({ id, points }) => given({ type: "choice", choice: id, ...(points === undefined ? {} : { points }) }));
      case "choices":
        return fc.subarray([...item.choices], { minLength: 1 }).map((chosen) =>
          given({
            type: "choices",
            choices: chosen.map(({ id, points }) => (points === undefined ? { choice: id } : { choice: id, points })),
            ownWords: "",
          }),
        );
      case "boolean":
        return fc.boolean().map((value) => given({ type: "boolean", value }));
      case "integer":
        return fc.nat({ max: 3 }).map((value) => given({ type: "integer", value }));
      case "date":
        return fc.constantFrom(...DAYS).map((value) => given({ type: "date", value }));
      default:
        return fc.string({ minLength: 1, maxLength: 20 }).map((words) => given({ type: "words", words }));
    }
  };
  return fc.oneof(
    { weight: 6, arbitrary: answers() },
    fc.constantFrom<KeptAnswer[]>(
      { kind: "passed" },
      { kind: "does-not-apply" },
      { kind: "missing", why: "dont-know" },
      { kind: "drawn-by-a-newer-version", strokes: [1] },
    ),
  );
};

const WRITERS: readonly Who[] = ["child", "mum"];
const ROUNDS = [1, 2, 3].map((n) => uuid(0x700 + n));
const PARENTS = (["mum", "dad"] as const).map(idOf);

/** The sections of two people who have answered some of it, on pages that are kept from some people. */
export const someSections = ({ structure, wording }: Questionnaire): fc.Arbitrary<PageSections> => {
  const instrument = { id: structure.id, version: structure.version, language: wording.language };
  const pages = WRITERS.flatMap((who) => structure.pages.map((page) => ({ who, page })));
  const sections = pages.map(({ who, page }) =>
    fc
      .record({
        answers: answersOn(page),
        hiddenFrom: fc.subarray((["dad", "teacher"] as const).map(idOf)),
        rounds: fc.shuffledSubarray(ROUNDS),
        skipped: fc.subarray(page.items.map(({ id }) => id)),
      })
      .map(({ answers, hiddenFrom, rounds, skipped }): readonly [string, PageSection] => [
        `page/${structure.id}/${page.id}/${idOf(who)}`,
        { hiddenFrom, instrument, answers, skipped, added: { added: rounds }, earlier: [], later: "kept" },
      ]),
  );
  return fc
    .tuple(...sections)
    .chain((all) => fc.subarray(all))
    .map((all) => Object.fromEntries(all) as PageSections);
};

const answersOn = (page: QuestionnairePage): fc.Arbitrary<Record<string, KeptAnswer>> => {
  const keys = page.items.flatMap((item): readonly (readonly [string, Item])[] => {
    if (item.kind !== "group") return [[item.id, item]];
    const rounds = item.id === "added" ? ROUNDS : PARENTS;
    return rounds.flatMap((round) => item.items.map((inner) => [`${inner.id}@${round}`, inner] as const));
  });
  return fc
    .subarray([...keys])
    .chain((chosen) =>
      fc.tuple(...chosen.map(([key, item]) => someAnswer(item).map((answer) => [key, answer] as const))),
    )
    .map((answers) => Object.fromEntries(answers));
};
