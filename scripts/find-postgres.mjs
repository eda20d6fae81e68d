// Finds an installed PostgreSQL, 15 or newer; where there is none, tries to install one, and says what it does.
// Run by itself, it prints the folder of its programs on stdout.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST = 15;

/** @returns {string | undefined} the folder that holds initdb and pg_ctl, of the newest version there is */
export const findPostgres = () => {
  const named = process.env["POSTGRES_BIN"];
  // A folder that was named is the only one: falling back to another would hide the mistake.
  if (named !== undefined && named !== "") return hasServer(named) ? named : undefined;
  return [...debianFolders(), "/opt/homebrew/opt/postgresql/bin", "/usr/local/opt/postgresql/bin"].find(hasServer);
};

/** @returns {string} the folder; installs PostgreSQL if it must, and throws if it cannot */
export const ensurePostgres = () => {
  const found = findPostgres();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.error("postgres: none found; trying: apt-get update && apt-get install -y postgresql");
    const isDone =
      runs(["apt-get", "update"]) && runs(["apt-get", "install", "-y", "--no-install-recommends", "postgresql"]);
    const installed = isDone ? findPostgres() : undefined;
    if (installed !== undefined) return installed;
  }
  throw new Error(`No PostgreSQL ${OLDEST} was found and none could be installed. Install one, or set POSTGRES_BIN.`);
};

const debianFolders = () => {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .map(Number)
    .filter((version) => version >= OLDEST)
    .sort((a, b) => b - a)
    .map((version) => join(root, String(version), "bin"));
};

/** @param {string} folder */
const hasServer = (folder) => ["initdb", "pg_ctl", "postgres"].every((program) => existsSync(join(folder, program)));

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

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(ensurePostgres());
