import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runValidate } from "../../../src/cli/commands/run-validate";
import { put, take } from "../../support/changed";
import { collectingTerminal } from "../../support/collecting-terminal";
import { eveningsStructure, eveningsWording } from "../../support/made-up-questionnaire";

const FOREIGN = "tests/unit/core/questionnaire/from-fhir/fixtures";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "kinds-"));
  mkdirSync(join(root, "evenings/v1"), { recursive: true });
  write("evenings/v1/structure.json", eveningsStructure);
  write("evenings/v1/en-GB.json", eveningsWording);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});
const file = (name: string): string => join(root, name);
const write = (name: string, content: unknown): string => {
  writeFileSync(file(name), typeof content === "string" ? content : JSON.stringify(content));
  return file(name);
};
const run = (...argv: readonly string[]) => {
  const terminal = collectingTerminal();
  return { exit: runValidate(argv, terminal), ...terminal.written };
};
const STRUCTURE = "evenings/v1/structure.json";
const WORDS = "evenings/v1/en-GB.json";

describe("a questionnaire of pages", () => {
  test("is checked with the words in every language beside it", () => {
    write("evenings/v1/cy.json", { ...eveningsWording, language: "cy" });
    expect(run(file(STRUCTURE))).toEqual({
      exit: 0,
      out: `${file(STRUCTURE)}: ok, evenings version 1, 2 pages, words in cy, en-GB\n`,
      err: "",
    });
    expect(run(file(WORDS)).out).toBe(`${file(WORDS)}: ok, words in en-GB\n`);
  });

  test("is known by its pages, whatever it is called, and is not taken for its own words", () => {
    write("evenings/v1/en.json", eveningsStructure);
    rmSync(file(STRUCTURE));
    expect(run(file("evenings/v1/en.json")).out).toContain("ok, evenings version 1, 2 pages, words in en-GB");
  });

  test("is refused without any words", () => {
    rmSync(file(WORDS));
    expect(run(file(STRUCTURE))).toMatchObject({
      exit: 1,
      err: `${file(STRUCTURE)}: whole file: no words lie beside it, such as en-GB.json\n`,
    });
  });

  test("is refused with every fault in the structure and in each language, each once and in its own file", () => {
    write(STRUCTURE, put(put(eveningsStructure, "licence", ""), "pages/0/items/4/showWhen/item", "wakes"));
    write("evenings/v1/cy.json", { ...eveningsWording, language: "gd" });
    write(WORDS, take(eveningsWording, "items/since"));
    expect(run(file(STRUCTURE)).err.trim().split("\n")).toEqual([
      `${file(STRUCTURE)}: licence: say under which licence the words may be used`,
      `${file(STRUCTURE)}: pages/0/items/4/showWhen/item: there is no item "wakes"`,
      `${file("evenings/v1/cy.json")}: language: this is not the language that the file is named after`,
      `${file(WORDS)}: items/since: the words for "since" are missing`,
    ]);
  });

  test("is refused in a folder that says something else", () => {
    mkdirSync(file("mornings/v2"), { recursive: true });
    write("mornings/v2/structure.json", eveningsStructure);
    write("mornings/v2/en-GB.json", eveningsWording);
    const { err } = run(file("mornings/v2/structure.json"));
    expect(err).toContain('id: "evenings" stands in the folder "mornings"');
    expect(err).toContain('version: 1 stands in the folder "v2"');
  });

  test.each([
    ['{"pages": [], "pages": []}', "pages: this name is given twice"],
    ['{"format": 1, "__proto__": {"pages": []}}', '…: "__proto__" cannot be a name'],
    ['{"format": NaN}', "whole file: this is not JSON: line 1, character 12: NaN and Infinity are no numbers in JSON"],
    ["\ufeff{}", "whole file: this file starts with a byte order mark"],
    [String.raw`{"pages": [{"id": "\ud800"}]}`, "pages/0/id: this text holds half of a character"],
    ["[".repeat(100_000), "whole file: this goes more than 64 levels deep"],
    [" ".repeat(10 * 1_048_576), "whole file: this is larger than 2 MB"],
  ])("is refused as a file: %.40j", (content, reason) => {
    const { exit, err } = run(write(STRUCTURE, content));
    expect(exit).toBe(1);
    expect(err).toContain(`${file(STRUCTURE)}: ${reason}`);
  });

  test("has no golden cases: those are for lines", () => {
    expect(run(write("evenings/v1/golden.json", [])).exit).toBe(1);
  });
});

describe("a profile as a file", () => {
  const example = (): unknown => {
    const section = readFileSync("docs/formats.md", "utf8").split("## A profile as a file")[1] ?? "";
    return JSON.parse(/```json\n([\s\S]*?)```/.exec(section)?.[1] ?? "");
  };

  test("is ok, whatever it is called", () => {
    const exported = write("Robin.json", example());
    expect(run(exported)).toEqual({
      exit: 0,
      out: `${exported}: ok, a profile made with nd-profile version 1, with its plan, made up, for practice\n`,
      err: "",
    });
  });

  test("is refused with the place, down to the section, and without a word of what was said", () => {
    const sections = "profile/body/sections";
    const wrong = example() as { profile: { body: { sections: Record<string, Record<string, unknown>> } } };
    const voice = "voice/energy/019ac000-0000-7000-8000-00000000000b";
    wrong.profile.body.sections[voice] = {
      ...wrong.profile.body.sections[voice],
      mark: { kind: "placed", position: 101 },
    };
    wrong.profile.body.sections["page/evenings/at-home/019ac000-0000-7000-8000-00000000000b"] = { answers: {} };
    const { exit, err } = run(write("profile.json", wrong));
    expect(exit).toBe(1);
    expect(err).toContain(`${sections}/${voice}/mark/position: `);
    expect(err).toContain(`${sections}/page/evenings/at-home/019ac000-0000-7000-8000-00000000000b/instrument: `);
    expect(err).not.toMatch(/Trains|breakfast|Robin/);
  });
});

describe("a FHIR Questionnaire", () => {
  test("is ok where it can be imported, and says what would be left out", () => {
    const foreign = join(FOREIGN, "sleep-diary.json");
    expect(run(foreign).out).toBe(`${foreign}: ok, can be imported as sleep-diary; nothing is left out\n`);
    const { exit, out } = run(join(FOREIGN, "clubs.json"));
    expect(exit).toBe(0);
    expect(out).toContain("left out:\n  contained: value sets");
  });

  test("is refused at its place, and without a licence", () => {
    const foreign = join(FOREIGN, "broken/no-licence.json");
    expect(run(foreign)).toMatchObject({
      exit: 1,
      err: `${foreign}: copyright: say under which licence these words may be used: here, or with --licence\n`,
    });
    expect(run(foreign, "--licence", "By letter, 2026").exit).toBe(0);
    expect(run(join(FOREIGN, "broken/another-resource.json")).err).toContain("resourceType: this is no Questionnaire");
  });
});
