// The repeat counts that `npm test` only samples: kills of the browser, and every law by chance. It closes as `npm test`.
import { ensureChromium } from "./find-chromium.mjs";
import { makeReadyOrExit } from "./ready.mjs";
import { runStages } from "./stages.mjs";

const HOURS_MS = 6 * 60 * 60_000;

makeReadyOrExit();
console.log(`Chromium: ${ensureChromium()}`);

const { passed, failed } = await runStages([
  {
    name: "laws, many runs",
    env: { FC_RUNS: process.env["FC_RUNS"] ?? "2000" },
    vitest: ["--project", "unit", "tests/property"],
    longestMs: HOURS_MS,
  },
  {
    name: "kills",
    env: { KILLS: process.env["KILLS"] ?? "200" },
    vitest: ["--project", "e2e", "tests/e2e/killed.test.ts"],
    longestMs: HOURS_MS,
  },
]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
