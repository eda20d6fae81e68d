import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const stampFile = join(root, "dist/.built-from");

/** Everything that a build reads. The build itself makes public/fonts and public/pictures, with the scripts named here. */
const sources = [
  "src",
  "public/icons",
  "questionnaires",
  "practice",
  "index.html",
  "vite.config.ts",
  "tsconfig.base.json",
  "package.json",
  "package-lock.json",
  "scripts/build.mjs",
  "scripts/fonts.mjs",
  "scripts/document-fonts.mjs",
  "scripts/pictures.mjs",
];

/**
 * One hash of the names and contents of all sources, so that a checkout, which changes every time stamp, rebuilds
 * nothing by itself.
 */
export const sourceHash = () => {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesIn(join(root, source)))) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
};

/**
 * @param {string} path
 * @returns {string[]}
 */
const filesIn = (path) => {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
};
