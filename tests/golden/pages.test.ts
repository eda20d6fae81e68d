import { describe, expect, test } from "vitest";
import { GoldenPagesFile } from "#core/questionnaire/golden/golden-page-case";
import { checkGoldenPages } from "#core/questionnaire/golden/check-golden-pages";
import movingOnCases from "../../questionnaires/moving-on/v1/golden.json";
import worthKnowingCases from "../../questionnaires/worth-knowing/v1/golden.json";
import { put } from "../support/changed";
import { shippedPages } from "../support/shipped-pages";

const worthKnowing = shippedPages("worth-knowing").structure;
const all = [
  { structure: worthKnowing, cases: worthKnowingCases },
  { structure: shippedPages("moving-on").structure, cases: movingOnCases },
];
const each = all.flatMap(({ structure, cases }) =>
  cases.map((golden) => ({ id: structure.id, name: golden.name, structure, golden })),
);

describe("a case worked by hand from the pages comes out the same", () => {
  test.each(each)("$id: $name", ({ structure, golden }) => {
    expect(checkGoldenPages(structure, [golden])).toEqual({ ok: true, value: 1 });
  });
});

describe("the cases cover what pages can do", () => {
  const cases = GoldenPagesFile.parse([...worthKnowingCases, ...movingOnCases]);
  const has = (does: string): boolean => cases.some(({ steps }) => steps.some((step) => does in step));

  test.each(["answer", "pass", "dontKnow", "skip", "add", "remove"])("somebody does this in one: %s", (does) => {
    expect(has(does)).toBe(true);
  });

  test("two people at a setting are asked about apart", () => {
    expect(cases.filter(({ people }) => people.filter(({ kind }) => kind === "setting").length >= 2)).not.toHaveLength(
      0,
    );
  });

  test("hidden answers are kept, things are come back to, and some pages are done", () => {
    expect(cases.filter(({ expect: { setAside } }) => setAside.length > 0).length).toBeGreaterThan(2);
    expect(cases.filter(({ expect: { next } }) => "comeBack" in next)).not.toHaveLength(0);
    expect(cases.filter(({ expect: { next } }) => "done" in next)).not.toHaveLength(0);
  });

  test("each names its pages, and they are pages of many topics", () => {
    expect(new Set(cases.flatMap(({ pages }) => pages)).size).toBeGreaterThan(12);
  });
});

describe("a case that does not hold is named with its place:", () => {
  const faultsOf = (content: unknown): readonly string[] => {
    const checked = checkGoldenPages(worthKnowing, content);
    return checked.ok ? [] : checked.error.map(({ path, reason }) => `${path}: ${reason}`);
  };
  const [first, worry] = worthKnowingCases;

  test.each<[string, unknown, string]>([
    [
      "expect/visible/2",
      "hearing.notice",
      '0/expect/visible: worked by hand ["hearing.everyone","hearing.leave","hearing.notice"',
    ],
    ["expect/next", { done: true }, '0/expect/next: worked by hand {"done":true}, shown {"ask":"hearing.notice"}'],
    ["expect/next", { after: "hearing.worry", ask: "hearing.tested" }, "0/expect/next: "],
    ["expect/setAside", ["hearing.result"], '0/expect/setAside: worked by hand ["hearing.result"], shown []'],
    ["pages/0", "cellar", "0/pages/0: there is no such page"],
    ["steps/0/answer", "hearing.wory", "0/steps/0: there is no such item on these pages"],
    ["steps/0/answer", "sight.worry", "0/steps/0: there is no such item on these pages"],
    ["steps/0/answer", "hearing.leave", "0/steps/0: NoSuchItem"],
    ["steps/0/with", "perhaps", "0/steps/0: NoSuchChoice"],
    ["steps/0/with", ["yes"], "0/steps/0: OtherKind"],
    ["steps/0", { shout: "hearing.worry" }, "0/steps/0: use {"],
    ["steps/0", { add: "hearing.worry", round: "first" }, "0/steps/0: NoSuchGroup"],
    ["working", "", "0/working: "],
  ])("%s = %j", (path, value, fault) => {
    expect(faultsOf([put(worry, path, value)]).join("\n")).toContain(fault);
  });

  test("no case at all, and a name used twice", () => {
    expect(faultsOf([])).toEqual([": there are no cases"]);
    expect(faultsOf([first, first])).toEqual(["1/name: this name is used twice"]);
  });
});
