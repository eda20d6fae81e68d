// Finds the programs that look into PDFs, for tests: qpdf, and pdfinfo, pdftotext and pdftoppm of poppler. Where they are
// not installed, tries to install them, and says what it does. Run by itself, it prints where they are.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const TOOLS = ["qpdf", "pdfinfo", "pdftotext", "pdftoppm"];

/** @returns {readonly string[]} those that do not answer */
export const missingPdfTools = () => TOOLS.filter((tool) => !answers(tool));

/** Makes sure that they are there; installs them if it must, and throws if it cannot. */
export const ensurePdfTools = () => {
  const missing = missingPdfTools();
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.error(`pdf tools: ${missing.join(", ")} not found; trying: apt-get install qpdf poppler-utils`);
    run(["apt-get", "update"]);
    run(["apt-get", "install", "-y", "--no-install-recommends", "qpdf", "poppler-utils"]);
  }
  const still = missingPdfTools();
  if (still.length > 0) {
    throw new Error(`${still.join(", ")} not found and could not be installed. Install qpdf and poppler-utils.`);
  }
};

/** @param {string} tool */
const answers = (tool) => {
  const asked = spawnSync(tool, [tool === "qpdf" ? "--version" : "-v"], { encoding: "utf8", timeout: 20_000 });
  return asked.status === 0;
};

/** @param {string[]} command */
const run = ([program = "", ...args]) => {
  try {
    execFileSync(program, args, {
      stdio: ["ignore", 2, 2],
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch {
    // What is still missing afterwards is said by the caller.
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensurePdfTools();
  console.log(`${TOOLS.join(", ")}: found`);
}
