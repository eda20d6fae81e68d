// Runs one built program in this process, after making the clone ready: `node scripts/run.mjs cli/score a.json`.
import { fileURLToPath, pathToFileURL } from "node:url";
import { makeReadyOrExit } from "./ready.mjs";

const [node = "", , program = "", ...args] = process.argv;
makeReadyOrExit();

const file = fileURLToPath(new URL(`../dist/${program}.js`, import.meta.url));
process.argv = [node, file, ...args];
await import(pathToFileURL(file).href);
