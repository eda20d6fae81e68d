import { expect, test } from "vitest";
import { insteadIn, offeredStrategies, withdrawalOf } from "#core/strategies/withdrawn";
import { shippedStrategies } from "../../../support/strategies";

const [first, second, third] = shippedStrategies.strategies.map(({ id }) => id) as [string, string, string];
const entry = (id: string, useInstead: string, version = 1) => ({ id, version, useInstead });
const made = (strategyId: string) => ({ strategyId, strategyVersion: 1 });

test("a withdrawn strategy is not offered; the others are, in their order", () => {
  const offered = offeredStrategies(shippedStrategies, [entry(second, "")]);
  expect(offered).toHaveLength(287);
  expect(offered.slice(0, 2).map(({ id }) => id)).toEqual([first, third]);
});

test("what was withdrawn of another version is offered", () => {
  expect(offeredStrategies(shippedStrategies, [entry(second, "", 2)])).toHaveLength(288);
  expect(withdrawalOf(made(second), [entry(second, "", 2)])).toBeUndefined();
});

test("what to use instead is another strategy, words, or nothing", () => {
  const instead = (useInstead: string) => insteadIn(shippedStrategies, { useInstead });
  expect(instead(third)).toMatchObject({ kind: "strategy", strategy: { id: third } });
  expect(instead("Ask the school nurse.")).toEqual({ kind: "words", words: "Ask the school nurse." });
  expect(instead("")).toEqual({ kind: "nothing" });
});

test("the id of a strategy that only a newer set has is not shown as words", () => {
  expect(insteadIn(shippedStrategies, { useInstead: "energy.home.of-next-year" })).toEqual({ kind: "nothing" });
});

test("one that is withdrawn too leads on to its own, and a circle leads nowhere", () => {
  expect(withdrawalOf(made(first), [entry(first, second), entry(second, third)])).toEqual({ useInstead: third });
  expect(withdrawalOf(made(first), [entry(first, second), entry(second, first)])).toEqual({ useInstead: "" });
  expect(withdrawalOf(made(first), [entry(first, first)])).toEqual({ useInstead: "" });
  expect(withdrawalOf(made(first), [])).toBeUndefined();
});
