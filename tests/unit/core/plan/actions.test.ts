import { describe, expect, test } from "vitest";
import { actionsOf, notAvailableOf, planFaults } from "#core/plan/actions";
import { peopleOf } from "#core/schema/case";
import { type Action, PlanBody, type PlanSections } from "#core/schema/plan";
import { familyOf, idOf } from "../../../support/family";
import { uuid } from "../../../support/uuid";

const people = peopleOf(familyOf());
const planOf = (...actions: readonly Partial<Action>[]): PlanSections =>
  PlanBody.parse({
    schemaVersion: 1,
    profileId: uuid(1),
    sections: Object.fromEntries(
      actions.map((action, order) => [
        `action/${uuid(10 + order)}`,
        { order, what: "A quiet table.", changes: "adults-or-place", ...action },
      ]),
    ),
  }).sections;
const faultsOf = (...actions: readonly Partial<Action>[]) => planFaults(planOf(...actions), people);

describe("a plan that people can leave with", () => {
  test("has none, one or five actions", () => {
    expect(faultsOf()).toEqual([]);
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({}, {}, {}, {}, {})).toEqual([]);
  });

  test("has no more than five", () => {
    expect(faultsOf({}, {}, {}, {}, {}, {})).toEqual([{ type: "TooManyActions", most: 5 }]);
  });

  test("asks no more than two of the family, Mum and Dad together", () => {
    const [mum, dad, teacher] = [{ whoId: idOf("mum") }, { whoId: idOf("dad") }, { whoId: idOf("teacher") }];
    expect(faultsOf(mum, dad, teacher, teacher)).toEqual([]);
    expect(faultsOf(mum, dad, mum)).toEqual([{ type: "TooManyForFamily", most: 2 }]);
  });

  test("has at least one thing that adults or the place will change", () => {
    expect(faultsOf({ changes: "child" }, { changes: "not-said" })).toEqual([{ type: "NothingAdultsChange" }]);
    expect(faultsOf({ changes: "child" }, {})).toEqual([]);
  });

  test("says in words what each action is, and names the one that does not", () => {
    expect(faultsOf({}, { what: " \n" })).toEqual([{ type: "ActionWithoutWords", actionId: uuid(11) }]);
  });

  test("names every fault at once", () => {
    const forMum = { whoId: idOf("mum"), changes: "child" } as const;
    expect(faultsOf({ ...forMum, what: "" }, forMum, forMum, forMum, forMum, forMum).map(({ type }) => type)).toEqual([
      "ActionWithoutWords",
      "TooManyActions",
      "TooManyForFamily",
      "NothingAdultsChange",
    ]);
  });
});

test("actions and gaps are in their order, each with its own id", () => {
  const sections = {
    [`action/${uuid(1)}`]: { order: 2, what: "later" },
    [`action/${uuid(2)}`]: { order: 1, what: "first" },
    [`not-available/${uuid(3)}`]: { order: 1, what: "A swimming lesson." },
  };
  const plan = PlanBody.parse({ schemaVersion: 1, profileId: uuid(9), sections }).sections;
  expect(actionsOf(plan).map(({ id, content }) => [id, content.what])).toEqual([
    [uuid(2), "first"],
    [uuid(1), "later"],
  ]);
  expect(notAvailableOf(plan).map(({ id }) => id)).toEqual([uuid(3)]);
});
