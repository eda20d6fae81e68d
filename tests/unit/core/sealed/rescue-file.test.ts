import { expect, test } from "vitest";
import { readRescueFile } from "#core/sealed/rescue-file";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const file = {
  kind: "strandline-rescue",
  format: 1,
  fileId: uuid(1),
  madeAt: "2026-11-23T09:00:00.000Z",
  practice: true,
  slots: {
    passphrase: { kdf: "argon2id", memoryKiB: 65_536, passes: 3, salt: "AAAAAAAAAAAAAAAAAAAAAA==", wrapped: "AAAA" },
  },
  content: "AAAA",
};
const read = (value: unknown) => readRescueFile(JSON.stringify(value));

test("a rescue file is read without being opened, and what a newer version adds to it is kept", () => {
  expect(valueOf(read({ ...file, later: 1 }))).toEqual({ ...file, later: 1 });
});

test.each([
  ["no JSON at all", "hello", "NotARescueFile"],
  ["an empty file", "", "NotARescueFile"],
  ["another kind of file", JSON.stringify({ kind: "strandline-profile" }), "NotARescueFile"],
  ["a list", "[1]", "NotARescueFile"],
  ["one whose end is missing", JSON.stringify(file).slice(0, -9), "CutShort"],
  ["one of which only the beginning is left", JSON.stringify(file).slice(0, 40), "CutShort"],
  ["one of a newer format", JSON.stringify({ ...file, format: 2, slots: 1 }), "NewerVersion"],
])("%s is told apart", (_name, text, type) => {
  expect(readRescueFile(text)).toEqual({ ok: false, error: { type } });
});

test.each([
  ["fileId", { ...file, fileId: "x" }],
  ["content", { ...file, content: "AAA" }],
  ["content", { ...file, content: "AA AA==" }],
  ["slots/passphrase/memoryKiB", slot({ memoryKiB: 99_000_000 })],
  ["slots/passphrase/passes", slot({ passes: 10_000 })],
  ["slots/passphrase/kdf", slot({ kdf: "none" })],
])("a damaged file names the place: %s", (path, value) => {
  expect(read(value)).toMatchObject({ ok: false, error: { type: "Malformed", path } });
});

function slot(change: object): object {
  return { ...file, slots: { passphrase: { ...file.slots.passphrase, ...change } } };
}

test("megabytes of content are read as they are", () => {
  expect(read({ ...file, content: "ABCD".repeat(4_000_000) }).ok).toBe(true);
});
