import { describe, expect, test } from "vitest";
import { brokenInvariant } from "../support/model/afternoon";
import { modelWith, type SeededBug } from "../support/seed-bug";
import { runs } from "../support/runs";

const SEED = 20_261_123;

const bugs: readonly (SeededBug & { readonly bug: string })[] = [
  {
    bug: "a branch advances the head",
    file: "core/sync/place-operation.ts",
    from: `op.parents.includes(headRev) ? "advances" : "branches"`,
    to: `"advances"`,
  },
  {
    bug: "access lost is accepted",
    file: "core/sync/place-operation.ts",
    from: `if (caseAccess === "ended") return`,
    to: `if (caseAccess === "ended" && op.parents.length > 9) return`,
  },
  {
    bug: "a merge forgets the second parent",
    file: "core/sync/place-operation.ts",
    from: `"branches", consumes: openBranches }`,
    to: `"branches", consumes: [] }`,
  },
  {
    bug: "the answer is not put away",
    file: "sync/sync-once.ts",
    from: "settling = deliveries.settle(ops, answer.value.results);",
    to: "",
  },
  {
    bug: "what was fetched is not taken",
    file: "sync/sync-once.ts",
    from: "taking = deliveries.take(answer.value);",
    to: "",
  },
  {
    bug: "a difference forgets what is gone",
    file: "core/sync/manifest.ts",
    from: "!visible.has(id)",
    to: "false && !visible.has(id)",
  },
  {
    bug: "a difference sees only new records",
    file: "core/sync/manifest.ts",
    from: "held.get(id) !== ver",
    to: "ver !== undefined && !held.has(id)",
  },
  {
    bug: "digest forgets versions",
    file: "core/sync/manifest.ts",
    from: "`${id}:${ver}`",
    to: "`${id}:${ver.slice(99)}`",
  },
  {
    bug: "ver forgets visibility",
    file: "server/sync/version-of.ts",
    from: 'inOrder.join(" ")',
    to: "inOrder.length > 1e9",
  },
  {
    bug: "only concerns are delivered",
    file: "core/sync/concerns-first.ts",
    from: `recordType !== "concern"`,
    to: `recordType === "note"`,
  },
];

test("HAZ-02 in the model, whatever is lost on the way, every invariant holds", async () => {
  expect(await brokenInvariant(runs.numRuns, SEED)).toBeUndefined();
});

describe("the model finds a delivery with this bug in it", () => {
  test.each(bugs)("$bug", async ({ bug, ...seeded }) => {
    const { brokenInvariant: brokenWith } = await modelWith(seeded);
    expect(await brokenWith(200, SEED), bug).toBeTypeOf("string");
  });
});
