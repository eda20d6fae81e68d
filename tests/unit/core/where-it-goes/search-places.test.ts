import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadWhereItGoes } from "#core/where-it-goes/load-where-it-goes";
import { searchPlaces } from "#core/where-it-goes/search-places";
import { indexPlaces, indexStructure, indexWording } from "../../../support/made-up-index";
import { runs } from "../../../support/runs";
import { valueOf } from "../../../support/value-of";

const index = valueOf(
  loadWhereItGoes({ file: "s", content: indexStructure }, { file: "w", content: indexWording }, indexPlaces),
);
const found = (words: string) => searchPlaces(index, words).map(({ id }) => id);

describe("somebody who types", () => {
  test.each<[words: string, finds: readonly string[]]>([
    ["", ["bedtime", "anger", "loves"]],
    ["he won't", ["bedtime", "anger", "loves"]],
    ["bed", ["bedtime"]],
    ["he WONT sleep!", ["bedtime"]],
    ["night", ["bedtime", "anger"]],
    ["terrors night", ["anger"]],
    ["naughty at school", ["anger"]],
    ["cafe", ["anger"]],
    ["aughty", []],
    ["zzz", []],
    ["feeling", []],
  ])("“%s”", (words, finds) => {
    expect(found(words)).toEqual(finds);
  });

  test("finds the word that is shown before one that is only typed, and a whole word before a beginning", () => {
    const typed = { ...index, entries: index.entries.map((entry) => ({ ...entry, alsoTyped: ["anger"] })) };
    expect(searchPlaces(typed, "anger").map(({ id }) => id)).toEqual(["anger", "bedtime", "loves"]);
    expect(found("bed")[0]).toBe("bedtime");
    const whole = {
      ...index,
      entries: index.entries.map((entry) => ({ ...entry, alsoTyped: [entry.id === "anger" ? "bed" : "x"] })),
    };
    expect(searchPlaces(whole, "bed").map(({ id }) => id)).toEqual(["anger", "bedtime"]);
  });

  test("is shown the word, the reason and the places, and nothing that other people type", () => {
    expect(searchPlaces(index, "naughty")).toEqual([
      {
        id: "anger",
        word: "Anger",
        why: "It is a feeling.",
        places: [{ kind: "strand", questionnaireId: "nd-profile", strandId: "emotions" }],
      },
    ]);
  });
});

test("what is not offered is left out, and with its last place the entry", () => {
  const offered = (words: string, ...ids: readonly string[]) =>
    searchPlaces(index, words, (id) => ids.includes(id)).map(({ id, places }) => [id, places.length]);
  expect(offered("", "nd-profile", "my-page")).toEqual([
    ["bedtime", 1],
    ["anger", 1],
    ["loves", 1],
  ]);
  expect(offered("", "evenings")).toEqual([["bedtime", 1]]);
  expect(offered("anger", "evenings")).toEqual([]);
  // "night terrors" would be found best where feelings are offered; where they are not, one of its words still helps.
  expect(offered("night terrors", "evenings")).toEqual([["bedtime", 1]]);
});

test("capitals, accents, small words and the order of the words change nothing", () => {
  const typed = fc.array(fc.constantFrom("sleep", "night", "café", "naughty", "zzz", "an", "love"), { maxLength: 4 });
  fc.assert(
    fc.property(typed, (words) => {
      const plainly = found(words.join(" "));
      expect(found(words.toReversed().join(", ").toUpperCase())).toEqual(plainly);
      expect(found(`the ${words.join(" he ")} won’t`)).toEqual(plainly);
      expect(found(words.join(" ").normalize("NFD").replaceAll(/\p{M}/gu, ""))).toEqual(plainly);
    }),
    runs,
  );
});

test("what is found has the most of the words that are sought, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      expect(index.entries.map(({ id }) => id)).toEqual(expect.arrayContaining([...found(words)]));
      expect(new Set(found(words)).size).toBe(found(words).length);
    }),
    runs,
  );
});
