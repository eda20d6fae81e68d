import { describe, expect, test } from "vitest";
import { JSON_LIMITS, readJson } from "#core/json/read-json";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readJson(bytes(text));
const faultsOf = (input: Uint8Array | string): readonly string[] => {
  const result = readJson(typeof input === "string" ? bytes(input) : input);
  return result.ok ? [] : result.error.map(({ path, reason }) => `${path}: ${reason}`);
};

test("what is well written is read as it stands", () => {
  const value = { a: [1, -2.5e3, true, false, null, 'ü "😀" \n'], b: {}, c: [] };
  expect(read(JSON.stringify(value, null, 2))).toEqual({ ok: true, value });
});

describe("a file is refused with the place and the reason", () => {
  test.each([
    ["", "this file is empty"],
    ["  ", "this is not JSON: line 1, character 3: it stops in the middle"],
    ["{", "this is not JSON: line 1, character 2: a text in double quotes is missing"],
    ['{"a": 1,}', "this is not JSON: line 1, character 9: a text in double quotes is missing"],
    ["[1, 2,]", "this is not JSON: line 1, character 7: a comma with nothing after it"],
    ['{\n  "a": NaN\n}', "this is not JSON: line 2, character 8: NaN and Infinity are no numbers in JSON"],
    ["[-Infinity]", "this is not JSON: line 1, character 2: NaN and Infinity are no numbers in JSON"],
    ["// words\n{}", "this is not JSON: line 1, character 1: there are no comments in JSON"],
    ["{} {}", "this is not JSON: line 1, character 4: something stands after the end"],
    ['{"a" 1}', 'this is not JSON: line 1, character 6: ":" is missing'],
    ['["a\nb"]', "this is not JSON: line 1, character 4: a text does not end, or holds a line break"],
    [String.raw`["\x"]`, "this is not JSON: line 1, character 3: a backslash stands before nothing"],
    ["[01]", 'this is not JSON: line 1, character 3: "]" is missing'],
    ["'a'", "this is not JSON: line 1, character 1: a value is missing"],
  ])("%j", (text, reason) => {
    expect(faultsOf(text)).toEqual([expect.stringContaining(`: ${reason}`)]);
  });

  test("a byte order mark of any kind", () => {
    const reason = ": this file starts with a byte order mark; save it as UTF-8 without one";
    expect(faultsOf("\ufeff{}")).toEqual([reason]);
    expect(faultsOf(new Uint8Array([0xff, 0xfe, 0x7b, 0]))).toEqual([reason]);
    expect(faultsOf(new Uint8Array([0xfe, 0xff, 0, 0x7b]))).toEqual([reason]);
  });

  test.each([
    ["Latin-1", [0x22, 0xe9, 0x22], 1],
    ["an overlong slash", [0x22, 0xc0, 0xaf, 0x22], 1],
    ["a surrogate", [0x22, 0xed, 0xa0, 0x80, 0x22], 1],
    ["past the last character", [0x22, 0x20, 0xf4, 0x90, 0x80, 0x80, 0x22], 2],
    ["cut off", [0x22, 0xe2, 0x82], 1],
  ])("bytes that are not UTF-8: %s", (_, raw, byte) => {
    expect(faultsOf(new Uint8Array(raw))).toEqual([`: this file is not UTF-8, from byte ${byte} on`]);
  });

  test("one byte over 2 MB; exactly 2 MB is read", () => {
    expect(read("{}".padEnd(JSON_LIMITS.bytes)).ok).toBe(true);
    expect(faultsOf("{}".padEnd(JSON_LIMITS.bytes + 1))).toEqual([": this is larger than 2 MB"]);
  });

  test("levels: 64 below the first are read, 65 and 100,000 are not", () => {
    const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
    expect(read(nested(65)).ok).toBe(true);
    expect(faultsOf(nested(66))).toEqual([": this goes more than 64 levels deep"]);
    expect(faultsOf(nested(100_000))).toEqual([": this goes more than 64 levels deep"]);
    expect(faultsOf('{"a":'.repeat(100_000))).toEqual([": this goes more than 64 levels deep"]);
  });

  test("more values than anybody writes", () => {
    expect(faultsOf(`[${"0,".repeat(JSON_LIMITS.values)}0]`)).toEqual([": this holds more than 200000 values"]);
  });
});

describe("what JSON.parse lets pass is refused, every fault at its place", () => {
  test("names that mean something to JavaScript, names given twice, half characters, numbers beyond numbers", () => {
    const text = String.raw`{
      "a": { "__proto__": { "admin": true }, "constructor": 1 },
      "b": [0, { "same": 1, "same": 2 }],
      "c": "\ud800",
      "d": [1e999, -1e999],
      "\udc00": 1
    }`;
    expect(faultsOf(text)).toEqual([
      'a/…: "__proto__" cannot be a name: it means something to the program that reads it',
      'a/constructor: "constructor" cannot be a name: it means something to the program that reads it',
      "b/1/same: this name is given twice",
      "c: this text holds half of a character (a lone surrogate)",
      "d/0: this number is too large for any number",
      "d/1: this number is too large for any number",
      "…: this name holds half of a character (a lone surrogate)",
    ]);
  });

  test("also where such a name is written with escapes, and nothing else is changed by it", () => {
    expect(faultsOf(String.raw`{"\u005f_proto__": {"polluted": 1}}`)).toHaveLength(1);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test("a whole character in two halves is well", () => {
    expect(read(String.raw`["\ud83d\ude00"]`)).toEqual({ ok: true, value: ["😀"] });
  });

  test("nothing of what the file holds is repeated: a name that may be somebody's words is not", () => {
    expect(faultsOf('{"She said no": 1, "She said no": 2}')).toEqual(["…: this name is given twice"]);
  });
});
