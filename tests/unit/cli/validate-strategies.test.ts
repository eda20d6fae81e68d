import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runValidate } from "../../../src/cli/commands/run-validate";
import { collectingTerminal } from "../../support/collecting-terminal";

const SHIPPED = "questionnaires/strategies/v1";

let root = "";
const file = (name: string): string => join(root, "strategies", "v1", name);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "validate-strategies-"));
  cpSync("questionnaires/strategies", join(root, "strategies"), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const run = (...argv: readonly string[]) => {
  const terminal = collectingTerminal();
  return { exit: runValidate(argv, terminal), ...terminal.written };
};
type Content = Record<string, Record<string, unknown>>;
/** Changes a file the way somebody's hand would slip. */
const change = (name: string, slip: (content: Content) => void): void => {
  const content = JSON.parse(readFileSync(file(name), "utf8")) as Content;
  slip(content);
  writeFileSync(file(name), JSON.stringify(content));
};

test.each([
  ["structure.json", "strategies version 1, 288 strategies"],
  ["en-GB.json", "words in en-GB for 288 strategies"],
])("the shipped %s is ok", (name, found) => {
  const path = join(SHIPPED, name);
  expect(run(path)).toEqual({ exit: 0, out: `${path}: ok, ${found}\n`, err: "" });
});

describe("a fault is named with its file, its place and the reason", () => {
  const first = "communication.home.copy-their-sounds";
  const slips: readonly (readonly [string, string, (content: Content) => void, string])[] = [
    [
      "a strand that is not known",
      "structure.json",
      (c) => Object.assign(c["strategies"]![0] as object, { strand: "moods" }),
      "strategies/0/strand: ",
    ],
    [
      "a place that is not known",
      "structure.json",
      (c) => Object.assign(c["strategies"]![0] as object, { setting: "shop" }),
      "strategies/0/setting: ",
    ],
    [
      "an id used twice",
      "structure.json",
      (c) => Object.assign(c["strategies"]![1] as object, { id: first }),
      "strategies/1/id: the id ",
    ],
    [
      "another folder's version",
      "structure.json",
      (c) => Object.assign(c, { version: 2 }),
      'version: 2 stands in the folder "v1"',
    ],
    [
      "words that are missing",
      "en-GB.json",
      (c) => Reflect.deleteProperty(c["strategies"]!, first),
      `strategies/${first}: the words for`,
    ],
    [
      "when to stop, left out",
      "en-GB.json",
      (c) => Reflect.deleteProperty(c["strategies"]![first] as object, "stopIf"),
      `strategies/${first}/stopIf: `,
    ],
    [
      "whom it is not for, left out",
      "en-GB.json",
      (c) => Reflect.deleteProperty(c["strategies"]![first] as object, "notFor"),
      `strategies/${first}/notFor: the words for "notFor" are missing`,
    ],
    [
      "another language than the file's name",
      "en-GB.json",
      (c) => Object.assign(c, { language: "ur" }),
      'language: "ur" is not what the file is named after',
    ],
  ];
  test.each(slips)("%s", (_, name, slip, fault) => {
    change(name, slip);
    const { exit, out, err } = run(file(name));
    expect([exit, out]).toEqual([1, ""]);
    expect(err).toContain(`${file(name)}: ${fault}`);
  });
});

test("words without a structure beside them say so", () => {
  rmSync(file("structure.json"));
  expect(run(file("en-GB.json"))).toMatchObject({
    exit: 1,
    err: expect.stringContaining("there is no such file") as string,
  });
});
