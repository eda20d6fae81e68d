import { describe, expect, test } from "vitest";
import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import { put, putAll, take } from "../../../support/changed";
import {
  evenings,
  eveningsStructure as structure,
  eveningsWording as wording,
} from "../../../support/made-up-questionnaire";

const STRUCTURE = "evenings/v1/structure.json";
const WORDING = "evenings/v1/en-GB.json";

const faultsOf = (structureContent: unknown, wordingContent: unknown = wording): readonly string[] => {
  const loaded = loadQuestionnaire(
    { file: STRUCTURE, content: structureContent },
    { file: WORDING, content: wordingContent },
  );
  if (loaded.ok) return [];
  return loaded.error.faults.map(({ file, path, reason }) => `${file === STRUCTURE ? "S" : "W"} ${path}: ${reason}`);
};
const items = "pages/0/items";

test("a questionnaire with one of everything loads as it was written", () => {
  expect(faultsOf(structure)).toEqual([]);
  expect(evenings.wording).toEqual(wording);
  expect(evenings.structure).toMatchObject({ ...structure, pages: [{ id: "at-home" }, { id: "out-and-about" }] });
});

describe("what is missing or wrong is named with its place", () => {
  test.each<[string, unknown, string]>([
    ["licence", "", "licence: say under which licence the words may be used"],
    ["licence", "   ", "licence: say under which licence the words may be used"],
    ["licence", undefined, "licence: Invalid input: expected string, received undefined"],
    ["format", 2, "format: Invalid input: expected 1"],
    ["version", 0, "version: Too small: expected number to be >=1"],
    ["pages", [], "pages: a questionnaire needs a page"],
    ["pages/0/items", [], "pages/0/items: this page is empty"],
    ["pages/1/id", "at-home", 'pages/1/id: the id "at-home" is used twice; first at pages/0/id'],
    [`${items}/7/items`, [], `${items}/7/items: this group is empty`],
    [`${items}/1/choices`, [], `${items}/1/choices: there is nothing to choose from`],
    [`${items}/1/choices`, undefined, `${items}/1/choices: Invalid input: expected array, received undefined`],
    [
      `${items}/1/choices/1/id`,
      "easily",
      `${items}/1/choices/1/id: the id "easily" is used twice; first at ${items}/1/choices/0/id`,
    ],
    [`${items}/1/choices/1/points`, 0.5, `${items}/1/choices/1/points: Invalid input: expected int, received number`],
    [
      `${items}/1/choices/1/points`,
      Infinity,
      `${items}/1/choices/1/points: Invalid input: expected number, received Infinity`,
    ],
    [`${items}/1/choices/1/points`, NaN, `${items}/1/choices/1/points: Invalid input: expected number, received NaN`],
    [`${items}/6/reversed`, true, `${items}/6/reversed: there are no points to turn round`],
    [`${items}/3/id`, undefined, `${items}/3/id: Invalid input: expected string, received undefined`],
    [`${items}/3/id`, "what-helps", `${items}/3/id: the id "what-helps" is used twice; first at ${items}/2/id`],
    [`${items}/3/id`, "../x", `${items}/3/id: use lower-case letters, digits, hyphens and full stops`],
    [`${items}/3/id`, "constructor", `${items}/3/id: "constructor" cannot be a name`],
    [
      `${items}/3/kind`,
      "slider",
      `${items}/3/kind: use one of these kinds: group, note, choice, open-choice, choices, `,
    ],
    [`${items}/3/colour`, "red", `${items}/3: nothing is known here by the name "colour"`],
    ["pages/0/picture", "../../etc/passwd", "pages/0/picture: use lower-case letters, digits, hyphens and full stops"],
    ["id", "../../evenings", "id: use lower-case letters, digits, hyphens and full stops"],
    ["id", "e".repeat(61), "id: this name is longer than 60 characters"],
    [`${items}/7/repeat`, { each: "person" }, `${items}/7/repeat: name a kind of voice or a role`],
    [`${items}/7/repeat`, { each: "sibling" }, `${items}/7/repeat/each: use { "each": "person"`],
    ["pages/1/items/1/repeat/most", 51, "pages/1/items/1/repeat/most: Too big: expected number to be <=50"],
    [
      `${items}/7/items/0`,
      { kind: "group", id: "inner", repeat: { each: "added", most: 2 }, items: [{ kind: "text", id: "innermost" }] },
      `${items}/7/items/0/repeat: a group that repeats cannot stand inside another that does`,
    ],
  ])("%s = %j", (path, value, fault) => {
    expect(faultsOf(put(structure, path, value)).join("\n")).toContain(`S ${fault}`);
  });

  test.each<[string, unknown, string]>([
    ["language", "../en", "language: use a tag such as en-GB"],
    ["title", "", "title: the text is empty"],
    ["title", "a".repeat(601), "title: the text is longer than 600 characters"],
    ["title", "half \ud800", "title: the text holds a control character, or half of a character"],
    ["title", "bell \u0007", "title: the text holds a control character, or half of a character"],
    ["pages/at-home", undefined, "pages/at-home: Invalid input"],
    ["pages/cellar", "The cellar", 'pages/cellar: "cellar" names nothing in the structure'],
    ["items/ghost", { text: "Boo" }, 'items/ghost: "ghost" names nothing in the structure'],
    ["items/settling/choices/never", "Never", 'items/settling/choices/never: "never" names nothing in the structure'],
    ["items/since/choices", { any: "Any" }, 'items/since/choices/any: "any" names nothing in the structure'],
    ["items/hello/help", "?", 'items/hello: nothing is known here by the name "help"'],
  ])("in the words: %s = %j", (path, value, fault) => {
    expect(faultsOf(structure, put(wording, path, value)).join("\n")).toContain(`W ${fault}`);
  });

  test.each([
    ["pages/at-home", "at-home"],
    ["items/hello", "hello"],
    ["items/settling/choices/slowly", "slowly"],
  ])("words that are missing: %s", (path, key) => {
    expect(faultsOf(structure, take(wording, path))).toEqual([`W ${path}: the words for "${key}" are missing`]);
  });

  test("an item whose choices have no words at all", () => {
    expect(faultsOf(structure, take(wording, "items/sounds/choices"))).toHaveLength(3);
  });
});

describe("a condition that cannot be asked is refused where it stands", () => {
  const when = `${items}/4/showWhen`; // of "since", after "wakings"
  test.each<[unknown, string]>([
    [{ test: "answered", item: "wakes" }, `${when}/item: there is no item "wakes"`],
    [{ test: "answered", item: "since" }, `${when}/item: "since" asks about itself, so it can never be shown`],
    [{ test: "answered", item: "sounds" }, `${when}/item: "sounds" comes later, so this can never be reached in order`],
    [
      {
        test: "any",
        of: [
          { test: "answered", item: "settling" },
          { test: "answered", item: "sounds" },
        ],
      },
      `${when}/of/1/item: "sounds" comes later, so this can never be reached in order`,
    ],
    [
      { test: "answered", item: "what-changed" },
      `${when}/item: "what-changed" is shown only when this is: they ask about each other in a circle`,
    ],
    [{ test: "answered", item: "hello" }, `${when}/item: "hello" is a note: nothing is answered there`],
    [
      { test: "equals", item: "settling", value: "never" },
      `${when}/value: this is none of the choices of "settling", so it can never be so`,
    ],
    [{ test: "equals", item: "settling", value: 1 }, `${when}/value: this is none of the choices of "settling"`],
    [{ test: "greater", item: "settling", value: 1 }, `${when}/value: only whole numbers and days are greater or less`],
    [
      { test: "equals", item: "what-helps", value: "milk" },
      `${when}/value: "what-helps" is answered in words; ask only`,
    ],
    [{ test: "equals", item: "wakings", value: "2" }, `${when}/value: "wakings" is answered with a whole number`],
    [
      { test: "greater", item: "wakings", value: 1.5 },
      `${when}/value: use a whole number, or a day such as 2018-03-31`,
    ],
    [{ test: "sometimes", item: "wakings" }, `${when}/test: use { "test": … } with answered, equals`],
    [{ test: "all", of: [] }, `${when}/of: a condition of no parts`],
    [
      { test: "not", of: { test: "any", of: [{ test: "answered", item: "" }] } },
      `${when}/of/of/0/item: use lower-case`,
    ],
    [
      {
        test: "all",
        of: [
          { test: "equals", item: "settling", value: "easily" },
          { test: "equals", item: "settling", value: "hardly" },
        ],
      },
      `${when}: this contradicts itself`,
    ],
    [
      {
        test: "all",
        of: [
          { test: "greater", item: "wakings", value: 2 },
          { test: "less", item: "wakings", value: 3 },
        ],
      },
      `${when}: this contradicts itself`,
    ],
    [
      {
        test: "all",
        of: [
          { test: "answered", item: "settling" },
          { test: "not", of: { test: "answered", item: "settling" } },
        ],
      },
      `${when}: this contradicts itself`,
    ],
    [
      { test: "any", of: Array.from({ length: 50 }, () => ({ test: "answered", item: "settling" })) },
      `${when}: a condition may have 50 parts at most`,
    ],
  ])("%j", (condition, fault) => {
    expect(faultsOf(put(structure, when, condition)).join("\n")).toContain(`S ${fault}`);
  });

  test("also where it asks about an item that is asked several times, from outside", () => {
    expect(faultsOf(put(structure, "pages/1/items/1/showWhen", { test: "answered", item: "parent.reads" }))).toEqual([
      'S pages/1/items/1/showWhen/item: "parent.reads" is asked several times; only items of the same group can ask about it',
    ]);
  });

  test("a group that asks about what is in it is a circle", () => {
    expect(faultsOf(put(structure, `${items}/7/showWhen`, { test: "answered", item: "parent.reads" }))).toEqual([
      `S ${items}/7/showWhen/item: "parent.reads" is shown only when this is: they ask about each other in a circle`,
    ]);
  });

  test("an item that contradicts the group around it", () => {
    const inGroup = put(structure, "pages/1/items/1/items/0/showWhen", {
      test: "not",
      of: {
        test: "any",
        of: [
          { test: "equals", item: "sounds", value: "music" },
          { test: "less", item: "wakings", value: 1 },
        ],
      },
    });
    expect(faultsOf(inGroup)).toEqual([
      "S pages/1/items/1/items/0/showWhen: this contradicts itself, or the groups around it: it can never be so",
    ]);
  });
});

test("every fault is named, in both files, and not only the first", () => {
  const wrong = putAll(structure, {
    licence: "",
    [`${items}/1/choices/1/id`]: "easily",
    [`${items}/3/kind`]: "slider",
    [`${items}/4/showWhen`]: { test: "answered", item: "nobody" },
    [`${items}/7/items/1/showWhen/of/0/value`]: "maybe",
    "pages/1/items/0/id": "club",
  });
  const faults = faultsOf(wrong, putAll(wording, { title: "", "items/ghost": { text: "Boo" } }));
  expect(faults.map((fault) => fault.split(": ")[0]).sort()).toEqual([
    "S licence",
    `S ${items}/1/choices/1/id`,
    `S ${items}/3/kind`,
    `S ${items}/4/showWhen/item`,
    `S ${items}/7/items/1/showWhen/of/0/value`,
    "S pages/1/items/1/id",
    "W items/ghost",
    "W items/professional",
    "W items/settling/choices/slowly",
    "W title",
  ]);
});

describe("how much there may be", () => {
  const text = (id: string) => ({ kind: "text", id });
  const words = (ids: readonly string[]) => ({
    ...wording,
    pages: { only: "Only" },
    items: Object.fromEntries(ids.map((id) => [id, { text: "Words" }])),
  });
  const many = (count: number) => {
    const ids = Array.from({ length: count }, (_, n) => `item-${n}`);
    return faultsOf({ ...structure, pages: [{ id: "only", items: ids.map(text) }] }, words(ids));
  };
  const nested = (levels: number) => {
    let item: object = text("innermost");
    for (let level = levels - 1; level > 0; level -= 1) item = { kind: "group", id: `group-${level}`, items: [item] };
    const ids = ["innermost", ...Array.from({ length: levels - 1 }, (_, n) => `group-${n + 1}`)];
    return faultsOf({ ...structure, pages: [{ id: "only", items: [item] }] }, words(ids));
  };

  test("2,000 items, and not one more", () => {
    expect(many(2_000)).toEqual([]);
    expect(many(2_001)[0]).toBe(
      "S pages/0/items/2000: a questionnaire may hold 2000 items at most; this is one too many",
    );
  });

  test("eight levels, and not one more", () => {
    expect(nested(8)).toEqual([]);
    expect(nested(9)[0]).toMatch(/^S pages\/0(\/items\/0){9}: items may stand 8 levels deep at most$/);
  });

  test("600 characters of text", () => {
    expect(faultsOf(structure, put(wording, "title", "a".repeat(600)))).toEqual([]);
  });
});

describe("what is meant to do harm is refused in under a second, with a reason", () => {
  /** Time of the processor, not of the clock: other work on the machine must not make it fail. */
  const within = (work: () => readonly string[]): readonly string[] => {
    const before = process.cpuUsage();
    const faults = work();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(1_000);
    return faults;
  };
  const deep = (levels: number, open: string, close: string): unknown =>
    JSON.parse(open.repeat(levels) + '"x"' + close.repeat(levels));

  test("a hundred thousand levels", () => {
    const reason = ": this goes more than 64 levels deep";
    for (const content of [deep(100_000, "[", "]"), deep(100_000, '{"items":[', "]}")]) {
      expect(within(() => faultsOf(content))).toContain(`S ${reason}`);
      expect(within(() => faultsOf(put(structure, `${items}/4/showWhen`, content)))).toContain(`S ${reason}`);
      expect(within(() => faultsOf(structure, content))).toEqual([`W ${reason}`]);
    }
  });

  test("seven hundred thousand items of nothing", () => {
    const content = { ...structure, pages: [{ id: "only", items: Array.from({ length: 700_000 }, () => ({})) }] };
    expect(within(() => faultsOf(content))).toContain("S : this holds more than 200000 values");
  });

  test("as many as may be of the worst conditions: each item asks fifty times about the ones before it", () => {
    const ask = (n: number) => ({
      test: "all",
      of: [
        ...Array.from({ length: 24 }, (_, at) => ({
          test: "not",
          of: { test: "answered", item: `item-${Math.max(0, n - 1 - at)}` },
        })),
        { test: "answered", item: "item-0" },
      ],
    });
    const one = (n: number) => ({ kind: "text", id: `item-${n}`, ...(n === 0 ? {} : { showWhen: ask(n) }) });
    const content = { ...structure, pages: [{ id: "only", items: Array.from({ length: 1_000 }, (_, n) => one(n)) }] };
    expect(within(() => faultsOf(content)).length).toBeGreaterThan(0);
  });

  test("words for a name that every object seems to have, and nothing else is changed by it", () => {
    const content: unknown = JSON.parse(
      '{"__proto__": {"text": "x"}, "toString": {"text": "x"}, "constructor": {"text": "x"}}',
    );
    expect(within(() => faultsOf(structure, put(wording, "items", content))).length).toBeGreaterThan(3);
    expect(({} as { text?: string }).text).toBeUndefined();
  });

  test.each([null, 7, "words", [], [[]], true, undefined])("%j is no questionnaire and no words", (content) => {
    expect(within(() => faultsOf(content, content)).length).toBeGreaterThan(1);
  });
});
