// The repeat counts that `npm test` only samples: kills of the browser, kills of the server, and every law by chance. It closes as `npm test`.
import { ensureChromium } from "./find-chromium.mjs";
import { ensurePostgres } from "./find-postgres.mjs";
import { makeReadyOrExit } from "./ready.mjs";
import { runStages } from "./stages.mjs";

makeReadyOrExit();
console.log(`Chromium: ${ensureChromium()}`);
console.log(`PostgreSQL: ${ensurePostgres()}`);

const { passed, failed } = await runStages([
  {
    name: "laws, many runs",
    env: { FC_RUNS: process.env["FC_RUNS"] ?? "2000" },
    vitest: ["--project", "unit", "tests/property"],
  },
  {
    name: "kills of the browser",
    env: { KILLS: process.env["KILLS"] ?? "200" },
    vitest: ["--project", "e2e", "tests/e2e/killed.test.ts"],
  },
  {
    name: "kills of the server",
    env: { KILLS: process.env["KILLS"] ?? "200" },
    vitest: ["--project", "server", "tests/server/killed-while-pushing.test.ts"],
  },
  {
    name: "kills of the server that eight work with",
    env: { KILLS: process.env["KILLS"] ?? "200" },
    vitest: ["--project", "server", "tests/server/killed-with-eight.test.ts"],
  },
]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
