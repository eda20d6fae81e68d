import { expect, test } from "vitest";
import { Keyring } from "#core/sealed/keyring";
import type { RowAddress } from "#core/sealed/row-codec";
import { deriveHere } from "#platform/sealing/derive-here";
import { createKeyringWork, type OpenKeys } from "#platform/sealing/keyring-work";
import { createRowSeal } from "#platform/sealing/row-seal";
import { NEW_COST } from "#platform/sealing/deriving";
import { quickDerive } from "../../../support/quick-derive";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const work = createKeyringWork(quickDerive);
const grace = uuid(1);
const passphrase = "seven kind otters nap";
const enrolled = () => work.enrol({ userId: grace, passphrase, areaKey: undefined });
const draft: RowAddress = { table: "draft", id: uuid(7), version: 1 };
const passkey = (fill: number) => ({
  credentialId: btoa(`key ${fill}`),
  salt: btoa("a salt of 16 byt"),
  secret: new Uint8Array(32).fill(fill),
});
const rows = (keys: OpenKeys) => createRowSeal({ epochs: () => keys.epochs, userId: grace });
const areaPair = async () => {
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return { pair, areaKey: { keyId: uuid(90), publicKey: btoa(String.fromCharCode(...point)) } };
};

test("law 1: each way in opens everything, and a wrong one opens nothing", async () => {
  const { keyring, keys } = await enrolled();
  const body = await rows(keys).encode(draft, "words");
  const both = valueOf(await work.addPasskey(grace, keyring, { kind: "passphrase", typed: passphrase }, passkey(1)));
  for (const opened of [
    await work.openWithPassphrase(grace, both, passphrase),
    await work.openWithPasskey(grace, both, passkey(1)),
  ]) {
    expect(await rows(valueOf(opened)).decode(draft, body)).toEqual({ ok: true, value: "words" });
  }
  const wrong = { ok: false, error: { type: "DoesNotOpenIt" } };
  expect(await work.openWithPassphrase(grace, both, "seven kind otters nap ")).toEqual(wrong);
  expect(await work.openWithPasskey(grace, both, { ...passkey(2), credentialId: passkey(1).credentialId })).toEqual(
    wrong,
  );
  expect(await work.openWithPasskey(grace, both, passkey(3))).toEqual({ ok: false, error: { type: "NoSuchSlot" } });
  // A slot that was copied into somebody else's keyring is no way in.
  expect(await work.openWithPassphrase(uuid(2), both, passphrase)).toEqual(wrong);
});

test("what lies on the disk holds no key: it survives being written down, and says nothing", async () => {
  const { keyring } = await enrolled();
  const written = JSON.stringify(keyring);
  expect(valueOf(await work.openWithPassphrase(grace, Keyring.parse(JSON.parse(written)), passphrase)).userId).toBe(
    grace,
  );
  expect(written).not.toContain(passphrase);
});

test("keys in memory cannot be read back", async () => {
  const { keys } = await enrolled();
  for (const key of [keys.root, ...keys.epochs.flatMap(({ kept, unsent }) => [kept, unsent])]) {
    expect(key.extractable).toBe(false);
  }
});

test("law 2: another passphrase opens what was sealed before, and the old one opens nothing any more", async () => {
  const { keyring, keys } = await enrolled();
  const body = await rows(keys).encode(draft, "words");
  const way = { kind: "passphrase", typed: passphrase } as const;
  const changed = valueOf(await work.changePassphrase(grace, keyring, way, "quite another one here"));
  const opened = valueOf(await work.openWithPassphrase(grace, changed, "quite another one here"));
  expect(await rows(opened).decode(draft, body)).toEqual({ ok: true, value: "words" });
  expect((await work.openWithPassphrase(grace, changed, passphrase)).ok).toBe(false);
  expect((await work.changePassphrase(grace, keyring, { ...way, typed: "a guess" }, "mine now, says a thief")).ok).toBe(
    false,
  );
});

test("after the passphrase's slot is gone, a passkey still opens everything", async () => {
  const { keyring, keys } = await enrolled();
  const body = await rows(keys).encode(draft, "words");
  const both = valueOf(await work.addPasskey(grace, keyring, { kind: "passphrase", typed: passphrase }, passkey(1)));
  const { passphrase: _erased, ...left } = both;
  expect(await work.openWithPassphrase(grace, left, passphrase)).toEqual({ ok: false, error: { type: "NoSuchSlot" } });
  const opened = valueOf(await work.openWithPasskey(grace, left, passkey(1)));
  expect(await rows(opened).decode(draft, body)).toEqual({ ok: true, value: "words" });
});

test("law 3: the area opens drafts and outbox of the epoch, and nothing that the server has", async () => {
  const { pair, areaKey } = await areaPair();
  const { keyring, keys } = await work.enrol({ userId: grace, passphrase, areaKey });
  const [slot] = keyring.recovery;
  const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const ephemeral = bytes(slot!.ephemeral);
  const point = await crypto.subtle.importKey("raw", ephemeral, { name: "ECDH", namedCurve: "P-256" }, false, []);
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: point }, pair.privateKey, 256);
  const ikm = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const salt = new Uint8Array([...ephemeral, ...bytes(areaKey.publicKey)]);
  const info = new TextEncoder().encode("strandline to area v1");
  const aes = { name: "AES-GCM", length: 256 };
  const key = await crypto.subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt, info }, ikm, aes, false, [
    "decrypt",
  ]);
  const lock = bytes(slot!.sealed);
  const additionalData = new TextEncoder().encode(`recovery|1|${grace}`);
  const unsent = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: lock.subarray(0, 12), additionalData },
    key,
    lock.subarray(12),
  );
  const asArea = await crypto.subtle.importKey("raw", unsent, "AES-GCM", false, ["decrypt"]);
  const areaRows = createRowSeal({ epochs: () => [{ epoch: 1, kept: asArea, unsent: asArea }], userId: grace });
  expect(await areaRows.decode(draft, await rows(keys).encode(draft, "words"))).toEqual({ ok: true, value: "words" });
  const remote: RowAddress = { table: "remote", id: uuid(8), version: "v" };
  expect((await areaRows.decode(remote, await rows(keys).encode(remote, "words"))).ok).toBe(false);
  // What is written after a renewal is out of its reach until it is given that epoch's slot.
  const renewed = await work.newEpoch(keyring, keys, undefined);
  expect((await areaRows.decode(draft, await rows(renewed.keys).encode(draft, "words"))).ok).toBe(false);
});

test("a passphrase costs 64 MiB and three passes, and is the same however its letters were composed", async () => {
  expect(NEW_COST).toEqual({ memoryKiB: 65_536, passes: 3 });
  const cost = { memoryKiB: 64, passes: 1 };
  const salt = new Uint8Array(16).fill(1);
  const one = await deriveHere("Siân", salt, cost);
  expect(one).toHaveLength(32);
  expect(await deriveHere("Sia\u0302n", salt, cost)).toEqual(one);
  expect(await deriveHere("Sian", salt, cost)).not.toEqual(one);
});
