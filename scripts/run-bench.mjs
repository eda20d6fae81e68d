// Measures the budgets of the design in a real browser: `npm run bench`, or `npm run bench -- cold-start` for one.
import { runnerImport } from "vite";
import { fileURLToPath } from "node:url";
import { makeReadyOrExit } from "./ready.mjs";

makeReadyOrExit();

const main = fileURLToPath(new URL("../bench/main.ts", import.meta.url));
/** @type {{ module: { runBench: (names: string[]) => Promise<void> } }} */
const { module } = await runnerImport(main, { logLevel: "warn" });
try {
  await module.runBench(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
