import { expect, test } from "vitest";
import { Released, releasedFaults } from "#core/questionnaire/released";

const hash = (letter: string): string => letter.repeat(64);
const released = Released.parse({
  format: 1,
  files: { "made-up/v1/structure.json": hash("a"), "made-up/v1/en-GB.json": hash("b") },
});

test("a released file that is as it was released is well", () => {
  expect(releasedFaults(released, (path) => released.files[path])).toEqual([]);
});

test("one that changed, and one that is gone, are named with the reason", () => {
  const now = (path: string) => (path.endsWith("structure.json") ? hash("c") : undefined);
  expect(releasedFaults(released, now)).toEqual([
    {
      path: "files/made-up/v1/structure.json",
      reason: "this was released and has changed: make a new version instead",
    },
    { path: "files/made-up/v1/en-GB.json", reason: "this was released and is not there any more" },
  ]);
});

test.each([
  { format: 1, files: { "../secrets.json": hash("a") } },
  { format: 1, files: { "made-up/v1/../../x.json": hash("a") } },
  { format: 1, files: { "made-up/v1/structure.json": "short" } },
  { format: 1, files: { "made-up/v1/structure.json": hash("A") } },
  { format: 1 },
])("%j is no list of released files", (content) => {
  expect(Released.safeParse(content).success).toBe(false);
});
