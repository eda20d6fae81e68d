// What runs before every commit: format, lint, types, and the tests that need no screen, no server and no browser.
import { fileURLToPath } from "node:url";
import { makeReadyOrExit } from "./ready.mjs";
import { runStages, tools } from "./stages.mjs";

/** @type {import("./stages.mjs").Stage[]} */
export const verifyStages = [
  { name: "format", command: [tools.prettier, "--check", "--log-level=warn", "."] },
  {
    name: "lint",
    command: [tools.eslint, ".", "--cache", "--cache-location", ".cache/eslint/", "--cache-strategy", "content"],
  },
  { name: "types", command: [tools.tsc, "-b"] },
  { name: "unit", vitest: ["--project", "unit"] },
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  makeReadyOrExit();
  const { passed, failed } = await runStages(verifyStages);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
