import { describe, expect, test } from "vitest";
import { actionsOf } from "#core/plan/actions";
import { Idea } from "#core/schema/plan";
import { dayInEngland, practiceVisits } from "../../support/practice-families";
import { shippedStrategies } from "../../support/strategies";

const ideas = practiceVisits.flatMap((visit) =>
  actionsOf(visit.plan.sections).flatMap(({ content }) =>
    content.idea === undefined
      ? []
      : [[`${visit.file}, ${dayInEngland(visit.madeAtMs)}: ${content.idea.strategyId}`, visit, content] as const],
  ),
);

describe.each(ideas)("%s", (_, { profile }, action) => {
  const { strategies, version } = shippedStrategies;
  const strategy = strategies.find(({ id }) => id === action.idea?.strategyId);

  test("HAZ-15 was taken as it is offered, with its own words on when not, whom to ask and when to stop", () => {
    if (strategy === undefined) return expect.fail("there is no such strategy");
    expect(action.idea).toEqual(
      Idea.parse({
        ...{ strategyId: strategy.id, strategyVersion: version, notFor: strategy.notFor },
        ...{ checkWith: strategy.checkWith, stopIf: strategy.stopIf },
      }),
    );
    expect(action).toMatchObject({
      ...{ what: `${strategy.title}\n${strategy.what}`, strandId: strategy.strandId, setting: strategy.setting },
    });
  });

  test("is for the age of the child", () => {
    expect(strategy?.bands).toContain(profile.sections.frame.band);
  });
});
