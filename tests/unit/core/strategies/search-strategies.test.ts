import { describe, expect, test } from "vitest";
import type { Strategy } from "#core/schema/strategy";
import { createStrategySearch } from "#core/strategies/search-strategies";
import { shippedStrategies } from "../../../support/strategies";

const strategy = (id: string, words: Partial<Strategy>): Strategy => ({
  id,
  strandId: "energy",
  setting: "home",
  bands: ["primary"],
  title: "A title",
  what: "Something to do.",
  why: "It may help.",
  howToTell: "They smile.",
  stopIf: "It hurts.",
  ...words,
});
const found = (strategies: readonly Strategy[], words: string) =>
  createStrategySearch(strategies)({ words }).map(({ id }) => id);

describe("a word finds", () => {
  const all = [
    strategy("in-not-for", { notFor: "Swimming alone." }),
    strategy("in-stop-if", { stopIf: "Swimming tires them." }),
    strategy("in-how-to-tell", { howToTell: "They ask for swimming." }),
    strategy("in-what", { what: "Go swimming." }),
    strategy("in-title-beginning", { title: "Find swimmingly good pools" }),
    strategy("in-title", { title: "Find a swimming group" }),
    strategy("nowhere", {}),
  ];

  test("best in the title, then in what to do, and last in what it is not for", () => {
    expect(found(all, "swimming")).toEqual([
      "in-title",
      "in-title-beginning",
      "in-what",
      "in-how-to-tell",
      "in-not-for",
      "in-stop-if",
    ]);
  });

  test("by its beginning, and not by its middle or end", () => {
    expect(found(all, "swi")).toHaveLength(6);
    expect(found(all, "imming")).toEqual([]);
  });

  test("only where every other word is found too, in whatever field", () => {
    expect(found(all, "swimming tires")).toEqual(["in-stop-if"]);
    expect(found(all, "swimming bread")).toEqual([]);
  });

  test("no more for being written twice", () => {
    const two = [strategy("a", { title: "Bread", what: "Bath." }), strategy("b", { title: "Bath", what: "Bread." })];
    expect(found(two, "bread bath")).toEqual(["a", "b"]);
    expect(found(two, "bath bread bath")).toEqual(["a", "b"]);
  });
});

describe("in the shipped strategies", () => {
  const search = createStrategySearch(shippedStrategies.strategies);

  test("without words, strand, place or age all of them are there, in their order", () => {
    expect(search({})).toEqual(shippedStrategies.strategies);
  });

  test.each(["sleep", "tics", "haircut", "toilet", "worry", "bus", "homework", "lunch", "device", "deaf", "braille"])(
    "“%s” finds something",
    (words) => {
      expect(search({ words }).length).toBeGreaterThan(0);
    },
  );

  test("what people look for stands at the top", () => {
    expect(search({ words: "haircut" })[0]?.id).toBe("sensory.community.comfy-haircut");
    expect(search({ words: "fire alarm" })[0]?.id).toBe("sensory.school-or-college.alarms-planned-ahead");
  });

  test("a strand, a place and an age leave only theirs", () => {
    const some = search({ strandIds: ["motor", "sensory"], setting: "home", band: "under-2" });
    expect(some.length).toBeGreaterThanOrEqual(6);
    for (const { strandId, setting, bands } of some) {
      expect([["motor", "sensory"].includes(strandId), setting, bands.includes("under-2")]).toEqual([
        true,
        "home",
        true,
      ]);
    }
  });
});
