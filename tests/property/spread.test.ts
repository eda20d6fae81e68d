import fc from "fast-check";
import { expect, test } from "vitest";
import { spread } from "#report/chart/spread";
import { runs } from "../support/runs";

const position = fc.integer({ min: 0, max: 100 });
const marks = fc.array(position, { maxLength: 40, size: "max" });
const apart = fc.integer({ min: 1, max: 40 });

test("no mark is lost, and two marks closer than a mark's width stand a whole lane apart", () => {
  fc.assert(
    fc.property(marks, apart, (positions, width) => {
      const { offsets } = spread(positions, width);
      expect(offsets).toHaveLength(positions.length);
      offsets.forEach((one, a) => {
        offsets.slice(a + 1).forEach((other, b) => {
          if (Math.abs(positions[a]! - positions[a + 1 + b]!) < width) {
            expect(Math.abs(one - other)).toBeGreaterThanOrEqual(1);
          }
        });
      });
    }),
    runs,
  );
});

test("a mark that stands alone is on the line", () => {
  fc.assert(
    fc.property(marks, apart, (positions, width) => {
      const { offsets } = spread(positions, width);
      offsets.forEach((offset, index) => {
        const alone = positions.every((each, other) => other === index || Math.abs(each - positions[index]!) >= width);
        if (alone) expect(offset).toBe(0);
      });
    }),
    runs,
  );
});

test("lanes are no more than the marks that fall on one width of the line, as many above the line as below", () => {
  fc.assert(
    fc.property(marks, apart, (positions, width) => {
      const crowdFrom = (left: number) => positions.filter((each) => each >= left && each < left + width).length;
      const { offsets, count } = spread(positions, width);
      expect(count).toBe(Math.max(1, ...positions.map(crowdFrom)));
      for (const offset of offsets) expect(Math.abs(offset)).toBeLessThanOrEqual((count - 1) / 2);
    }),
    runs,
  );
});

test("where a mark is drawn depends on where the marks are, not on the order in which people made them", () => {
  fc.assert(
    fc.property(fc.uniqueArray(position, { maxLength: 40, size: "max" }), apart, (positions, width) => {
      const drawn = (all: readonly number[]) => {
        const { offsets } = spread(all, width);
        return Object.fromEntries(all.map((each, index) => [each, offsets[index]]));
      };
      expect(drawn([...positions].reverse())).toEqual(drawn(positions));
    }),
    runs,
  );
});
