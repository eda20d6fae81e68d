import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { areaFilesFrom } from "#server/area-files/area-files";
import { readAreaFolder } from "#server/area-files/read-area-folder";
import structure from "../../practice/questionnaires/getting-about/v1/structure.json";
import words from "../../practice/questionnaires/getting-about/v1/en-GB.json";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "strandline-area-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const write = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const writeGood = (): void => {
  write("questionnaires/getting-about/v1/structure.json", JSON.stringify(structure));
  write("questionnaires/getting-about/v1/en-GB.json", JSON.stringify(words));
};
const read = () => {
  const { contentByPath, faults } = readAreaFolder(folder);
  const from = areaFilesFrom(contentByPath, new Set());
  return { ids: from.files.questionnaires.map(({ name }) => name.id), faults: [...faults, ...from.faults] };
};

test("an area adds a questionnaire as files in its folder", () => {
  writeGood();
  expect(read()).toEqual({ ids: ["getting-about"], faults: [] });
});

test("no folder is nothing added", () => {
  expect(readAreaFolder(join(folder, "not-there"))).toEqual({ contentByPath: {}, faults: [] });
});

describe("bad input is refused in place, and the other questionnaires are used", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  test.each<[string, string | Uint8Array, RegExp]>([
    ["ten megabytes", " ".repeat(10 * 1_048_576), /larger than 2 MB/],
    ["a hundred thousand levels", deep, /levels/],
    ["__proto__ as a name", '{"__proto__": {}}', /__proto__/],
    ["a byte order mark", "\ufeff{}", /byte order mark/],
    ["no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), /UTF-8/],
    ["half a character", '{"title": "\\ud800"}', /character/],
    ["NaN", '{"version": NaN}', /./],
    ["nothing at all", "", /empty/],
  ])("%s", (_, content, reason) => {
    writeGood();
    write("questionnaires/broken/v1/structure.json", content);
    write("questionnaires/broken/v1/en-GB.json", JSON.stringify(words));
    const { ids, faults } = read();
    expect(ids).toEqual(["getting-about"]);
    expect(faults).toContainEqual(
      expect.objectContaining({
        file: "questionnaires/broken/v1/structure.json",
        reason: expect.stringMatching(reason) as unknown,
      }),
    );
  });
});

test("a link out of the folder is not followed", () => {
  write("elsewhere.json", JSON.stringify(structure));
  mkdirSync(join(folder, "questionnaires/getting-about/v1"), { recursive: true });
  symlinkSync(join(folder, "elsewhere.json"), join(folder, "questionnaires/getting-about/v1/structure.json"));
  expect(read()).toEqual({ ids: [], faults: [] });
});

test("what is no file at all, and a folder with an odd name, hold up neither the start nor the others", () => {
  writeGood();
  mkdirSync(join(folder, "questionnaires/a-folder/v1/structure.json"), { recursive: true });
  mkdirSync(join(folder, "questionnaires/a-pipe/v1"), { recursive: true });
  execFileSync("mkfifo", [join(folder, "questionnaires/a-pipe/v1/structure.json")]);
  write("questionnaires/__proto__/v1/structure.json", JSON.stringify(structure));
  write("questionnaires/constructor/v1/structure.json", JSON.stringify({ ...structure, id: "constructor" }));
  write("questionnaires/constructor/v1/en-GB.json", JSON.stringify(words));
  mkdirSync(join(folder, "withdrawn.json"));
  const { ids, faults } = read();
  expect(ids).toEqual(["getting-about"]);
  expect(new Set(faults.map(({ file }) => file))).toEqual(
    new Set(["questionnaires/__proto__/v1/structure.json", "questionnaires/constructor/v1/structure.json"]),
  );
});

test("HAZ-16 what is withdrawn is read from withdrawn.json, and what is wrong there is said with its place", () => {
  const withdrawn = [{ id: "about-me", version: 1, useInstead: "about-me/v2" }];
  write("withdrawn.json", JSON.stringify(withdrawn));
  expect(areaFilesFrom(readAreaFolder(folder).contentByPath, new Set()).files.withdrawn).toEqual(withdrawn);
  write("withdrawn.json", JSON.stringify([{ id: "about-me", version: "one", useInstead: "" }]));
  expect(read().faults).toEqual([expect.objectContaining({ file: "withdrawn.json", path: "0/version" })]);
});
