import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { choiceIdsOf, shippedPages } from "../../support/shipped-pages";
import { testRulesForPages } from "./rules-for-pages";

const shipped = shippedPages("moving-on");
const { structure, items, itemNamed, page, textOf, texts } = shipped;

testRulesForPages("moving-on", shipped);

test("anyone may answer it, from Year 9", () => {
  expect(structure.use).toEqual({ answeredBy: "anyone", fromSchoolYear: 9 });
});

test("it has a page for each part of moving on, and the young person's wishes come first", () => {
  expect(structure.pages.map(({ id }) => id)).toEqual([
    "your-words",
    "keep",
    "learning-and-work",
    "health",
    "home-and-money",
    "friends-and-free-time",
    "getting-about",
    "deciding",
    "telling",
    "worries",
  ]);
});

test("“you” is the young person, and whoever else answers says so before anything is asked", () => {
  expect(
    page("your-words")
      .items.slice(0, 3)
      .map(({ id }) => id),
  ).toEqual(["words.you", "words.not-yet", "words.whose"]);
  expect(textOf("words.you")).toContain("“You” is the young person. Your words come first.");
  expect(choiceIdsOf(itemNamed("words.whose"))[0]).toBe("mine");
});

test("what the young person wants can be unwanted and unknown too", () => {
  expect(items.map(({ item }) => item.id)).toEqual(expect.arrayContaining(["want.next", "want.not", "words.not-yet"]));
});

test("where no service takes over it can be said, and the page says so whatever was answered", () => {
  const [first] = page("health").items;
  expect([first?.kind, first?.showWhen, textOf(first?.id ?? "")]).toEqual([
    "note",
    undefined,
    "There may be no service that takes over. Write that down plainly.",
  ]);
  expect(choiceIdsOf(itemNamed("service.after"))).toContain("nobody");
  expect(itemNamed("service.instead").showWhen).toEqual({ test: "equals", item: "service.after", value: "nobody" });
});

test("from 16 everyone is presumed able to decide, and that is said before anything is asked", () => {
  const [law] = page("deciding").items;
  expect([law?.kind, law?.showWhen]).toEqual(["note", undefined]);
  expect(textOf("deciding.law")).toContain("From 16 the law starts from this: you can make your own decisions.");
});

test("HAZ-07 who is not to be told is asked for, and the page is printed only where somebody said so", () => {
  expect(itemNamed("telling.not-told").kind).toBe("text");
  expect(structure.pages.filter(({ printedIf }) => printedIf !== undefined).map(({ id }) => id)).toEqual(["telling"]);
  expect(page("telling").printedIf).toEqual({ test: "equals", item: "telling.on-copies", value: "yes" });
});

test("each professional is asked about apart: who stays, and what they may pass on", () => {
  const repeats = items.flatMap(({ item }) => (item.kind === "group" ? [[item.id, item.repeat]] : []));
  const professionals = { each: "person", kinds: ["setting", "practitioner"], roles: [] };
  expect(repeats).toEqual([
    ["keep-person", professionals],
    ["service", { each: "added", most: 10 }],
    ["tell-person", professionals],
  ]);
});

test("among the worries it says what to do now, whatever was answered", () => {
  expect(itemNamed("worries.now").showWhen).toBeUndefined();
  expect(textOf("worries.now")).toMatch(/Ring 999\.[\s\S]*Ring 111 and choose mental health[\s\S]*GP today/);
});

test("SOURCE.md says who reviewed it, and names every fact to check, and nothing that is not there", () => {
  const source = readFileSync("questionnaires/moving-on/SOURCE.md", "utf8");
  expect(source).toContain("**Nobody outside the project has reviewed it yet");
  const named = new Set([...source.matchAll(/`([a-z-]+\.[a-z-]+)`/g)].map(([, id = ""]) => id));
  expect([...named].filter((id) => !items.some(({ item }) => item.id === id))).toEqual([]);
  const facts = texts.filter(([, text]) => /\b(?:999|111|GP's|law|Year 9|benefits|councils)\b/.test(text));
  expect(facts.filter(([at]) => !named.has(at))).toEqual([]);
});
