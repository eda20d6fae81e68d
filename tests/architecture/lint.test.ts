import { join } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

// The rules on imports, clock and chance need no types, so the file may be one that does not exist.
const withoutTypes = new ESLint({
  cwd: root,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => !ruleId.startsWith("@typescript-eslint/"),
});
const withTypes = new ESLint({ cwd: root });

const complaints = async (eslint: ESLint, filePath: string, text: string): Promise<string[]> => {
  const [result] = await eslint.lintText(text, { filePath: join(root, filePath) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
};

describe("an import that the architecture does not allow is an error", () => {
  test.each([
    ["src/core/a.ts", 'import { b } from "#storage/b";'],
    ["src/core/a.ts", 'import { b } from "dexie";'],
    ["src/core/a.ts", 'import { b } from "react";'],
    ["src/core/a.ts", 'import { b } from "node:fs";'],
    ["src/core/a.ts", 'import { b } from "#core/b";'],
    ["src/core/scoring/a.ts", 'export { b } from "../../storage/b";'],
    ["src/core/a.ts", 'export * from "#ui/b";'],
    ["src/core/a.ts", 'export const b = () => import("#report/b");'],
    ["src/core/a.ts", 'export type B = import("#server/b").B;'],
    ["src/core/a.ts", 'import b from "../../questionnaires/b.json";'],
    ["src/platform/a.ts", 'import { b } from "react";'],
    ["src/platform/a.ts", 'import { b } from "#storage/b";'],
    ["src/platform/a.ts", 'export const b = new URL("../core/b.ts", import.meta.url);'],
    ["src/storage/a.ts", 'import { b } from "#ui/b";'],
    ["src/storage/a.ts", 'import { b } from "react";'],
    ["src/report/a.ts", 'import { b } from "#storage/b";'],
    ["src/ui/app/a.tsx", 'import { b } from "#server/b";'],
    ["src/ui/app/a.tsx", 'import { b } from "dexie";'],
    ["src/ui/app/a.tsx", 'import { b } from "../../core/b";'],
    ["src/ui/features/visit/a.tsx", 'import { b } from "../plan/b";'],
    ["src/ui/components/a.tsx", 'import { b } from "../features/plan/b";'],
    ["src/server/a.ts", 'import { b } from "#ui/b";'],
    ["src/server/a.ts", 'import { b } from "react";'],
    ["src/server/a.ts", 'import { b } from "fastify-impostor";'],
    ["src/server/a.ts", 'import b from "../../practice/b.json";'],
    ["src/cli/a.ts", 'import { b } from "#ui/b";'],
    ["src/main.tsx", 'import { b } from "../tests/b";'],
    ["src/sw.ts", 'import { b } from "#core/b";'],
    ["src/main.tsx", 'import { b } from "./server/b";'],
    ["src/helpers/a.ts", 'import { b } from "#core/b";'],
  ])("%s: %s", async (file, text) => {
    expect(await complaints(withoutTypes, file, text)).toContain("house/layers");
  });
});

describe("an import that it allows is none", () => {
  test.each([
    ["src/core/scoring/a.ts", 'import { z } from "zod"; import { b } from "../result";'],
    ["src/storage/a.ts", 'import Dexie from "dexie"; import { b } from "#core/b";'],
    ["src/sync/a.ts", 'import { b } from "#storage/b";'],
    ["src/ui/app/a.tsx", 'import { createRoot } from "react-dom/client"; import { b } from "../features/plan/b";'],
    ["src/ui/features/visit/a.tsx", 'import { b } from "./b"; import { c } from "../../components/c";'],
    ["src/ui/components/a.tsx", 'import styles from "./a.module.css"; import { b } from "@hookform/resolvers/zod";'],
    [
      "src/server/a.ts",
      'import helmet from "@fastify/helmet"; import { b } from "node:fs"; import { c } from "#core/c";',
    ],
    ["src/cli/a.ts", 'import { b } from "#server/b"; import { c } from "#report/c";'],
    [
      "src/main.tsx",
      'import b from "../questionnaires/b.json"; import { App } from "./ui/app/app"; import "#platform/x";',
    ],
    ["src/server/main.ts", 'import b from "../../practice/b.json";'],
    ["src/sw.ts", 'import { precacheAndRoute } from "workbox-precaching";'],
  ])("%s: %s", async (file, text) => {
    expect(await complaints(withoutTypes, file, text)).toEqual([]);
  });
});

describe("the core reads no clock, no zone and no dice", () => {
  test.each([
    ["Date.now();", "no-restricted-properties"],
    ["Math.random();", "no-restricted-properties"],
    ["new Date();", "no-restricted-syntax"],
    ["new Date;", "no-restricted-syntax"],
    ["new Date(2026, 10, 22);", "no-restricted-syntax"],
    ["Date();", "no-restricted-syntax"],
    ["export const f = (d) => d.getDay();", "no-restricted-syntax"],
    ["performance.now();", "no-restricted-globals"],
    ["crypto.randomUUID();", "no-restricted-globals"],
    ["setTimeout(() => {}, 1);", "no-restricted-globals"],
  ])("%s", async (text, rule) => {
    expect(await complaints(withoutTypes, "src/core/a.ts", text)).toContain(rule);
  });

  test("but it may turn a number into a day", async () => {
    expect(await complaints(withoutTypes, "src/core/a.ts", "new Date(0).toISOString();")).toEqual([]);
  });

  test("and the platform, whose business it is, may ask", async () => {
    expect(await complaints(withoutTypes, "src/platform/a.ts", "export const now = () => Date.now();")).toEqual([]);
  });
});

describe("with types", () => {
  test("a promise that nobody waits for is an error", async () => {
    const text = "const save = async (): Promise<void> => {};\nsave();\n";
    expect(await complaints(withTypes, "src/core/result.ts", text)).toContain(
      "@typescript-eslint/no-floating-promises",
    );
  });

  test("so is any, and a switch that forgets a member", async () => {
    const text = [
      "export const a: any = 1;",
      'export const f = (kind: "draft" | "waiting"): void => {',
      '  switch (kind) { case "draft": break; }',
      "};",
    ].join("\n");
    expect(await complaints(withTypes, "src/core/result.ts", text)).toEqual(
      expect.arrayContaining(["@typescript-eslint/no-explicit-any", "@typescript-eslint/switch-exhaustiveness-check"]),
    );
  });

  test("so is a disabled rule that nothing needs", async () => {
    const text = "// eslint-disable-next-line eqeqeq -- not needed\nexport const a = 1;\n";
    expect(await complaints(withTypes, "src/core/result.ts", text)).toEqual([
      expect.stringContaining("Unused eslint-disable directive"),
    ]);
  });

  test("and a hook that is called by chance", async () => {
    const text =
      'import { useState } from "react";\nexport const A = (p: { b: boolean }) => { if (p.b) useState(1); return null; };';
    expect(await complaints(withoutTypes, "src/ui/app/a.tsx", text)).toContain("react-hooks/rules-of-hooks");
  });
});
