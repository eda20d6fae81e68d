import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeStrips, type Strip } from "#report/pdf/strips";
import { runs } from "../../support/runs";

interface Placed {
  readonly page: number;
  readonly y: number;
  readonly height: number;
}

const TOP = 10;
const BOTTOM = 110;

/** Where each strip came to stand. */
const place = (sizes: readonly Pick<Strip, "before" | "height" | "keep" | "opens">[]): readonly Placed[] => {
  const placed: Placed[] = [];
  let page = 0;
  const strips = sizes.map((size) => ({
    ...size,
    draw: (y: number) => {
      placed.push({ page, y, height: size.height });
    },
  }));
  placeStrips(strips, { top: TOP, bottom: BOTTOM, next: () => (page += 1) }, () => undefined);
  return placed;
};

const strip = fc.record({
  before: fc.integer({ min: 0, max: 20 }),
  height: fc.integer({ min: 1, max: 60 }),
  keep: fc.boolean(),
});

test("HAZ-22 every strip is drawn once, in order, inside a page, and none over another", () => {
  fc.assert(
    fc.property(fc.array(strip, { size: "max", maxLength: 80 }), (sizes) => {
      const placed = place(sizes);
      expect(placed).toHaveLength(sizes.length);
      placed.forEach(({ page, y, height }, at) => {
        expect(y).toBeGreaterThanOrEqual(TOP);
        expect(y + height).toBeLessThanOrEqual(BOTTOM);
        const before = placed[at - 1];
        if (before?.page === page) expect(y).toBeGreaterThanOrEqual(before.y + before.height);
        else expect(page).toBe((before?.page ?? 0) + (before === undefined ? 0 : 1));
      });
    }),
    runs,
  );
});

test("a heading keeps to the first strip after it, wherever both fit on one page", () => {
  fc.assert(
    fc.property(fc.array(strip, { size: "max", maxLength: 80 }), (sizes) => {
      const heads = sizes.map((size, at) => ({ ...size, height: Math.min(size.height, 40), keep: at % 3 === 0 }));
      const placed = place(heads);
      heads.forEach(({ keep }, at) => {
        if (keep && at < heads.length - 1) expect(placed[at + 1]?.page).toBe(placed[at]?.page);
      });
    }),
    runs,
  );
});

describe("by example", () => {
  test("a strip that opens a page stands at its top, and no page is left empty for it", () => {
    const sheet = { before: 12, height: 10, keep: true, opens: true };
    const line = { before: 0, height: 20, keep: false };
    expect(place([sheet, line, sheet, line, sheet]).map(({ page, y }) => [page, y])).toEqual([
      [0, TOP],
      [0, TOP + 10],
      [1, TOP],
      [1, TOP + 10],
      [2, TOP],
    ]);
  });

  test("of a chain that no page can hold, the beginning stays together", () => {
    const tall = Array.from({ length: 5 }, () => ({ before: 0, height: 30, keep: true }));
    expect(place([{ before: 0, height: 50, keep: false }, ...tall]).map(({ page }) => page)).toEqual([
      0, 1, 1, 1, 2, 2,
    ]);
  });

  test("a table's head stands again above a row that begins a page", () => {
    const drawn: string[] = [];
    const row = (name: string): Strip => ({
      before: 0,
      height: 60,
      keep: false,
      draw: (y) => drawn.push(`${name} ${y}`),
      head: { height: 15, draw: (y) => drawn.push(`head ${y}`) },
    });
    placeStrips([row("a"), row("b")], { top: TOP, bottom: BOTTOM, next: () => undefined }, () => undefined);
    expect(drawn).toEqual([`a ${TOP}`, `head ${TOP}`, `b ${TOP + 15}`]);
  });
});
