// Runs one built program in this process, after making the clone ready: `node scripts/run.mjs cli/score a.json`.
import { fileURLToPath, pathToFileURL } from "node:url";
import { makeReadyOrExit } from "./ready.mjs";

// npm puts a shell in between that dies of SIGTERM without passing it on; nobody is left to end the program then.
if (process.env["npm_lifecycle_event"] !== undefined) {
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, "SIGTERM");
  }, 250).unref();
}

const [node = "", , program = "", ...args] = process.argv;
makeReadyOrExit();

const file = fileURLToPath(new URL(`../dist/${program}.js`, import.meta.url));
process.argv = [node, file, ...args];
await import(pathToFileURL(file).href);
