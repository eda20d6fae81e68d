import fc from "fast-check";
import { vi } from "vitest";

const numRuns = Number(process.env["FC_RUNS"] ?? 200);

/** How often each law is tried: 200 times, or as `FC_RUNS` says for a long run. */
export const runs = { numRuns };

// What passed once passes again: chance is the same in every run, unless `FC_SEED` says where else to begin.
fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 20_261_122) });

// A law is many tests in one, and a small machine with other work to do must not make it fail.
vi.setConfig({ testTimeout: 20_000 + numRuns * 100 });
