import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runValidate } from "../../../src/cli/commands/run-validate";
import { collectingTerminal } from "../../support/collecting-terminal";

const SHIPPED = "questionnaires/nd-profile/v1";

let root = "";
const file = (name: string): string => join(root, "nd-profile", "v1", name);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "validate-"));
  cpSync("questionnaires/nd-profile", join(root, "nd-profile"), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const run = (...argv: readonly string[]) => {
  const terminal = collectingTerminal();
  return { exit: runValidate(argv, terminal), ...terminal.written };
};
/** Writes one value at a place in a file, the way somebody's hand would slip. */
const change = (name: string, path: readonly (string | number)[], value: unknown): void => {
  const content: unknown = JSON.parse(readFileSync(file(name), "utf8"));
  const place = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], content);
  (place as Record<string | number, unknown>)[path.at(-1)!] = value;
  writeFileSync(file(name), JSON.stringify(content));
};

describe("the questionnaire that is shipped", () => {
  test.each([
    ["structure.json", "nd-profile version 1, 9 strands"],
    ["en-GB.json", "words in en-GB"],
  ])("%s is ok", (name, found) => {
    const path = join(SHIPPED, name);
    expect(run(path)).toEqual({ exit: 0, out: `${path}: ok, ${found}\n`, err: "" });
  });

  test("golden.json holds, case by case", () => {
    const { exit, out } = run(join(SHIPPED, "golden.json"));
    expect(exit).toBe(0);
    expect(Number(/ok, (\d+) cases hold/.exec(out)?.[1])).toBeGreaterThanOrEqual(18);
  });
});

describe("a fault is named with its file, its place and the reason", () => {
  test.each([
    ["structure.json", ["bands"], ["under-2", "early-years", "primary", "secondary"], "strands/0/prompts/24/bands/0: "],
    ["structure.json", ["version"], 2, 'version: 2 stands in the folder "v1"'],
    ["structure.json", ["id"], "other", 'id: "other" stands in the folder "nd-profile"'],
    ["en-GB.json", ["choices", "often"], "", "choices/often: the text is empty"],
    ["en-GB.json", ["language"], "ur", 'language: "ur" is not what the file is named after'],
    ["golden.json", [1, "expect", "offer"], { kind: "nothing" }, "1/expect/offer: worked by hand"],
    [
      "golden.json",
      [1, "expect", "rows"],
      { attention: { agreed: 3 } },
      "1/expect/rows/attention/agreed: worked by hand 3, scored nothing",
    ],
    ["golden.json", [1, "answers", "band"], "nursery", "1/answers/band: "],
    ["golden.json", [1, "name"], "nothing marked", "1/name: this name is used twice"],
    ["golden.json", [1, "sameAs"], "nothing marked", "1/sameAs: the other case is not there, or"],
    ["golden.json", [1, "sameAs"], "no such case", "1/sameAs: the other case is not there, or"],
    ["golden.json", [1, "working"], "", "1/working: "],
  ])("%s, %j", (name, path, value, line) => {
    change(name, path, value);
    const { exit, out, err } = run(file(name));
    expect([exit, out]).toEqual([1, ""]);
    expect(err).toContain(`${file(name)}: ${line}`);
  });

  test("words and cases are refused where the structure beside them is malformed, and it is that file which is named", () => {
    writeFileSync(file("structure.json"), "{}");
    for (const name of ["en-GB.json", "golden.json"]) {
      expect(run(file(name)).err).toContain(`${file("structure.json")}: format: `);
    }
  });

  test("or where there is none", () => {
    rmSync(file("structure.json"));
    expect(run(file("golden.json")).err).toBe(`${file("structure.json")}: whole file: there is no such file\n`);
  });

  test("a file with no cases proves nothing", () => {
    writeFileSync(file("golden.json"), "[]");
    expect(run(file("golden.json")).err).toContain("there are no cases");
  });

  test("a file whose name says nothing", () => {
    writeFileSync(file("answers.json"), "{}");
    expect(run(file("answers.json"))).toMatchObject({
      exit: 1,
      err: expect.stringContaining("known are: ") as string,
    });
  });
});

test("of several files the good are named as ok, and one that is refused is enough to fail", () => {
  change("en-GB.json", ["title"], "");
  const { exit, out, err } = run(file("structure.json"), file("en-GB.json"));
  expect(exit).toBe(1);
  expect(out).toContain("structure.json: ok");
  expect(err).toContain("en-GB.json: title: the text is empty");
});

test.each([[[]], [["--help"]], [["-x", "structure.json"]]])("called with %j says how it is called", (argv) => {
  expect(run(...argv)).toEqual({
    exit: 2,
    out: "",
    err: "usage: validate <file.json> … [--licence <words>]\n",
  });
});
