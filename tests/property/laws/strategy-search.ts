import fc from "fast-check";
import { expect } from "vitest";
import { AgeBand } from "#core/schema/age-band";
import { Setting } from "#core/schema/plan";
import type { Strategy } from "#core/schema/strategy";
import type { Sought } from "#core/strategies/search-strategies";
import { shippedStrategies } from "../../support/strategies";
import { runs } from "../../support/runs";
import type { Core } from "../../support/seed-bug";

const FIELDS = ["title", "what", "why", "howToTell", "notFor", "checkWith", "stopIf"] as const;
const textsOf = (strategy: Strategy): readonly string[] => FIELDS.map((field) => strategy[field] ?? "");

/** Told apart in another way than the search does it, so that the two cannot be wrong together. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase();
const begins = (strategy: Strategy, word: string): boolean =>
  textsOf(strategy).some((text) => new RegExp(`(?<![\\p{L}\\p{N}])${plain(word)}`, "u").test(plain(text)));

const word = fc.stringMatching(/^[a-zéèüñ]{1,8}$/);
const sentence = fc.array(word, { maxLength: 6, size: "max" }).map((words) => words.join(" "));
const madeUp: fc.Arbitrary<readonly Strategy[]> = fc
  .array(
    fc.record({
      strandId: fc.constantFrom("energy", "motor", "social"),
      setting: fc.constantFrom(...Setting.options),
      bands: fc.uniqueArray(fc.constantFrom(...AgeBand.options), { minLength: 1 }),
      title: sentence,
      what: sentence,
      why: sentence,
      howToTell: sentence,
      notFor: sentence,
      checkWith: sentence,
      stopIf: sentence,
    }),
    { maxLength: 20, size: "max" },
  )
  .map((all) => all.map((each, index) => ({ ...each, id: `s${index}` })));

const sought: fc.Arbitrary<Required<Sought>> = fc.record({
  words: fc.array(fc.stringMatching(/^[a-zé]{1,3}$/), { maxLength: 2 }).map((words) => words.join(" ")),
  strandIds: fc.uniqueArray(fc.constantFrom("energy", "motor"), { maxLength: 2 }),
  setting: fc.option(fc.constantFrom(...Setting.options), { nil: undefined }),
  band: fc.option(fc.constantFrom(...AgeBand.options), { nil: undefined }),
});

/** Law 1, both ways: exactly those of that strand, place and age in which every word begins a word. */
export const findsWhatFits = (core: Core): void => {
  fc.assert(
    fc.property(madeUp, sought, (strategies, wanted) => {
      const fits = (strategy: Strategy): boolean =>
        (wanted.strandIds.length === 0 || wanted.strandIds.includes(strategy.strandId)) &&
        (wanted.setting === undefined || wanted.setting === strategy.setting) &&
        (wanted.band === undefined || strategy.bands.includes(wanted.band)) &&
        wanted.words.split(" ").every((each) => each === "" || begins(strategy, each));
      const found = core.createStrategySearch(strategies)(wanted);
      expect(new Set(found)).toEqual(new Set(strategies.filter(fits)));
      expect(found).toHaveLength(new Set(found).size);
    }),
    runs,
  );
};

/** Law 2, on the shipped strategies: any beginning of any word leads to the strategy that it stands in. */
export const anyBeginningFinds = (core: Core): void => {
  const { strategies } = shippedStrategies;
  const search = core.createStrategySearch(strategies);
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 20 }), (which, at, length) => {
      const strategy = strategies[which % strategies.length]!;
      const words = textsOf(strategy)
        .join(" ")
        .split(/[^\p{L}\p{N}'’]+/u)
        .filter((each) => plain(each) !== "");
      const beginning = (words[at % words.length] ?? "").slice(0, length);
      expect(search({ words: beginning })).toContain(strategy);
    }),
    runs,
  );
};

/** Law 3: how it is written, and how often, changes nothing; and the same search always answers the same. */
export const writingChangesNothing = (core: Core): void => {
  fc.assert(
    fc.property(madeUp, sought, (strategies, wanted) => {
      const search = core.createStrategySearch(strategies);
      const found = search(wanted);
      const [first = ""] = wanted.words.split(" ");
      const turned = wanted.words.split(" ").reverse().join(" , ");
      for (const words of [
        wanted.words.toUpperCase(),
        plain(wanted.words),
        ` ${turned} `,
        `${wanted.words} ${first}`,
      ]) {
        expect(search({ ...wanted, words })).toEqual(found);
      }
    }),
    runs,
  );
};

/** Law 4. */
export const oneMoreWordFindsNoMore = (core: Core): void => {
  fc.assert(
    fc.property(madeUp, sought, word, (strategies, wanted, more) => {
      const search = core.createStrategySearch(strategies);
      const before = search(wanted);
      expect(search({ ...wanted, words: `${wanted.words} ${more}` }).filter((each) => !before.includes(each))).toEqual(
        [],
      );
    }),
    runs,
  );
};

/** Without words the order of the set stands, and with them where a find is as good: nobody's need is ranked. */
export const orderIsOfTheSet = (core: Core): void => {
  fc.assert(
    fc.property(madeUp, sought, (strategies, wanted) => {
      const found = core.createStrategySearch(strategies)({ ...wanted, words: "" });
      expect(found).toEqual(strategies.filter((each) => found.includes(each)));
    }),
    runs,
  );
};
