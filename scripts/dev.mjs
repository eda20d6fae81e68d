// The app with hot reload at http://localhost:5173, and the server behind it, started again at each change.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeReadyOrExit } from "./ready.mjs";
import { root, stampFile } from "./source-hash.mjs";

makeReadyOrExit();
// From here on dist/ follows every change by itself, so the next ordinary start must build afresh.
rmSync(stampFile);

const vite = join(root, "node_modules/vite/bin/vite.js");
// Browsers are at Vite's address, and the server takes changes from pages of its own origin only.
const env = { PUBLIC_ORIGIN: "http://localhost:5173", ...process.env };
const children = [
  [vite],
  [vite, "build", "--ssr", "--watch", "--logLevel", "warn"],
  ["--watch", join(root, "dist/server/main.js"), "--practice", ...process.argv.slice(2)],
].map((args) => spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] }));

// One that ends takes the others with it.
let isEnding = false;
const endAll = () => {
  if (isEnding) return;
  isEnding = true;
  for (const child of children) child.kill("SIGTERM");
};
for (const child of children) child.once("exit", endAll);
process.once("SIGINT", endAll);
process.once("SIGTERM", endAll);
