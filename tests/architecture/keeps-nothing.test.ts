import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
/** So far after its name a control has said what the browser may keep of it. */
const BEGINNING = 160;

const controls = readdirSync(join(root, "src/ui"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .flatMap((file) => {
    const source = readFileSync(join(root, "src/ui", file), "utf8");
    return [...source.matchAll(/<(input|textarea|select)\s/g)].map(({ 1: kind, index }) => ({
      file,
      kind,
      beginning: source.slice(index, index + BEGINNING),
    }));
  });

test("HAZ-25 every control tells the browser to keep nothing of it for bringing tabs back", () => {
  expect(controls.length).toBeGreaterThan(5);
  const keeping = controls.filter(({ kind, beginning }) =>
    kind === "input" ? !/autoComplete=/.test(beginning) : !beginning.includes("form={KEEPS_NOTHING}"),
  );
  expect(keeping).toEqual([]);
  expect(readFileSync(join(root, "index.html"), "utf8")).toContain(
    '<form id="keeps-nothing" autocomplete="off" hidden>',
  );
});
