import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./source-hash.mjs";

/**
 * One step of `npm run verify` or `npm test`. A step with `vitest` arguments runs tests and is counted by them; one
 * with a `command` passes or fails as a whole.
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} [command]  a tool in node_modules, by its file, and its arguments
 * @property {string[]} [vitest]   arguments for `vitest run`
 * @property {Record<string, string>} [env]
 *
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {{ numPassedTests: number, numTotalTests: number }} VitestReport
 */

export const tools = {
  prettier: "node_modules/prettier/bin/prettier.cjs",
  eslint: "node_modules/eslint/bin/eslint.js",
  tsc: "node_modules/typescript/bin/tsc",
  vitest: "node_modules/vitest/vitest.mjs",
};

const LONGEST_STAGE_MS = 15 * 60_000;

/**
 * Runs every stage, also after one has failed, and says how long each took.
 *
 * @param {readonly Stage[]} stages
 * @returns {Counts}
 */
export const runStages = (stages) => {
  const total = { passed: 0, failed: 0 };
  const startedMs = Date.now();
  /** @type {string[]} */
  const table = [];
  for (const stage of stages) {
    console.log(`\n── ${stage.name}`);
    const stageStartedMs = Date.now();
    const { passed, failed } = runStage(stage);
    total.passed += passed;
    total.failed += failed;
    table.push(row(stage.name, Date.now() - stageStartedMs, failed === 0 ? "" : `${failed} failed`));
  }
  console.log(`\n${table.join("\n")}\n${row("in all", Date.now() - startedMs, "")}`);
  return total;
};

/** @param {string} name @param {number} ms @param {string} remark */
const row = (name, ms, remark) => `${name.padEnd(28)} ${(ms / 1000).toFixed(1).padStart(6)} s  ${remark}`.trimEnd();

/** @param {Stage} stage @returns {Counts} */
const runStage = ({ name, command, vitest, env = {} }) => {
  const results = join(root, ".cache/results", `${name.replace(/\W+/g, "-")}.json`);
  mkdirSync(join(root, ".cache/results"), { recursive: true });
  rmSync(results, { force: true });
  const args = vitest
    ? [tools.vitest, "run", ...vitest, "--reporter=default", "--reporter=json", `--outputFile.json=${results}`]
    : (command ?? []);

  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
    timeout: LONGEST_STAGE_MS,
    killSignal: "SIGKILL",
  });
  const counts = vitest ? countTests(results) : { passed: 0, failed: 0 };
  // A stage that crashed, or found no test to run, has failed even if no test of it has.
  return status === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
};

/**
 * Nothing is skipped here, so a test that did not run counts as one that failed.
 *
 * @param {string} file
 * @returns {Counts}
 */
const countTests = (file) => {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = /** @type {VitestReport} */ (JSON.parse(readFileSync(file, "utf8")));
  return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests };
};
