import { describe, expect, test } from "vitest";
import { actionsOf } from "#core/plan/actions";
import { addAction, changeAction, planSectionIds, putBack, takeOut } from "#core/plan/change-plan";
import { hasRoomForStrategy, takeStrategy } from "#core/plan/take-strategy";
import { Visit } from "#core/schema/visit";
import { begin } from "../../../support/scenario";
import { shippedStrategies } from "../../../support/strategies";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const { strategies, version } = shippedStrategies;
const strategy = strategies.find(({ id }) => id === "sensory.home.one-sure-food")!;
const [first, second] = [uuid(1), uuid(2)];
const empty = (): Visit => begin({ here: ["child"] }).kept();
const take = (visit: Visit, id = first) => takeStrategy(visit, id, { strategy, version });
const contents = (visit: Visit) => actionsOf(visit.plan.sections).map(({ content }) => content);
const full = (count: number): Visit =>
  Array.from({ length: count }, (_, at) => uuid(10 + at)).reduce(
    (visit, id) => changeAction(addAction(visit, id), id, { what: "something" }),
    empty(),
  );

test("its words become an action's, and what goes with it goes along", () => {
  expect(contents(valueOf(take(empty())))).toEqual([
    expect.objectContaining({
      order: 0,
      what: `${strategy.title}\n${strategy.what}`,
      strandId: "sensory",
      setting: "home",
      howWeKnow: strategy.howToTell,
      childThinks: "",
      whoId: "",
      changes: "not-said",
      idea: {
        strategyId: "sensory.home.one-sure-food",
        strategyVersion: 1,
        notFor: "",
        checkWith: strategy.checkWith,
        stopIf: strategy.stopIf,
      },
    }),
  ]);
});

test("HAZ-15 its words can be changed to anything, and when to stop stays", () => {
  const edited = changeAction(valueOf(take(empty())), first, { what: "Our own way", howWeKnow: "", idea: undefined });
  expect(contents(edited)).toMatchObject([{ what: "Our own way", idea: { stopIf: strategy.stopIf } }]);
});

test("HAZ-15 taken away and put back, it comes back with when to stop", () => {
  const { visit, taken } = takeOut(valueOf(take(empty())), planSectionIds.action(first));
  expect(contents(putBack(visit, taken!))).toMatchObject([{ idea: { stopIf: strategy.stopIf } }]);
});

test("HAZ-15 it is kept and read back with when to stop, and with what a newer version wrote beside it", () => {
  const kept = JSON.parse(JSON.stringify(valueOf(take(empty())))) as {
    plan: { sections: Record<string, { idea: object }> };
  };
  Object.assign(kept.plan.sections[planSectionIds.action(first)]!.idea, { later: "kept" });
  expect(contents(Visit.parse(kept))).toMatchObject([{ idea: { stopIf: strategy.stopIf, later: "kept" } }]);
});

describe("where it stands", () => {
  test("after the others", () => {
    const visit = valueOf(take(full(2)));
    expect(contents(visit).map(({ what }) => what.split("\n")[0])).toEqual(["something", "something", strategy.title]);
  });

  test("in the place of an action in which nothing was filled in", () => {
    const blankFirst = changeAction(addAction(addAction(empty(), second), uuid(3)), uuid(3), { what: "another" });
    const visit = valueOf(take(blankFirst));
    expect(contents(visit).map(({ what }) => what.split("\n")[0])).toEqual([strategy.title, "another"]);
  });

  test.each([{ whoId: uuid(9) }, { childThinks: "no" }, { setting: "home" as const }, { from: "2026-12-01" }])(
    "not in the place of one in which something was: %j",
    (said) => {
      expect(contents(valueOf(take(changeAction(addAction(empty(), second), second, said))))).toHaveLength(2);
    },
  );
});

test("a full plan has no room, unless one of the five is empty", () => {
  expect(hasRoomForStrategy(full(4))).toBe(true);
  expect(take(full(5))).toEqual({ ok: false, error: { type: "EnoughActions", most: 5 } });
  expect(hasRoomForStrategy(full(5))).toBe(false);
  const withBlank = changeAction(full(5), uuid(12), { what: " " });
  expect(hasRoomForStrategy(withBlank)).toBe(true);
  expect(contents(valueOf(take(withBlank)))).toHaveLength(5);
});
