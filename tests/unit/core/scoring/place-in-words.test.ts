import { describe, expect, test } from "vitest";
import { FIVE_WORDS, PLACES, placeOf } from "#core/scoring/place-in-words";
import common from "../../../../src/ui/i18n/en-GB/everywhere.json";

const everyPosition = Array.from({ length: 101 }, (_, position) => position);

describe("HAZ-03 a place in words", () => {
  test("goes from the left end to the right end, in order, with no place left out", () => {
    const places = everyPosition.map((position) => PLACES.indexOf(placeOf(position)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(PLACES.length);
    expect([placeOf(0), placeOf(50), placeOf(100)]).toEqual(["left-end", "middle", "right-end"]);
  });

  test("is as wide on the one side of the middle as on the other", () => {
    const mirrored = everyPosition.map((position) => PLACES.indexOf(placeOf(100 - position)));
    expect(mirrored).toEqual(everyPosition.map((position) => PLACES.length - 1 - PLACES.indexOf(placeOf(position))));
  });

  test("a little left of the middle is a little left of the middle", () => {
    expect(placeOf(46)).toBe("little-left");
    expect(placeOf(54)).toBe("little-right");
    expect(placeOf(47)).toBe("middle");
  });

  test("has words for every place, and no digit in them", () => {
    for (const place of PLACES) expect(common.place[place]).toMatch(/^[^\d]+$/);
  });
});

test("five words place a mark at 10, 30, 50, 70 and 90", () => {
  expect(FIVE_WORDS.map(({ position }) => position)).toEqual([10, 30, 50, 70, 90]);
});
