import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { brokenInvariant } from "../support/model/afternoon";
import { DELIVERY_BUGS } from "../support/model/delivery-bugs";
import { INVARIANTS } from "../support/model/invariants";
import { modelWith } from "../support/seed-bug";
import { runs } from "../support/runs";

const SEED = 20_261_123;

test("HAZ-02 in the model, whatever is lost, late, doubled or dies on the way, every invariant holds", async () => {
  expect(await brokenInvariant(runs.numRuns, SEED)).toBeUndefined();
});

test("HAZ-02 in the model, a store that is put back loses no word that is still on a device", async () => {
  expect(await brokenInvariant(2 * runs.numRuns, SEED, { restores: true })).toBeUndefined();
});

describe("the model finds a delivery with this bug in it, by the invariant that it breaks", () => {
  test.each(DELIVERY_BUGS)("$bug", async ({ bug, breaks, restores = false, ...seeded }) => {
    const { brokenInvariant: brokenWith } = await modelWith(seeded);
    const found = await brokenWith(2000, SEED, { restores });
    expect([bug, found?.invariant]).toEqual([bug, breaks]);
  });
});

test("the list of seeded bugs names each of them, and the invariant that it breaks", () => {
  const page = readFileSync(new URL("../../docs/assurance/seeded-bugs.md", import.meta.url), "utf8");
  const rows = page.split("\n").filter((line) => /^\| [^-]/.test(line) && !line.startsWith("| Bug"));
  const cells = rows.map((row) =>
    row
      .split("|")
      .slice(1, 3)
      .map((cell) => cell.trim()),
  );
  expect(cells).toEqual(DELIVERY_BUGS.map(({ bug, breaks }) => [bug, breaks]));
  expect(DELIVERY_BUGS.every(({ breaks }) => breaks in INVARIANTS)).toBe(true);
});
