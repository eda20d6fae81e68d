import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runValidate } from "../../../src/cli/commands/run-validate";
import { put } from "../../support/changed";
import { collectingTerminal } from "../../support/collecting-terminal";

const NEEDED = ["nd-profile", "worth-knowing", "moving-on", "where-it-goes"];

let root = "";
const file = (name: string): string => join(root, name);
const [STRUCTURE, WORDS, GOLDEN] = [
  "where-it-goes/v1/structure.json",
  "where-it-goes/v1/en-GB.json",
  "worth-knowing/v1/golden.json",
];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "validate-where-"));
  for (const id of NEEDED) cpSync(join("questionnaires", id), file(id), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const run = (...argv: readonly string[]) => {
  const terminal = collectingTerminal();
  return { exit: runValidate(argv, terminal), ...terminal.written };
};
/** Changes a file the way somebody's hand would slip. */
const slip = (name: string, path: string, value: unknown): void => {
  writeFileSync(file(name), JSON.stringify(put(JSON.parse(readFileSync(file(name), "utf8")), path, value)));
};

test.each(["worth-knowing", "moving-on", "where-it-goes"])("every shipped file of %s is ok", (id) => {
  const files = [...(id === "where-it-goes" ? [] : ["golden"]), "structure", "en-GB"];
  const checked = run(...files.map((name) => `questionnaires/${id}/v1/${name}.json`));
  expect([checked.exit, checked.err]).toEqual([0, ""]);
});

describe("a fault is named with its file, its place and the reason:", () => {
  test.each<[name: string, path: string, value: unknown, says: string]>([
    [
      STRUCTURE,
      "entries/0/places/0/strand",
      "talking",
      'entries/0/places/0/strand: "nd-profile" has no strand "talking"',
    ],
    [STRUCTURE, "entries/0/places/0", { in: "worth-knowing", page: "talking" }, 'has no page "talking" that is known'],
    [STRUCTURE, "into/worth-knowing", 2, 'has no page "hearing" that is known'],
    [STRUCTURE, "id", "index", 'id: "index" stands in the folder "where-it-goes"'],
    [
      WORDS,
      "entries/tics/word",
      "Toilet",
      'entries/toilet/word: the word "toilet" is given twice; first at entries/tics/word',
    ],
    [WORDS, "entries/tics/alsoTyped/0", "tics", 'entries/tics/alsoTyped/0: the word "tics" is given twice'],
    [WORDS, "language", "cy", 'language: "cy" is not what the file is named after'],
    [GOLDEN, "0/expect/visible/0", "hearing.ghost", "0/expect/visible: worked by hand"],
  ])("%s: %s", (name, path, value, says) => {
    slip(name, path, value);
    const { exit, out, err } = run(file(name));
    expect([exit, out]).toEqual([1, ""]);
    expect(err).toContain(`${file(name)}: `);
    expect(err).toContain(says);
  });
});
