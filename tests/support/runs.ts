import { vi } from "vitest";

const numRuns = Number(process.env["FC_RUNS"] ?? 200);

/** How often each law is tried: 200 times, or as `FC_RUNS` says for a long run. */
export const runs = { numRuns };

// A law is many tests in one, and a small machine with other work to do must not make it fail.
vi.setConfig({ testTimeout: 20_000 + numRuns * 100 });
