import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runImport } from "../../../src/cli/commands/run-import";
import { runValidate } from "../../../src/cli/commands/run-validate";
import { collectingTerminal } from "../../support/collecting-terminal";

const FOREIGN = "tests/unit/core/questionnaire/from-fhir/fixtures";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "import-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const run = (...argv: readonly string[]) => {
  const terminal = collectingTerminal();
  return { exit: runImport(argv, terminal), ...terminal.written };
};

test.each([
  ["sleep-diary", "sleep-diary", "en-GB"],
  ["playground", "playgroundpanel", "en"],
  ["mahlzeiten", "mahlzeiten", "de"],
  ["clubs", "clubs-and-groups", "en-GB"],
])("%s becomes files that are ok", (name, id, language) => {
  const { exit, out, err } = run(join(FOREIGN, `${name}.json`), folder);
  const made = join(folder, id, "v1");
  expect([exit, err]).toEqual([0, ""]);
  expect(out).toContain(`${made}: made from `);
  expect(readdirSync(made).sort()).toEqual([`${language}.json`, "structure.json"]);
  const terminal = collectingTerminal();
  expect([runValidate([join(made, "structure.json")], terminal), terminal.written.err]).toEqual([0, ""]);
});

test("what is left out is named", () => {
  expect(run(join(FOREIGN, "mahlzeiten.json"), folder).out).toContain(
    'left out:\n  item/3/type: the type "quantity" is not supported\n',
  );
});

test("what is there already is never written over; another version may be chosen", () => {
  const foreign = join(FOREIGN, "clubs.json");
  run(foreign, folder);
  const structure = join(folder, "clubs-and-groups/v1/structure.json");
  writeFileSync(structure, "ours");
  expect(run(foreign, folder)).toMatchObject({
    exit: 1,
    err: `${join(folder, "clubs-and-groups/v1")}: whole file: this version is there already; choose another with --as-version\n`,
  });
  expect(readFileSync(structure, "utf8")).toBe("ours");
  expect(run(foreign, folder, "--as-version", "2").exit).toBe(0);
  const second = JSON.parse(readFileSync(join(folder, "clubs-and-groups/v2/structure.json"), "utf8")) as {
    version: number;
  };
  expect(second.version).toBe(2);
});

test("nothing is made where it is refused", () => {
  const { exit, err } = run(join(FOREIGN, "broken/no-licence.json"), folder);
  expect(exit).toBe(1);
  expect(err).toContain("copyright: say under which licence");
  expect(readdirSync(folder)).toEqual([]);
  expect(run(join(FOREIGN, "broken/no-licence.json"), folder, "--licence", "By letter").exit).toBe(0);
});

test.each([[[]], [["a.json"]], [["a.json", "b", "c"]], [["a.json", "b", "--as-version", "0"]], [["--help"]]])(
  "called with %j says how it is called",
  (argv) => {
    expect(run(...argv)).toEqual({
      exit: 2,
      out: "",
      err: "usage: import <questionnaire.json> <folder> [--licence <words>] [--as-version <N>]\n",
    });
  },
);
