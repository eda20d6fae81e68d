import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { controlsIn, FORM_THAT_KEEPS_NOTHING, isKept } from "../support/keeps-nothing";

const root = join(import.meta.dirname, "../..");

const controls = readdirSync(join(root, "src/ui"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .flatMap((file) =>
    controlsIn(readFileSync(join(root, "src/ui", file), "utf8")).map((control) => ({ file, ...control })),
  );

test("HAZ-25 every control tells the browser to keep nothing of it for bringing tabs back", () => {
  expect(controls.length).toBeGreaterThan(5);
  expect(controls.filter(isKept)).toEqual([]);
  expect(readFileSync(join(root, "index.html"), "utf8")).toContain(FORM_THAT_KEEPS_NOTHING);
});

test.each([
  [
    "a text area without the form that keeps nothing",
    "components/form/text-field.tsx",
    "        form={KEEPS_NOTHING}\n        dir",
  ],
  ["a list without it", "components/form/text-field.tsx", "        form={KEEPS_NOTHING}\n        {...select}"],
  [
    "a line of text that does not say off",
    "components/form/text-field.tsx",
    '        autoComplete="off"\n        {...input}',
  ],
  ["a choice that does not say off", "components/form/choice-group.tsx", 'autoComplete="off" '],
])("a bug that is seeded is caught: %s", (_, file, away) => {
  const source = readFileSync(join(root, "src/ui", file), "utf8");
  expect(source.split(away)).toHaveLength(2);
  const kept = away.includes("{...") ? away.slice(away.indexOf("{...")) : away.endsWith("dir") ? "dir" : "";
  expect(controlsIn(source.replace(away, () => kept)).filter(isKept)).toHaveLength(1);
});
