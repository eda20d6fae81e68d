import { describe, expect, test } from "vitest";
import { restoreTraces } from "#core/sync/restore-traces";

const mark = (seenBefore: readonly string[], more: object = {}) => ({
  ...{ kind: "placed", position: 40, atMs: 5, seenBefore },
  ...more,
});

describe.each([
  ["a voice", (seen: readonly string[], more?: object) => ({ goesWell: "", mark: mark(seen, more) })],
  [
    "an agreed mark",
    (seen: readonly string[], more?: object) => ({ outcome: { kind: "placed", mark: mark(seen, more) } }),
  ],
])("%s", (_, section) => {
  test("that comes back without what was hidden gets it back, in its old order", () => {
    expect(restoreTraces(section(["dad"]), section(["mum", "dad"]), section(["dad"]))).toEqual(section(["mum", "dad"]));
  });

  test("keeps what its deliverer added, and what they took away on purpose stays away", () => {
    expect(restoreTraces(section(["gran"]), section(["mum", "dad"]), section(["dad"]))).toEqual(
      section(["mum", "gran"]),
    );
  });

  test("that was made anew brings its own", () => {
    for (const more of [{ atMs: 6 }, { position: 41 }]) {
      const carried = section(["dad"], more);
      expect(restoreTraces(carried, section(["mum", "dad"]), section(["dad"]))).toBe(carried);
    }
  });
});

test.each([null, "words", 3, [], {}, { mark: null }, { mark: { kind: "passed" } }, { outcome: { kind: "none" } }])(
  "what holds no mark is left as it is: %j",
  (odd) => {
    const placed = { mark: mark(["mum"]) };
    expect(restoreTraces(odd, placed, placed)).toBe(odd);
    expect(restoreTraces(placed, odd, odd)).toBe(placed);
  },
);
