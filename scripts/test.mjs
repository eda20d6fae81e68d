// Everything, on a fresh clone too. The last line is `N passed, N failed`.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium } from "./find-chromium.mjs";
import { ensurePostgres } from "./find-postgres.mjs";
import { ensurePdfTools } from "./find-pdf-tools.mjs";
import { makeReady } from "./ready.mjs";
import { root } from "./source-hash.mjs";
import { runStages } from "./stages.mjs";
import { verifyStages } from "./verify.mjs";

/** @type {import("./stages.mjs").Stage[]} */
const stages = [
  ...verifyStages,
  { name: "screens", vitest: ["--project", "ui"], onceMore: true },
  {
    name: "unit, far time zone",
    // Fourteen hours ahead: what reads the device's own day is a day off here.
    env: { TEST_TZ: "Pacific/Kiritimati" },
    vitest: ["--project", "unit", "--exclude", "tests/architecture/{lint,layers}.test.ts"],
  },
  { name: "server", vitest: ["--project", "server"] },
  { name: "end to end", vitest: ["--project", "e2e"], onceMore: true },
];

/** @returns {Promise<import("./stages.mjs").Counts>} */
const testEverything = async () => {
  try {
    makeReady();
    console.log(`Chromium: ${ensureChromium()}`);
    console.log(`PostgreSQL: ${ensurePostgres()}`);
    ensurePdfTools();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
  // The linter's cache does not see that a type elsewhere has changed.
  rmSync(join(root, ".cache/eslint"), { recursive: true, force: true });
  return await runStages(stages);
};

const { passed, failed } = await testEverything();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
