import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { JSON_LIMITS } from "#core/json/read-json";
import { runScore } from "../../../src/cli/commands/run-score";
import { collectingTerminal } from "../../support/collecting-terminal";

const STRUCTURE = "questionnaires/nd-profile/v1/structure.json";
const WORDS = "she cried all night";
const prompts = ["starting", "finishing", "shifting", "waiting", "pausing", "organising"];

let folder = "";
let count = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "score-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const fileHolding = (content: string | Uint8Array): string => {
  const file = join(folder, `${(count += 1)}.json`);
  writeFileSync(file, content);
  return file;
};
const answersFile = (change: Readonly<Record<string, unknown>> = {}): string =>
  fileHolding(JSON.stringify({ youngPerson: "child", ageYears: 8, band: "primary", voices: [], ...change }));
const voice = (change: Readonly<Record<string, unknown>>) => ({ person: "child", strand: "attention", ...change });

const run = (...argv: readonly string[]) => {
  const terminal = collectingTerminal();
  return { exit: runScore(argv, terminal), ...terminal.written };
};
const linesFor = (answers: string): readonly string[] => {
  const { exit, out, err } = run(STRUCTURE, answers);
  expect([exit, out]).toEqual([1, ""]);
  return err
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(`${answers}: `, ""));
};

describe("score", () => {
  test("prints what follows from the answers as JSON, and nothing else", () => {
    const answers = Object.fromEntries(
      prompts.map((id) => [`attention.primary.${id}`, { kind: "answered", choice: "often", points: 3 }]),
    );
    const { exit, out, err } = run(STRUCTURE, answersFile({ voices: [voice({ mark: { position: 30 }, answers })] }));
    expect([exit, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({
      suggestions: [{ person: "child", strand: "attention", position: 75 }],
      offer: { kind: "strands", strandIds: ["attention"] },
    });
    expect(out.endsWith("}\n")).toBe(true);
  });

  test.each([[[]], [["one.json"]], [["one.json", "two.json", "three.json"]]])(
    "called with %j says how it is called",
    (argv) => {
      expect(run(...argv)).toEqual({ exit: 2, out: "", err: "usage: score <structure.json> <answers.json>\n" });
    },
  );
});

describe("a file that cannot be read is named, with the reason", () => {
  test("one that is not there", () => {
    const missing = join(folder, "missing.json");
    expect(linesFor(missing)).toEqual(["whole file: there is no such file"]);
    expect(linesFor(join(STRUCTURE, "x"))).toEqual(["whole file: there is no such file"]);
  });

  test("a folder", () => {
    const inside = join(folder, "a-folder");
    mkdirSync(inside);
    expect(linesFor(inside)).toEqual(["whole file: this is not a file"]);
  });

  test("an empty one, one that is not JSON, one that stops in the middle", () => {
    expect(linesFor(fileHolding(""))).toEqual(["whole file: this file is empty"]);
    expect(linesFor(fileHolding("{"))).toEqual([expect.stringMatching(/^whole file: this is not JSON/)]);
    expect(linesFor(fileHolding('{"a": 1,}'))).toEqual([expect.stringMatching(/^whole file: this is not JSON/)]);
  });

  test("one with a byte order mark, or in another encoding", () => {
    const withMark = "whole file: this file starts with a byte order mark; save it as UTF-8 without one";
    expect(linesFor(fileHolding("\ufeff{}"))).toEqual([withMark]);
    expect(linesFor(fileHolding(Buffer.from("\ufeff{}", "utf16le")))).toEqual([withMark]);
    expect(linesFor(fileHolding(Buffer.from([0x22, 0xe9, 0x22])))).toEqual([
      "whole file: this file is not UTF-8, from byte 1 on",
    ]);
  });

  test("one over 2 MB; exactly 2 MB is read", () => {
    const json = JSON.stringify({ youngPerson: "child", ageYears: 8, band: "primary", voices: [] });
    expect(run(STRUCTURE, fileHolding(json.padEnd(JSON_LIMITS.bytes))).exit).toBe(0);
    expect(linesFor(fileHolding(json.padEnd(JSON_LIMITS.bytes + 1)))).toEqual(["whole file: this is larger than 2 MB"]);
  });

  test("both files, when both are wrong", () => {
    const [structure, answers] = [fileHolding("{"), fileHolding("")];
    const lines = run(structure, answers).err.trimEnd().split("\n");
    expect(lines.map((line) => line.split(":")[0])).toEqual([structure, answers]);
  });

  test("a structure that is malformed", () => {
    const structure = fileHolding(JSON.stringify({ format: 2 }));
    const { exit, err } = run(structure, answersFile());
    expect(exit).toBe(1);
    expect(err).toContain(`${structure}: format: `);
    expect(err).toContain(`${structure}: strands: `);
  });
});

describe("answers that do not fit are refused with their place", () => {
  test.each([
    ["no young person", { youngPerson: undefined }, "youngPerson: "],
    ["an age that is none", { ageYears: 26 }, "ageYears: "],
    ["a place off the line", { voices: [voice({ mark: { position: 101 } })] }, "voices/0/mark/position: "],
    [
      "a word for a place",
      { voices: [voice({ mark: "middle" })] },
      'voices/0/mark: use "none", "passed", "too-early", or',
    ],
    ["half a place", { voices: [voice({ mark: { position: 50.5 } })] }, "voices/0/mark: "],
    ["an unknown strand", { voices: [voice({ strand: "sleep" })] }, 'voices/0/strand: "sleep" is no strand'],
    ["an unknown field", { voices: [voice({ points: 3 })] }, 'voices/0: nothing is known here by the name "points"'],
    [
      "a voice given twice",
      { voices: [voice({}), voice({})] },
      "voices/1: the same person is given twice on attention",
    ],
    [
      "an agreed mark given twice",
      { agreed: [1, 2].map((n) => ({ strand: "motor", mark: { position: n } })) },
      "agreed/1: the mark placed together is given twice on motor",
    ],
    ["a person called agreed", { voices: [voice({ person: "agreed" })] }, "voices/0/person: "],
    [
      "an unknown strand last time",
      { lastTime: { band: "primary", voices: [voice({ strand: "sleep" })] } },
      "lastTime/voices/0/strand: ",
    ],
  ])("%s", (_, change, line) => {
    expect(linesFor(answersFile(change))).toEqual([expect.stringContaining(line)]);
  });

  const answering = (promptId: string, answer: unknown) =>
    answersFile({ voices: [voice({ answers: { [promptId]: answer } })] });
  const PROMPT = "attention.primary.starting";

  test.each([
    ["a prompt of another strand", "motor.primary.hands", { kind: "does-not-apply" }, "names no prompt of attention"],
    ["an unknown choice", PROMPT, { kind: "answered", choice: "always", points: 4 }, "/choice: this is no choice"],
    [
      "points that are not the choice's",
      PROMPT,
      { kind: "answered", choice: "often", points: 4 },
      '/points: "often" is worth 3, not 4',
    ],
    [
      "HAZ-04 not yet, at school age",
      PROMPT,
      { kind: "answered", choice: "not-yet", points: 0 },
      '/choice: "not-yet" is for skills under',
    ],
    ["HAZ-04 missing without a reason", PROMPT, { kind: "missing" }, "/why: "],
    ["HAZ-04 nothing at all", PROMPT, null, `voices/0/answers/${PROMPT}: `],
  ])("%s", (_, promptId, answer, line) => {
    expect(linesFor(answering(promptId, answer))).toEqual([expect.stringContaining(line)]);
  });

  test("all at once", () => {
    expect(linesFor(answersFile({ voices: [voice({ strand: "sleep" }), voice({ strand: "meals" })] }))).toHaveLength(2);
  });
});

describe("a questionnaire with words for one age alone", () => {
  const forPrimary = (): string => {
    const structure = JSON.parse(readFileSync(STRUCTURE, "utf8")) as {
      readonly strands: readonly { readonly prompts: readonly { readonly bands: readonly string[] }[] }[];
    };
    const strands = structure.strands.map((strand) => ({
      ...strand,
      prompts: strand.prompts.filter(({ bands }) => bands.includes("primary")),
    }));
    return fileHolding(JSON.stringify({ ...structure, bands: ["primary"], strands }));
  };

  test.each([
    ["for the conversation", { band: "secondary" }, 'band: "secondary" is not one of'],
    ["for one strand", { bandByStrand: { motor: "under-2" } }, 'bandByStrand/motor: "under-2" is not one of'],
    [
      "beside a mark",
      { voices: [voice({ mark: { position: 5, band: "under-2" } })] },
      'voices/0/mark/band: "under-2" is not one of',
    ],
    [
      "beside the mark together",
      { agreed: [{ strand: "motor", mark: { position: 5, band: "under-2" } }] },
      'agreed/0/mark/band: "under-2" is not one of',
    ],
  ])("refuses another %s", (_, change, line) => {
    const { exit, err } = run(forPrimary(), answersFile(change));
    expect(exit).toBe(1);
    expect(err).toContain(line);
  });

  test("takes a conversation of last time for any age", () => {
    const lastTime = { band: "early-years", voices: [voice({ mark: { position: 20, band: "under-2" } })] };
    expect(run(forPrimary(), answersFile({ lastTime }))).toMatchObject({ exit: 0, err: "" });
  });
});

describe("nothing that a person said is repeated", () => {
  const broken = (change: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({ youngPerson: "child", ageYears: 8, band: "primary", voices: [], ...change });
  const choice = WORDS.replaceAll(" ", "-");

  test.each([
    ["as text that is not JSON", WORDS],
    ["inside broken JSON", `{"youngPerson": "${WORDS}" "x"}`],
    ["as a value", broken({ youngPerson: WORDS })],
    ["as a field's name", broken({ [WORDS]: 1 })],
    ["as a prompt's name", broken({ voices: [voice({ answers: { [WORDS]: {} } })] })],
    [
      "as a choice",
      broken({
        voices: [voice({ answers: { "attention.primary.starting": { kind: "answered", choice, points: 1 } } })],
      }),
    ],
    ["as a mark", broken({ voices: [voice({ mark: WORDS })] })],
  ])("%s", (_, content) => {
    const { exit, out, err } = run(STRUCTURE, fileHolding(content));
    expect([exit, out]).toEqual([1, ""]);
    expect(err).not.toMatch(/cried|night/);
    expect(err).not.toBe("");
  });
});
