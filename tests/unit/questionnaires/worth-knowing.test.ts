import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { choiceIdsOf, itemsIn, shippedPages } from "../../support/shipped-pages";
import { testRulesForPages } from "./rules-for-pages";

const shipped = shippedPages("worth-knowing");
const { structure, items, itemNamed, page, textOf, texts } = shipped;

const FIXED_THOUGHT = "We ask everyone this. None of it makes a child neurodivergent, and none of it is about blame.";
const ALWAYS_SHOWN = "Lost words, play or movement? Ring the GP today.";

/** The topics as the design settles them, each with the page that has it. */
const TOPICS = [
  ["hearing", "hearing"],
  ["sight", "sight"],
  ["sleep", "sleep"],
  ["food", "food"],
  ["pain and toilet", "pain-and-toilet"],
  ["medicines", "medicines"],
  ["before and around birth", "birth"],
  ["skills that have gone", "lost-skills"],
  ["blank spells or fits", "blank-spells"],
  ["mood and self-harm", "mood"],
  ["bullying", "bullying"],
  ["getting to school", "school"],
  ["big events and losses", "events"],
  ["languages at home", "languages"],
] as const;

testRulesForPages("worth-knowing", shipped);

test("each topic has its page, in order, and whatever is left has the last", () => {
  expect(structure.pages.map(({ id }) => id)).toEqual([...TOPICS.map(([, pageId]) => pageId), "anything-else"]);
});

test("anyone may answer it, at any age, in any visit", () => {
  expect(structure.use).toEqual({ answeredBy: "anyone" });
});

test("it opens with the fixed thought, and so do the pages where blame is felt", () => {
  const first = structure.pages.filter(
    ({ items: [opening] }) => opening !== undefined && opening.id.endsWith(".everyone"),
  );
  expect(first.map(({ id }) => id)).toEqual(["hearing", "sleep", "food", "birth", "mood", "school", "events"]);
  for (const {
    items: [opening],
  } of first) {
    expect([opening?.kind, opening?.showWhen, textOf(opening?.id ?? "")]).toEqual(["note", undefined, FIXED_THOUGHT]);
  }
});

test("one choice opens each page, and what follows hangs on an answer", () => {
  for (const each of structure.pages.filter(({ id }) => id !== "anything-else")) {
    expect(each.items.find(({ kind }) => kind !== "note")?.kind, each.id).toBe("choice");
    expect(itemsIn(each.items).filter(({ showWhen }) => showWhen !== undefined).length, each.id).toBeGreaterThan(0);
  }
});

describe("HAZ-19 the page on mood and self-harm", () => {
  const mood = page("mood");

  test("is closed while a relative interprets, and is the only one", () => {
    expect(structure.pages.filter(({ notThroughRelative }) => notThroughRelative === true)).toEqual([mood]);
  });

  test("can be answered with “not safe to ask today” at each of its two questions", () => {
    for (const itemId of ["mood.lately", "mood.self-harm"]) {
      expect(choiceIdsOf(itemNamed(itemId))).toContain("not-safe-today");
      expect(shipped.wording.items[itemId]?.choices?.["not-safe-today"]).toBe("Not safe to ask today");
    }
  });

  test("does not lead: the answers that say less stand first", () => {
    expect(choiceIdsOf(itemNamed("mood.lately"))[0]).toBe("as-usual");
    expect(choiceIdsOf(itemNamed("mood.self-harm"))[0]).toBe("no");
    expect(
      texts.filter(([at, text]) => at.startsWith("mood.") && /\b(?:surely|isn't|aren't|don't)\b/i.test(text)),
    ).toEqual([]);
  });

  test("is printed only where somebody said so", () => {
    expect(mood.printedIf).toEqual({ test: "equals", item: "mood.on-copies", value: "yes" });
  });
});

describe("what is urgent is said whatever was answered:", () => {
  test.each<[string, RegExp]>([
    ["mood.now", /danger now\? Ring 999/],
    ["mood.now", /Ring 111 and choose mental health/],
    ["mood.now", /Tell the GP today/],
    ["lost.gp", /Ring the GP today/],
    ["lost.gp", /Ring 999/],
    ["blank.gp", /Ring the GP today/],
    ["blank.gp", /over five minutes\? Ring 999/],
    ["hearing.when", /Ring the GP or 111 today/],
    ["sight.when", /Go to A&E now/],
    ["sleep.when", /Ring 999/],
    ["food.when", /button battery or magnet swallowed\? Ring 999/],
    ["pain.when", /Very thirsty, tired, thinner and weeing a lot\? Ring the GP today/],
    ["medicines.when", /do not stop or change a medicine/],
    ["medicines.when", /Ring 999/],
    ["bullying.when", /Ring 999/],
  ])("%s %s", (itemId, says) => {
    expect([itemNamed(itemId).kind, itemNamed(itemId).showWhen]).toEqual(["note", undefined]);
    expect(textOf(itemId)).toMatch(says);
  });

  test("lost skills and blank spells begin with it", () => {
    expect(textOf("lost.gp")).toContain(ALWAYS_SHOWN);
    expect([page("lost-skills").items[0]?.id, page("blank-spells").items[0]?.id]).toEqual(["lost.gp", "blank.gp"]);
  });
});

test("people at a nursery, school or college are asked about one by one", () => {
  expect(itemNamed("getting-on")).toMatchObject({ repeat: { each: "person", kinds: ["setting"] } });
});

test("medicines and events are added, as many as there are", () => {
  expect(
    items.flatMap(({ item }) => (item.kind === "group" && item.repeat?.each === "added" ? [item.id] : [])),
  ).toEqual(["medicine", "event"]);
});

test("of big events only what the child already knows is asked for, before anything is", () => {
  const [, known] = page("events").items;
  expect([known?.kind, known?.showWhen, textOf(known?.id ?? "")]).toEqual([
    "note",
    undefined,
    expect.stringContaining("Write only what the child or young person already knows."),
  ]);
});

test("SOURCE.md says who reviewed it, and names every note that sends somebody for help, and none that is not there", () => {
  const source = readFileSync("questionnaires/worth-knowing/SOURCE.md", "utf8");
  expect(source).toContain("**Nobody outside the project has reviewed it yet");
  const named = new Set([...source.matchAll(/`([a-z-]+\.[a-z-]+)`/g)].map(([, id = ""]) => id));
  expect([...named].filter((id) => !items.some(({ item }) => item.id === id))).toEqual([]);
  const sends = texts.filter(([, text]) => /\b(?:999|111|A&E|GP)\b/.test(text)).map(([at]) => at);
  expect(sends.length).toBeGreaterThan(12);
  expect(sends.filter((at) => !named.has(at))).toEqual([]);
});
