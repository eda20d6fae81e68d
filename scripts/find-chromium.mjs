// Finds an installed Chromium or Chrome; where there is none, tries to install one, and says what it does.
// Run by itself, it prints the path on stdout.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @returns {string | undefined} the path of a browser that answers, or nothing */
export const findChromium = () => candidates().find((path) => existsSync(path) && answers(path));

/** @returns {string} the path of a browser; installs one if it must, and throws if it cannot */
export const ensureChromium = () => {
  const found = findChromium();
  if (found !== undefined) return found;
  for (const way of waysToInstall()) {
    console.error(`chromium: none found; trying: ${way.map((command) => command.join(" ")).join(" && ")}`);
    if (way.every(runs)) {
      const installed = findChromium();
      if (installed !== undefined) return installed;
    }
  }
  throw new Error("No Chromium was found and none could be installed. Install one, or set CHROMIUM_PATH.");
};

const candidates = () => {
  const named = process.env["CHROMIUM_PATH"];
  // A path that was named is the only one: falling back to another would hide the mistake.
  if (named !== undefined && named !== "") return [named];
  return [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ...playwrightBrowsers(),
  ];
};

const playwrightBrowsers = () => {
  const caches = [
    process.env["PLAYWRIGHT_BROWSERS_PATH"] ?? "",
    join(homedir(), ".cache/ms-playwright"),
    join(homedir(), "Library/Caches/ms-playwright"),
  ].filter((folder) => folder !== "" && existsSync(folder));
  return caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort()
      .reverse()
      .flatMap((name) => [
        join(cache, name, "chrome-linux/chrome"),
        join(cache, name, "chrome-linux64/chrome"),
        join(cache, name, "chrome-mac/Chromium.app/Contents/MacOS/Chromium"),
      ]),
  );
};

/**
 * Some systems ship a stub that only says how to get the browser, so each is asked for its version.
 *
 * @param {string} path
 */
const answers = (path) => {
  const asked = spawnSync(path, ["--version", "--no-sandbox"], { encoding: "utf8", timeout: 20_000 });
  return asked.status === 0 && /Chrom/.test(asked.stdout);
};

/** @returns {string[][][]} */
const waysToInstall = () => {
  const playwright = fileURLToPath(new URL("../node_modules/playwright-core/cli.js", import.meta.url));
  const isRoot = process.getuid?.() === 0;
  return [
    ...(existsSync(playwright) ? [[[process.execPath, playwright, "install", "chromium"]]] : []),
    ...(isRoot && existsSync("/usr/bin/apt-get")
      ? [
          [
            ["apt-get", "update"],
            ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
          ],
        ]
      : []),
  ];
};

/** @param {string[]} command */
const runs = ([program = "", ...args]) => {
  try {
    execFileSync(program, args, {
      stdio: ["ignore", 2, 2],
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    return true;
  } catch {
    return false;
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(ensureChromium());
