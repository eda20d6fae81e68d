import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const log = readFileSync("docs/assurance/hazards.md", "utf8");
const rows = [...log.matchAll(/^\| (HAZ-\d\d) \|.*\| ([a-z ]+) \|$/gm)].map(([, id = "", state = ""]) => ({
  id,
  state,
}));

const testFiles = readdirSync("tests", { recursive: true, encoding: "utf8" }).filter((file) =>
  /\.test\.tsx?$/.test(file),
);
const idsNamedBy = (files: readonly string[]): ReadonlySet<string> =>
  new Set(files.flatMap((file) => readFileSync(join("tests", file), "utf8").match(/HAZ-\d\d/g) ?? []));
const named = idsNamedBy(testFiles.filter((file) => !file.includes("hazards.test")));

test("the hazard log has each id once, in order", () => {
  expect(rows.map(({ id }) => id)).toEqual(rows.map((_, index) => `HAZ-${String(index + 1).padStart(2, "0")}`));
  expect(rows.length).toBeGreaterThanOrEqual(22);
});

test("every hazard said to be controlled by a test has a test that carries its id", () => {
  expect(rows.filter(({ id, state }) => state === "controlled by test" && !named.has(id))).toEqual([]);
});

test("every id that a test carries is in the log, and is said to be controlled", () => {
  const controlled = new Set(rows.filter(({ state }) => state === "controlled by test").map(({ id }) => id));
  expect([...named].filter((id) => !controlled.has(id))).toEqual([]);
});
