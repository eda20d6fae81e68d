import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { layers } from "../../scripts/lint/layers.mjs";
import { circles, importGraph, violations } from "../support/import-graph";

const root = join(import.meta.dirname, "../..");

describe("in our own source", () => {
  const edges = importGraph(root);

  test("no file imports from a layer or a feature that it must not know", () => {
    expect(edges.length).toBeGreaterThan(50);
    expect(violations(edges)).toEqual([]);
  });

  test("no files import each other in a circle", () => {
    expect(circles(edges)).toEqual([]);
  });

  test("every folder is a layer: known to the linter, and compiled on its own terms", () => {
    const folders = readdirSync(join(root, "src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const Solution = z.object({ references: z.array(z.object({ path: z.string() })) });
    const { references } = Solution.parse(JSON.parse(readFileSync(join(root, "src/tsconfig.json"), "utf8")));
    for (const folder of folders) {
      expect(Object.keys(layers)).toContain(folder);
      expect(references).toContainEqual({ path: `./${folder}` });
    }
  });
});

describe("in planted source", () => {
  let planted: string;
  beforeEach(() => {
    planted = mkdtempSync(join(tmpdir(), "strandline-planted-"));
  });
  afterEach(() => {
    rmSync(planted, { recursive: true });
  });

  const plant = (path: string, text: string): void => {
    mkdirSync(dirname(join(planted, path)), { recursive: true });
    writeFileSync(join(planted, path), text);
  };

  test.each([
    ["core that imports storage", "src/core/a.ts", 'import { b } from "#storage/b";'],
    ["core that imports a type from the screens", "src/core/a.ts", 'import type { b } from "../ui/b";'],
    ["core that loads the server later", "src/core/deep/a.ts", 'const b = await import("#server/b");'],
    ["storage that hands on the screens", "src/storage/a.ts", 'export * from "#ui/b";'],
    ["storage that imports the platform", "src/storage/a.ts", 'import { b } from "#platform/b";'],
    ["a screen that imports the server", "src/ui/app/a.tsx", 'import { b } from "#server/b";'],
    ["the server that imports a screen", "src/server/a.ts", 'export { b } from "../ui/b";'],
    ["a layer that reaches outside src", "src/core/a.ts", 'import b from "../../questionnaires/b.json";'],
    ["a server route that brings in practice data itself", "src/server/a.ts", 'import b from "../../practice/b.json";'],
    ["a program that reaches for its own tests", "src/main.tsx", 'import { b } from "../tests/b";'],
    ["one feature that imports another", "src/ui/features/visit/a.ts", 'import { b } from "../plan/b";'],
    ["a component that knows a feature", "src/ui/components/a.tsx", 'import { b } from "../features/plan/b";'],
    ["a service worker that knows the core", "src/sw.ts", 'import { b } from "#core/b";'],
  ])("it finds %s", (_, path, text) => {
    plant(path, text);
    expect(violations(importGraph(planted)).map(({ from }) => from)).toEqual([path]);
  });

  test("it finds a circle", () => {
    plant("src/core/a.ts", 'import { b } from "./b";');
    plant("src/core/b.ts", 'export { c } from "./deep/c";');
    plant("src/core/deep/c.ts", 'import { a } from "../a";');
    expect(circles(importGraph(planted))).toHaveLength(1);
  });

  test("it lets pass what is allowed", () => {
    plant("src/core/a.ts", 'import { b } from "./deep/b"; import { z } from "zod";');
    plant("src/core/deep/b.ts", "export const b = 1;");
    plant("src/sync/a.ts", 'import { b } from "#storage/b";');
    plant("src/cli/a.ts", 'import { b } from "#server/b";');
    plant("src/ui/app/a.tsx", 'import { b } from "../features/visit/b";');
    plant("src/main.tsx", 'import b from "../questionnaires/b.json"; import { App } from "./ui/app/app";');
    plant("src/server/main.ts", 'import b from "../../practice/b.json";');
    expect(violations(importGraph(planted))).toEqual([]);
    expect(circles(importGraph(planted))).toEqual([]);
  });
});
