import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";

/** One import: the file that has it, and what it names, both from the root of the repository. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** Who may import whom, as the architecture draws it; written here a second time, so that neither can drift alone. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  platform: ["core"],
  storage: ["core"],
  sync: ["core", "storage"],
  report: ["core"],
  ui: ["core", "platform", "storage", "sync", "report"],
  server: ["core"],
  cli: ["core", "report", "server"],
  "main.tsx": ["core", "platform", "storage", "sync", "report", "ui"],
  "sw.ts": [],
};

/** The two places where a program is put together may bring in data from outside `src`. */
const dataFor = { "src/main.tsx": true, "src/server/main.ts": true };

/** Every import between files under `src`, found by TypeScript's own scanner and resolved by hand. */
export const importGraph = (root: string): Edge[] =>
  sourceFiles(join(root, "src")).flatMap((file) =>
    ts
      .preProcessFile(readFileSync(file, "utf8"), true, true)
      .importedFiles.map(({ fileName }) => fileName)
      .filter((name) => name.startsWith(".") || name.startsWith("#"))
      .map((name) => ({
        from: fromRoot(root, file),
        to: name.startsWith("#") ? `src/${name.slice(1)}` : fromRoot(root, join(dirname(file), name)),
      })),
  );

/** The imports that the architecture does not allow. */
export const violations = (edges: readonly Edge[]): Edge[] =>
  edges.filter(({ from, to }) => !isAllowedBetweenLayers(from, to) || crossesFeatures(from, to));

/** The files that reach themselves again by following imports, each circle once. */
export const circles = (edges: readonly Edge[]): string[][] => {
  const files = new Set(edges.map(({ from }) => from));
  const targetsByFile = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const target = [to, `${to}.ts`, `${to}.tsx`].find((candidate) => files.has(candidate));
    if (target !== undefined) targetsByFile.set(from, [...(targetsByFile.get(from) ?? []), target]);
  }

  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push(path.slice(start));
    if (start >= 0 || done.has(file)) return;
    for (const target of targetsByFile.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
};

export const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

const isAllowedBetweenLayers = (from: string, to: string): boolean => {
  const layer = layerOf(from);
  const target = layerOf(to);
  if (target === undefined) return from in dataFor && /^(?:questionnaires|practice)\//.test(to);
  return layer === target || (mayImport[layer ?? ""]?.includes(target) ?? false);
};

const crossesFeatures = (from: string, to: string): boolean => {
  const target = featureOf(to);
  const isFeature = featureOf(from) !== undefined;
  const mustBeBlind = isFeature || from.startsWith("src/ui/components/");
  return target !== undefined && mustBeBlind && target !== featureOf(from);
};

const layerOf = (path: string) => /^src\/([^/]+)/.exec(path)?.[1];
const featureOf = (path: string) => /^src\/ui\/features\/([^/]+)/.exec(path)?.[1];
const fromRoot = (root: string, path: string) => relative(root, path).split(sep).join("/");
