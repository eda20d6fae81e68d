import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./source-hash.mjs";

/**
 * One step of `npm run verify` or `npm test`. A step with `vitest` arguments runs tests and is counted by them; one
 * with a `command` passes or fails as a whole.
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} [command]  a tool in node_modules, by its file, and its arguments
 * @property {string[]} [vitest]   arguments for `vitest run`
 * @property {boolean} [onceMore]  a file that fails is run once more, alone; see [Note: Unsteady]
 * @property {Record<string, string>} [env]
 *
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {{ faults: readonly string[], failedFiles: readonly string[] }} Faults
 * @typedef {Counts & { name: string, ms: number, output: string, faults: readonly string[], unsteady: readonly string[] }} Outcome
 * @typedef {{ fullName: string, status: string, failureMessages: readonly string[] }} TestReport
 * @typedef {{ name: string, message?: string, assertionResults: readonly TestReport[] }} FileReport
 * @typedef {{ numPassedTests: number, numTotalTests: number, testResults: readonly FileReport[] }} VitestReport
 */

export const tools = {
  prettier: "node_modules/prettier/bin/prettier.cjs",
  eslint: "node_modules/eslint/bin/eslint.js",
  tsc: "node_modules/typescript/bin/tsc",
  vitest: "node_modules/vitest/vitest.mjs",
};

/** A stage that hangs is ended; the longest that runs, end to end, takes a third of this on two cores. */
const LONGEST_STAGE_MS = 60 * 60_000;

/**
 * Runs every stage, also after one has failed, and says how long each took.
 *
 * The commands run one after the other beside the first tests, since each keeps one core busy at most; the tests that
 * come after have the machine to themselves. Numbers are of the clock on the wall, so those of the first ones overlap.
 *
 * @param {readonly Stage[]} stages
 * @returns {Promise<Counts>}
 */
export const runStages = async (stages) => {
  const startedMs = Date.now();
  const [firstTests, ...laterTests] = stages.filter(({ vitest }) => vitest !== undefined);
  const commands = inTurn(
    stages.filter(({ command }) => command !== undefined),
    "pipe",
  );
  const outcomes = firstTests === undefined ? [] : await inTurn([firstTests], "inherit");
  for (const outcome of await commands) {
    console.log(`\n── ${outcome.name}\n${outcome.output}`.trimEnd());
    outcomes.push(outcome);
  }
  outcomes.push(...(await inTurn(laterTests, "inherit")));

  const table = outcomes.map(({ name, ms, failed, unsteady }) =>
    row(
      name,
      ms,
      [failed > 0 && `${failed} failed`, unsteady.length > 0 && `${unsteady.length} unsteady`]
        .filter(Boolean)
        .join(", "),
    ),
  );
  // Last, so that they are still there where only the end of a long log is kept.
  for (const { name, faults, unsteady } of outcomes) {
    for (const fault of unsteady) console.log(`\n── ${name}: failed, and passed when run once more: ${fault}`);
    for (const fault of faults) console.log(`\n── ${name}: ${fault}`);
  }
  console.log(`\n${table.join("\n")}\n${row("in all", Date.now() - startedMs, "")}`);
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  };
};

/** @param {string} name @param {number} ms @param {string} remark */
const row = (name, ms, remark) => `${name.padEnd(28)} ${(ms / 1000).toFixed(1).padStart(6)} s  ${remark}`.trimEnd();

/**
 * @param {readonly Stage[]} stages
 * @param {"inherit" | "pipe"} output
 */
const inTurn = async (stages, output) => {
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const stage of stages) {
    if (output === "inherit") console.log(`\n── ${stage.name}`);
    outcomes.push(await runStage(stage, output));
  }
  return outcomes;
};

/**
 * [Note: Unsteady]
 * A test in a browser, real or made up, waits for what somebody would see, and on a busy machine now and then not for
 * the right thing. So a file of those stages that fails is run once more, with nothing beside it. What fails twice has
 * failed; what then passes is counted as passed and named at the end as unsteady, for somebody to mend. Laws by chance,
 * and whatever runs without a screen, have no second try: there, a failure that is rare is the one looked for.
 *
 * @param {Stage} stage
 * @param {"inherit" | "pipe"} output
 * @returns {Promise<Outcome>}
 */
const runStage = async ({ name, command, vitest, env = {}, onceMore = false }, output) => {
  const startedMs = Date.now();
  if (vitest === undefined) {
    const ended = await run(command ?? [], env, output);
    const faults = ended.code === 0 ? [] : [howEnded(ended.code)];
    return {
      name,
      ms: Date.now() - startedMs,
      output: ended.output,
      passed: 0,
      failed: faults.length,
      faults,
      unsteady: [],
    };
  }
  const first = await runTests(name, vitest, env, output);
  if (!onceMore || first.failedFiles.length === 0) {
    return { ...first, name, ms: Date.now() - startedMs, unsteady: [] };
  }
  console.log(`\n── ${name}, once more: ${first.failedFiles.join(", ")}`);
  const second = await runTests(`${name}, once more`, [...vitest, ...first.failedFiles], env, output);
  return {
    name,
    ms: Date.now() - startedMs,
    output: first.output,
    passed: first.passed + first.failed - second.failed,
    failed: second.failed,
    faults: second.faults,
    unsteady: first.faults.filter((fault) => !second.faults.some((again) => placeOf(again) === placeOf(fault))),
  };
};

/** @param {string} fault  its first line says where it is */
const placeOf = (fault) => fault.split("\n")[0];

/**
 * @param {string} name
 * @param {readonly string[]} vitest
 * @param {Record<string, string>} env
 * @param {"inherit" | "pipe"} output
 * @returns {Promise<Counts & Faults & { output: string }>}
 */
const runTests = async (name, vitest, env, output) => {
  const results = join(root, ".cache/results", `${name.replace(/\W+/g, "-")}.json`);
  mkdirSync(join(root, ".cache/results"), { recursive: true });
  rmSync(results, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const ended = await run([tools.vitest, "run", ...vitest, ...reporters], env, output);
  const counted = countTests(results);
  // A stage that crashed, or found no test to run, has failed even if no test of it has.
  const crashed = ended.code !== 0 && counted.failed === 0;
  return { ...counted, output: ended.output, ...(crashed ? { failed: 1, faults: [howEnded(ended.code)] } : {}) };
};

/** @param {number | null} code */
const howEnded = (code) =>
  code === null ? `it was ended after ${LONGEST_STAGE_MS / 60_000} minutes` : `exit code ${code}`;

/**
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {"inherit" | "pipe"} output
 * @returns {Promise<{ code: number | null, output: string }>}
 */
const run = (args, env, output) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", output, output],
      timeout: LONGEST_STAGE_MS,
      killSignal: "SIGKILL",
    });
    let words = "";
    child.stdout?.on("data", (chunk) => (words += String(chunk)));
    child.stderr?.on("data", (chunk) => (words += String(chunk)));
    child.once("close", (code) => {
      resolve({ code, output: words });
    });
  });

/**
 * Nothing is skipped here, so a test that did not run counts as one that failed.
 *
 * @param {string} file
 * @returns {Counts & Faults}
 */
const countTests = (file) => {
  if (!existsSync(file)) {
    return { passed: 0, failed: 1, faults: ["it ended before it could count its tests"], failedFiles: [] };
  }
  const report = /** @type {VitestReport} */ (JSON.parse(readFileSync(file, "utf8")));
  const faults = report.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter(({ status }) => status !== "passed");
    if (failed.length === 0) return message ? [{ file, fault: `${file}\n${message}` }] : [];
    return failed.map((test) => ({
      file,
      fault: `${file} > ${test.fullName}\n${start(test.failureMessages.join("\n"))}`,
    }));
  });
  return {
    passed: report.numPassedTests,
    failed: report.numTotalTests - report.numPassedTests,
    faults: faults.map(({ fault }) => fault),
    failedFiles: [...new Set(faults.map(({ file }) => file))],
  };
};

/** @param {string} text  enough of it to know what was wrong */
const start = (text) => text.split("\n").slice(0, 12).join("\n").slice(0, 1500);
