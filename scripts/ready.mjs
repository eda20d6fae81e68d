// Makes a fresh clone ready: installs what is missing and builds what is out of date. It needs nothing but Node, and
// says what it does on stderr, so that the output of `npm run -s` stays that of the program.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { holdLock } from "./lock.mjs";
import { root, sourceHash, stampFile } from "./source-hash.mjs";

/** Installs and builds if needed; throws an `Error` whose message is for the person at the terminal. */
export const makeReady = () => {
  refuseOldNode();
  if (isInstalled() && isBuilt()) return;
  // Several programs may be started on a fresh clone at once; one gets it ready, the others wait.
  const release = holdLock(join(root, ".cache/ready.lock"));
  try {
    if (!isInstalled()) install();
    if (!isBuilt()) build();
  } finally {
    release();
  }
};

const refuseOldNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Strandline needs Node 20.19 or newer; this is ${process.versions.node}.`);
};

/** npm writes down what it installed when it has finished; what the lockfile asks for must all be there. */
const isInstalled = () => {
  const wanted = packagesIn("package-lock.json");
  const installed = packagesIn("node_modules/.package-lock.json");
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" || entry?.optional === true || entry?.peer === true || installed[path]?.version === entry?.version,
  );
};

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, peer?: boolean } | undefined> }} Lockfile */

/** @param {string} file */
const packagesIn = (file) => {
  const path = join(root, file);
  if (!existsSync(path)) return undefined;
  const lockfile = /** @type {Lockfile} */ (JSON.parse(readFileSync(path, "utf8")));
  return lockfile.packages;
};

const isBuilt = () => existsSync(stampFile) && readFileSync(stampFile, "utf8") === sourceHash();

const install = () => {
  const npm = process.env["npm_execpath"];
  say("installing packages (npm ci); this takes a minute the first time");
  if (npm?.endsWith(".js")) run("npm ci", process.execPath, [npm, "ci", "--include=dev"]);
  else run("npm ci", "npm", ["ci", "--include=dev"]);
};

const build = () => {
  say("building the app, the server and the commands");
  const startedMs = Date.now();
  run("the build", process.execPath, [join(root, "scripts/build.mjs")]);
  say(`built in ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
};

/** @param {string} what @param {string} program @param {string[]} args */
const run = (what, program, args) => {
  const done = spawnSync(program, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (done.status !== 0) throw new Error(`${what} did not succeed; its own message is above.`, { cause: done.error });
};

/** @param {string} words */
const say = (words) => {
  console.error(`ready: ${words}`);
};

/** The same, for a program that has nothing else to do without. */
export const makeReadyOrExit = () => {
  try {
    makeReady();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) makeReadyOrExit();
