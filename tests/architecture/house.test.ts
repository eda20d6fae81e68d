import { readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { sourceFiles } from "../support/import-graph";

const root = join(import.meta.dirname, "../..");
const files = sourceFiles(join(root, "src")).map((path) => relative(root, path));

const namesWithoutIdea = /(?:^|[/.-])(?:utils?|helpers?|common|misc|shared)(?:[/.-]|$)/;

test("every file and folder is named for an idea", () => {
  expect(["src/core/utils.ts", "src/ui/common/a.ts", "src/core/date-helpers.ts"].filter(hasNoIdea)).toHaveLength(3);
  expect(["src/core/utility.ts", "src/ui/commonly.ts"].filter(hasNoIdea)).toEqual([]);
  expect(files.filter(hasNoIdea)).toEqual([]);
});

test("no file gathers others for import", () => {
  expect(files.filter((path) => /^index\.tsx?$/.test(basename(path)))).toEqual([]);
});

test("file names are kebab-case", () => {
  expect(files.filter((path) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.tsx?$/.test(basename(path)))).toEqual([]);
});

test("no file has more than 300 lines", () => {
  expect(files.filter((path) => read(path).split("\n").length > 300)).toEqual([]);
});

test("a rule is disabled only with the reason beside it, and nothing is left to do later", () => {
  const unexplained = /eslint-disable(?!.* -- \S)|@ts-(?:ignore|nocheck)|@ts-expect-error\s*$|\b(?:TODO|FIXME|XXX)\b/m;
  expect("// eslint-disable-line no-var").toMatch(unexplained);
  expect("// eslint-disable-line no-var -- the worker's global").not.toMatch(unexplained);
  expect(files.filter((path) => unexplained.test(read(path)))).toEqual([]);
});

test("every package that we depend on is explained", () => {
  const Package = z.object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  });
  const { dependencies, devDependencies } = Package.parse(JSON.parse(read("package.json")));
  const page = read("docs/decisions/dependencies.md");
  const isExplained = (name: string) =>
    [name, `${name.split("/")[0] ?? ""}/*`].some((words) =>
      new RegExp(`(?:^|[| ,])${escaped(words)}[ ,]`, "m").test(page),
    );
  expect(isExplained("left-pad")).toBe(false);
  expect(Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !isExplained(name))).toEqual([]);
});

test("tests run in the time zone that was asked for", () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env["TEST_TZ"] ?? "Europe/London");
});

function hasNoIdea(path: string): boolean {
  return namesWithoutIdea.test(path);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
