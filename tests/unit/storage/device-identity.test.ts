import "fake-indexeddb/auto"; // before Dexie, which looks for a database when it is loaded
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { makeDeviceKey } from "#platform/sealing/device-key";
import { createDeviceIdentities } from "#storage/device-identity";
import { inRegistry } from "#storage/registry";
import { ok } from "#core/result";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

let factory: IDBFactory;
beforeEach(() => {
  factory = new IDBFactory();
});
/** One window of this device; each makes other ids, so that two that were made can be told apart. */
const aWindow = (from = 50) => createDeviceIdentities({ ids: countedIds(from), makeKey: makeDeviceKey, factory });

test("device identity, law 1: however many windows ask at once, there is one id and one key", async () => {
  const asked = [aWindow(50), aWindow(60), aWindow(70)].map((window) => window.ensure());
  const made = (await Promise.all(asked)).map((each) => valueOf(each));
  expect(new Set(made.map(({ deviceId }) => deviceId)).size).toBe(1);
  expect(new Set(made.map(({ publicKey }) => publicKey)).size).toBe(1);
});

test("device identity, law 1: it is the same after the page is loaded anew, and its private half cannot be read", async () => {
  const first = valueOf(await aWindow(50).ensure());
  const again = valueOf(await aWindow(60).ensure());
  expect([again.deviceId, again.publicKey]).toEqual([first.deviceId, first.publicKey]);
  expect(again.key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey("jwk", again.key)).rejects.toThrow();
});

test("nothing is made where somebody only asks what is there", async () => {
  expect(valueOf(await aWindow().saved())).toBeUndefined();
});

test.each([
  ["is no key", { key: "no key" }],
  ["has no id", { deviceId: undefined }],
])("device identity, law 2: what %s is made anew", async (_, damage) => {
  const first = valueOf(await aWindow(50).ensure());
  await inRegistry(factory, async (registry) => {
    await registry.device.put({ ...first, id: "device", enrolledFor: [], ...damage } as never);
    return ok(undefined);
  });
  expect(valueOf(await aWindow(60).saved())).toBeUndefined();
  const anew = valueOf(await aWindow(60).ensure());
  expect(anew.publicKey).not.toBe(first.publicKey);
  expect(valueOf(await aWindow(70).saved())?.publicKey).toBe(anew.publicKey);
});

test("for whom the server knows it is remembered, each person once", async () => {
  const window = aWindow();
  valueOf(await window.ensure());
  for (const accountId of [uuid(1), uuid(2), uuid(1)]) valueOf(await window.enrolled(accountId));
  expect(valueOf(await window.saved())?.enrolledFor).toEqual([uuid(1), uuid(2)]);
});

test("an identity that was forgotten is another the next time, and nobody is enrolled under it", async () => {
  const window = aWindow();
  const first = valueOf(await window.ensure());
  valueOf(await window.enrolled(uuid(1)));
  valueOf(await window.forget());
  const second = valueOf(await window.ensure());
  expect(second.deviceId).not.toBe(first.deviceId);
  expect(second.publicKey).not.toBe(first.publicKey);
  expect(second.enrolledFor).toEqual([]);
});
