import { expect, test } from "vitest";
import { spread } from "#report/chart/spread";

test("a mark alone stays on the line", () => {
  expect(spread([30], 10)).toEqual({ offsets: [0], count: 1 });
  expect(spread([], 10)).toEqual({ offsets: [], count: 1 });
});

test("two that fall together stand one above the other", () => {
  expect(spread([30, 30], 10)).toEqual({ offsets: [-0.5, 0.5], count: 2 });
});

test("three in a row need two lanes where the first and the last do not meet", () => {
  expect(spread([30, 38, 46], 10)).toEqual({ offsets: [-0.5, 0.5, -0.5], count: 2 });
});

test("a crowd in one place moves no mark in another", () => {
  expect(spread([10, 50, 50, 50, 90], 10)).toEqual({ offsets: [0, -1, 0, 1, 0], count: 3 });
});

test("offsets come in the order in which positions were given", () => {
  expect(spread([46, 30, 38], 10).offsets).toEqual([-0.5, -0.5, 0.5]);
});
