import { describe, expect, test } from "vitest";
import { addAction, changeAction, changeGoal } from "#core/plan/change-plan";
import { takeStrategy } from "#core/plan/take-strategy";
import { HOW_CLOSE } from "#core/schema/plan";
import type { Visit } from "#core/schema/visit";
import { familyDocument } from "#report/family/family-document";
import { createFontShelf } from "#report/pdf/font-shelf";
import { lettersIn } from "#report/pdf/letters-in";
import { makePdf } from "#report/pdf/make-pdf";
import plan from "../../../src/ui/i18n/en-GB/plan.json";
import words from "../../../src/report/words/en-GB.json";
import { copyOf, fontsOnDisk, fullVisit, mum, robinsVisit } from "../../support/made-up-copy";
import { readPdf } from "../../support/pdf-file";
import { shippedStrategies } from "../../support/strategies";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const strategy = (id: string) => shippedStrategies.strategies.find((each) => each.id === id)!;
const swim = strategy("motor.community.gentle-swim");
const alarms = strategy("sensory.school-or-college.alarms-planned-ahead");

const [first, second] = [uuid(0xc01), uuid(0xc02)];
const own = (visit: Visit): Visit =>
  changeAction(addAction(visit, second), second, { what: "Our own idea", changes: "adults-or-place" });
const taken = (taking = swim, visit = robinsVisit()): Visit =>
  own(valueOf(takeStrategy(visit, first, { strategy: taking, version: 1 })));

const documentOf = (visit: Visit, change = {}) =>
  valueOf(familyDocument(copyOf({ visit, outcome: { kind: "for-today" }, change })));
/** The words of one row of the plan, cell by cell. */
const rowOf = (visit: Visit, row: number, change = {}): readonly string[] => {
  const table =
    documentOf(visit, change).blocks.find((block) => block.kind === "table") ?? expect.fail("there is no table");
  return (table.rows[row] ?? []).map((cell) =>
    cell.map(({ label, text }) => (label === undefined ? text : `${label} ${text}`)).join(" | "),
  );
};

describe("HAZ-15 an action that was made from an idea is printed with what goes with it", () => {
  test("whom to check with first and when to stop, in its own row", () => {
    const [what, , how] = rowOf(taken(), 0);
    expect(what).toContain(`${swim.title} | ${swim.what} | Check first with: ${swim.checkWith}`);
    expect(how).toContain(`${swim.howToTell} | Stop if: ${swim.stopIf}`);
  });

  test("and whom it is not for, where it names anybody", () => {
    expect(rowOf(taken(alarms), 0)[0]).toContain(`Not for: ${alarms.notFor}`);
    expect(rowOf(taken(swim), 0)[0]).not.toContain("Not for:");
  });

  test("also when every word of it was changed", () => {
    const [what, , how] = rowOf(changeAction(taken(), first, { what: "A paddle", howWeKnow: "" }), 0);
    expect(what).toContain(`A paddle | Check first with: ${swim.checkWith}`);
    expect(how).toContain(`Stop if: ${swim.stopIf}`);
  });

  test("on the page itself, letter for letter", async () => {
    const { bytes } = await makePdf(documentOf(taken()), createFontShelf(fontsOnDisk));
    const printed = readPdf(bytes).text.replace(/\s+/g, " ");
    expect(printed).toContain(`Stop if: ${swim.stopIf}`);
    expect(printed).toContain(`Check first with: ${swim.checkWith}`);
  });

  test("with each of the shipped strategies nothing is left out", () => {
    for (const each of shippedStrategies.strategies) {
      const [what = "", , how = ""] = rowOf(taken(each), 0);
      expect(how).toContain(`Stop if: ${each.stopIf}`);
      expect(what.includes("Check first with:")).toBe(each.checkWith !== undefined);
      expect(what.includes("Not for:")).toBe(each.notFor !== undefined);
    }
  });

  test("and says so when it has been withdrawn since", () => {
    const withdrawn = [{ id: swim.id, version: 1, useInstead: "" }];
    expect(rowOf(taken(), 0, { withdrawn })[0]).toContain(words.idea.withdrawn);
    expect(rowOf(taken(), 0, { withdrawn: [{ ...withdrawn[0], version: 2 }] })[0]).not.toContain(words.idea.withdrawn);
  });
});

test("an action of people's own is printed as they said it, with nothing added", () => {
  const cells = rowOf(taken(), 1).join(" | ");
  expect(cells).toContain("Our own idea");
  expect(cells).not.toMatch(/Stop if|Check first|Not for/);
});

describe("what the child wants", () => {
  const goal = { words: "Ride the bus to Sam's", howClose: "a-little-way", howCloseWords: "The first stop" };
  const said = (visit: Visit): string => lettersIn(documentOf(visit)).join("\n");

  test("stands at the head of the plan, in their words, with how close people say they are", () => {
    const { blocks } = documentOf(changeGoal(robinsVisit(), goal));
    const at = blocks.findIndex((block) => block.kind === "heading" && block.text === words.plan);
    expect(blocks.slice(at + 1, at + 4)).toMatchObject([
      { label: "What Robin wants:", text: "Ride the bus to Sam's", look: "said" },
      { label: "How close we are:", text: "A little way" },
      { text: "The first stop" },
    ]);
  });

  test("is not there where nothing was said, and no number stands for how close", () => {
    expect(said(fullVisit())).not.toContain("What Robin wants");
    expect(said(changeGoal(robinsVisit(), goal))).not.toMatch(/\d\s*(?:%|\/|of 5)/);
  });

  test("keeps quiet about a word that only a newer version knows", () => {
    const text = said(changeGoal(robinsVisit(), { ...goal, howClose: "past-it", howCloseWords: "" }));
    expect(text).not.toMatch(/past-it|How close/);
  });

  test("is not printed for somebody from whom it is hidden", () => {
    const visit = changeGoal(robinsVisit(), goal);
    const { goal: kept } = visit.plan.sections;
    const hidden = {
      ...visit,
      plan: { ...visit.plan, sections: { ...visit.plan.sections, goal: { ...kept!, hiddenFrom: [mum] } } },
    };
    expect(said(hidden)).not.toContain("Ride the bus");
  });
});

test("the app and the copy call these things the same", () => {
  expect(words.close).toEqual(plan.goal.close);
  expect(Object.keys(words.close)).toEqual([...HOW_CLOSE]);
  expect(words.idea.withdrawn).toBe(plan.ideas.withdrawn);
  for (const label of ["notFor", "checkWith", "stopIf"] as const)
    expect(words.idea[label]).toBe(`${plan.ideas[label]}:`);
});
