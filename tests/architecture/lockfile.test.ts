import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");
const Versions = z.record(z.string(), z.string()).default({});
const Lockfile = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), optionalDependencies: Versions })),
});
type Packages = z.infer<typeof Lockfile>["packages"];

const packages = Lockfile.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"))).packages;

/** Where Node would find a package that another one names: in its own folder, or in one further up. */
const isLocked = (all: Packages, from: string, name: string): boolean => {
  if (`${from}/node_modules/${name}` in all || `node_modules/${name}` in all) return true;
  const parent = from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/")));
  return parent !== "" && isLocked(all, parent, name);
};

/** What a package wants on some platform and the lockfile does not have; `npm ci` refuses a lockfile with such a gap. */
const gaps = (all: Packages): string[] =>
  Object.entries(all).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(all, path, name)),
  );

test("a fresh clone can be installed on every platform: the lockfile has no gap", () => {
  const planted: Packages = {
    "node_modules/a": { version: "1.0.0", optionalDependencies: { "a-linux": "1.0.0", "a-mac": "1.0.0" } },
    "node_modules/a/node_modules/a-linux": { version: "1.0.0", optionalDependencies: {} },
  };
  expect(gaps(planted)).toEqual(["a-mac"]);
  expect(gaps(packages)).toEqual([]);
});

test("what we ask for is an exact version", () => {
  const Package = z.object({ dependencies: Versions, devDependencies: Versions });
  const { dependencies, devDependencies } = Package.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const versions = Object.values({ ...dependencies, ...devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});
