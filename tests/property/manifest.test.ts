import fc from "fast-check";
import { expect, test } from "vitest";
import { difference, digestText, type Versions } from "#core/sync/manifest";
import { runs } from "../support/runs";
import { uuid } from "../support/uuid";

const versions: fc.Arbitrary<Versions> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 12 }).map(uuid), fc.constantFrom("a", "b", "c")), {
    selector: ([id]) => id,
    size: "max",
    maxLength: 13, // there are no more ids
  })
  .map((entries) => new Map(entries));

const follow = (held: Versions, visible: Versions): Versions => {
  const { put, gone } = difference(held, visible);
  const after = new Map(held);
  for (const id of gone) after.delete(id);
  for (const id of put) after.set(id, visible.get(id)!);
  return after;
};
const sorted = (of: Versions) => [...of].sort(([a], [b]) => (a < b ? -1 : 1));

test("1. a device that follows the difference has exactly what it may see", () => {
  fc.assert(
    fc.property(versions, versions, (held, visible) => {
      expect(sorted(follow(held, visible))).toEqual(sorted(visible));
    }),
    runs,
  );
});

test("2. what is the same on both sides is not in the difference", () => {
  fc.assert(
    fc.property(versions, versions, (held, visible) => {
      const { put, gone } = difference(held, visible);
      for (const [id, ver] of held) if (visible.get(id) === ver) expect([...put, ...gone]).not.toContain(id);
      expect(difference(visible, visible)).toEqual({ put: [], gone: [] });
    }),
    runs,
  );
});

test("3. two digests are of one text when, and only when, there is no difference between them", () => {
  fc.assert(
    fc.property(versions, versions, (one, other) => {
      const { put, gone } = difference(one, other);
      expect(digestText("epoch", one) === digestText("epoch", other)).toBe(put.length + gone.length === 0);
      expect(digestText("epoch", new Map([...one].reverse()))).toBe(digestText("epoch", one));
      expect(digestText("another", one)).not.toBe(digestText("epoch", one));
    }),
    runs,
  );
});
