import { describe, expect, test } from "vitest";
import { withPlanCopiedFrom } from "#core/paper/copied-plan";
import { pageCode, type PrintedPage } from "#core/paper/page-code";
import { pageForPlan } from "#core/paper/page-for-plan";
import {
  addAction,
  addNotAvailable,
  changeAction,
  changeGoal,
  changeNotAvailable,
  changeReviewOffer,
  goalIn,
  planSectionIds,
  putBack,
  takeOut,
} from "#core/plan/change-plan";
import type { FromPaper } from "#core/schema/paper";
import type { Visit } from "#core/schema/visit";
import { jo, robinsVisit } from "../../../support/made-up-copy";
import { uuid } from "../../../support/uuid";

const paper: FromPaper = { by: jo.id, atMs: 1, code: "WP7F-PRA-PAK" };
const ACTION = uuid(0x801);
const GAP = uuid(0x802);
const after = (visit: Visit, verb: (visit: Visit) => Visit, from?: FromPaper): Visit =>
  withPlanCopiedFrom(visit, verb(visit), from);
const actionIn = (visit: Visit) => visit.plan.sections[planSectionIds.action(ACTION)];

const copiedAction = (): Visit => {
  const added = after(robinsVisit(), (visit) => addAction(visit, ACTION), paper);
  expect(actionIn(added)).not.toHaveProperty("paper");
  return after(added, (visit) => changeAction(visit, ACTION, { what: "A walk before class" }), paper);
};

describe("HAZ-20 a part of the plan that is copied from paper", () => {
  test("says from which page, for as long as it is written under its code", () => {
    const visit = copiedAction();
    expect(actionIn(visit)?.paper).toEqual(paper);
    const further = after(visit, (before) => changeAction(before, ACTION, { howWeKnow: "She hums" }), paper);
    expect(actionIn(further)?.paper).toEqual(paper);
    const goal = after(robinsVisit(), (before) => changeGoal(before, { words: "Swim" }), paper);
    expect(goalIn(goal).paper).toEqual(paper);
    const gap = after(
      robinsVisit(),
      (before) => changeNotAvailable(addNotAvailable(before, GAP), GAP, "A club"),
      paper,
    );
    expect(gap.plan.sections[planSectionIds.notAvailable(GAP)]?.paper).toEqual(paper);
  });

  test("is the screen's once it is changed there, and the other parts stay as they were", () => {
    const both = after(copiedAction(), (visit) => changeGoal(visit, { words: "Swim" }), paper);
    const changed = after(both, (visit) => changeAction(visit, ACTION, { what: "A walk after class" }));
    expect(actionIn(changed)).not.toHaveProperty("paper");
    expect(goalIn(changed).paper).toEqual(paper);
  });

  test("is not said to be so where some of it was written on the screen", () => {
    const begun = after(robinsVisit(), (visit) => changeGoal(visit, { words: "Swim" }));
    expect(goalIn(after(begun, (visit) => changeGoal(visit, { howCloseWords: "Soon" }), paper))).not.toHaveProperty(
      "paper",
    );
  });

  test("comes back as it was when it was taken out and put back, with or without a code", () => {
    const visit = copiedAction();
    const { visit: without, taken } = takeOut(visit, planSectionIds.action(ACTION));
    for (const from of [undefined, { ...paper, code: "another" }]) {
      expect(actionIn(after(without, (before) => putBack(before, taken!), from))?.paper).toEqual(paper);
    }
  });

  test("is left alone by whatever else changes", () => {
    const visit = copiedAction();
    expect(after(visit, (before) => before)).toBe(visit);
    const reviewed = after(visit, (before) => changeReviewOffer(before, { reviewOn: "2027-02-01" }));
    expect(actionIn(reviewed)?.paper).toEqual(paper);
  });
});

describe("HAZ-01 the code of a page of the plan", () => {
  const caseId = uuid(0x900);
  const codeOf = (change: Partial<PrintedPage> = {}): string =>
    pageCode({
      caseId,
      questionnaire: { id: "nd-profile", version: 1 },
      band: "primary",
      part: "plan",
      number: 1,
      ...change,
    });

  test("is taken on its own record, whatever the age and the version of the words", () => {
    for (const change of [{}, { number: 2 }, { band: "secondary" as const }])
      expect(pageForPlan(codeOf(change).toLowerCase(), caseId)).toEqual({ ok: true, value: codeOf(change) });
  });

  test.each([
    ["of another record", codeOf({ caseId: uuid(0x951) }), "AnotherChild"],
    ["of a line", codeOf({ part: "line" }), "OtherPages"],
    ["of a page of questions", codeOf({ part: "page" }), "OtherPages"],
    ["with a slip", `${codeOf().slice(0, -1)}${codeOf().endsWith("A") ? "B" : "A"}`, "CodeSlip"],
  ])("%s is not", (_, code, type) => {
    expect(pageForPlan(code, caseId)).toEqual({ ok: false, error: { type } });
  });
});
