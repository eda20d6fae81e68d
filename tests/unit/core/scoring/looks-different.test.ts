import { describe, expect, test } from "vitest";
import type { MarkInput } from "#core/schema/mark";
import { fifthOf, looksDifferent } from "#core/scoring/looks-different";

const at = (position: number, input: MarkInput = "drag") => ({ position, input });
const words = (position: number) => at(position, "words");

describe("marks made by hand", () => {
  test("20 apart look different, 19 apart do not", () => {
    expect(looksDifferent([at(40), at(60)])).toBe(true);
    expect(looksDifferent([at(60), at(40)])).toBe(true);
    expect(looksDifferent([at(41), at(60)])).toBe(false);
  });

  test("any two of several are enough, and neighbours need not be", () => {
    expect(looksDifferent([at(30), at(40), at(50)])).toBe(true);
    expect(looksDifferent([at(31), at(40), at(50)])).toBe(false);
  });

  test("one mark, or none, cannot", () => {
    expect(looksDifferent([at(0)])).toBe(false);
    expect(looksDifferent([])).toBe(false);
  });

  test.each(["drag", "tap", "key", "number"] as const)("by %s is by hand: no fifth excuses it", (input) => {
    expect(looksDifferent([at(39, input), at(59, input)])).toBe(true);
  });
});

describe("a mark made by words stands for a fifth", () => {
  test("the same fifth and the next do not look different, a fifth further does", () => {
    expect(looksDifferent([words(90), at(80)])).toBe(false);
    expect(looksDifferent([words(30), at(59)])).toBe(false);
    expect(looksDifferent([words(30), at(60)])).toBe(true);
  });

  test("whichever of the two it is, and when it is both", () => {
    expect(looksDifferent([at(59), words(30)])).toBe(false);
    expect(looksDifferent([words(50), words(70)])).toBe(false);
    expect(looksDifferent([words(50), words(90)])).toBe(true);
  });

  test("two fifths apart but under 20 is still not different", () => {
    expect(looksDifferent([words(39), at(58)])).toBe(false);
  });

  test("excuses no pair that it is not in", () => {
    expect(looksDifferent([words(30), at(50), at(28)])).toBe(true);
  });
});

test("the last fifth has 100 in it", () => {
  expect([0, 19, 20, 39, 40, 59, 60, 79, 80, 99, 100].map(fifthOf)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4]);
});
