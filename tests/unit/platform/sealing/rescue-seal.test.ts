import { expect, test } from "vitest";
import { RescueContent } from "#core/sealed/rescue-content";
import { readRescueFile, type RescueFile } from "#core/sealed/rescue-file";
import { fromBase64, joined, toBase64 } from "#platform/sealing/bytes";
import { drawKey, rootOf } from "#platform/sealing/hkdf";
import { createRescueSeal } from "#platform/sealing/rescue-seal";
import { openBytes } from "#platform/sealing/seal-bytes";
import { quickDerive } from "../../../support/quick-derive";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const content = RescueContent.parse({
  userId: uuid(1),
  drafts: [{ id: uuid(3), version: 2, content: '{"loves":"trains and ünïcödé 🚂"}' }],
});
const making = { fileId: uuid(700), madeAtMs: 1_700_000_000_000, practice: true, passphrase: "three words long" };
const seal = createRescueSeal({ derive: quickDerive, areaKey: undefined });
const made = (): Promise<RescueFile> => seal.seal(content, making);

test("the passphrase opens a file that went through a text, on any device", async () => {
  const text = JSON.stringify(await made());
  const file = valueOf(readRescueFile(text));
  const another = createRescueSeal({ derive: quickDerive, areaKey: undefined });
  expect(valueOf(await another.open(file, making.passphrase))).toEqual(content);
});

test("nothing of what it holds stands in the file in the open, and two files of the same are not alike", async () => {
  const [one, other] = [JSON.stringify(await made()), JSON.stringify(await made())];
  expect(one).not.toContain("trains");
  expect(one).not.toContain(uuid(1));
  expect(one).not.toContain(making.passphrase);
  expect(one).not.toBe(other);
});

test("another passphrase opens nothing, and is told from a changed file", async () => {
  const file = await made();
  expect(await seal.open(file, "three words short")).toEqual({ ok: false, error: { type: "DoesNotOpenIt" } });
});

const flipped = (text: string, at: number): string => {
  const bytes = fromBase64(text);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return toBase64(bytes);
};

test.each<[string, (file: RescueFile) => RescueFile, string]>([
  ["its content", (file) => ({ ...file, content: flipped(file.content, 40) }), "Changed"],
  ["the end of its content", (file) => ({ ...file, content: file.content.slice(0, -64) }), "Changed"],
  ["whether it is practice", (file) => ({ ...file, practice: false }), "Changed"],
  ["when it was made", (file) => ({ ...file, madeAt: "2026-11-23T09:00:00.000Z" }), "Changed"],
  ["its id", (file) => ({ ...file, fileId: uuid(701) }), "DoesNotOpenIt"],
  [
    "its slot",
    (file) => {
      const { passphrase } = file.slots;
      return { ...file, slots: { passphrase: { ...passphrase, wrapped: flipped(passphrase.wrapped, 20) } } };
    },
    "DoesNotOpenIt",
  ],
])("a file of which %s was changed does not open", async (_what, change, type) => {
  expect(await seal.open(change(await made()), making.passphrase)).toEqual({ ok: false, error: { type } });
});

test("the slot or the content of another file does not fit this one", async () => {
  const [one, other] = [await made(), await seal.seal(content, { ...making, fileId: uuid(702) })];
  expect((await seal.open({ ...one, slots: other.slots }, making.passphrase)).ok).toBe(false);
  expect((await seal.open({ ...one, content: other.content }, making.passphrase)).ok).toBe(false);
});

test("the holder of the area's key opens it without the passphrase", async () => {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const area = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", area.publicKey));
  const areaKey = { keyId: uuid(5), publicKey: toBase64(point) };
  const file = await createRescueSeal({ derive: quickDerive, areaKey }).seal(content, making);
  const slot = file.slots.area;
  if (slot === undefined) throw new Error("there is no slot for the area");
  const ephemeral = fromBase64(slot.ephemeral);
  const theirs = await crypto.subtle.importKey("raw", ephemeral, curve, false, []);
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, area.privateKey, 256);
  const key = await drawKey(await rootOf(new Uint8Array(shared)), joined(ephemeral, point), "strandline to area v1");
  expect((await openBytes(key, fromBase64(slot.sealed), `rescue|${file.fileId}`)).ok).toBe(true);
  expect((await openBytes(key, fromBase64(slot.sealed), "recovery|1|someone")).ok).toBe(false);
});

test("a slot whose work this device cannot do is told as such, and not as a wrong passphrase", async () => {
  const cannot = createRescueSeal({
    derive: () => Promise.reject(new Error("cannot grow memory")),
    areaKey: undefined,
  });
  expect(await cannot.open(await made(), making.passphrase)).toMatchObject({
    ok: false,
    error: { type: "Malformed", path: "slots/passphrase" },
  });
});

test("a file that was made to do harm: what opens and is no JSON is told, and nothing is thrown", async () => {
  const harm = { toJSON: () => undefined } as unknown as RescueContent; // is written as no text at all
  const file = await seal.seal(harm, making);
  expect(await seal.open(file, making.passphrase)).toMatchObject({ ok: false, error: { type: "Malformed", path: "" } });
});

test.each(["AAAA", "AAAAAAA=", "A".repeat(4_000)])(
  "a salt that is none is refused before anything is derived: %s",
  async (salt) => {
    const file = await made();
    const text = JSON.stringify({ ...file, slots: { passphrase: { ...file.slots.passphrase, salt } } });
    expect(readRescueFile(text)).toMatchObject({
      ok: false,
      error: { type: "Malformed", path: "slots/passphrase/salt" },
    });
  },
);

test.each([
  ["memoryKiB", 4_194_304],
  ["passes", 1_000],
])("a slot that asks for %s beyond what any device has is refused before anything is derived", async (name, value) => {
  const file = await made();
  const text = JSON.stringify({ ...file, slots: { passphrase: { ...file.slots.passphrase, [name]: value } } });
  expect(readRescueFile(text)).toMatchObject({ ok: false, error: { path: `slots/passphrase/${name}` } });
});

test("a file that is nested a hundred thousand deep, or names what objects come with, is read as any other", async () => {
  const file = await made();
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const text = JSON.stringify({ ...file, further: 1 }).replace(
    '"further":1',
    `"further":${deep},"__proto__":{"practice":false},"constructor":{"prototype":{"practice":false}}`,
  );
  const read = valueOf(readRescueFile(text));
  expect(read.practice).toBe(true);
  expect(valueOf(await seal.open(read, making.passphrase))).toEqual(content);
  expect(({} as { practice?: boolean }).practice).toBeUndefined();
});
