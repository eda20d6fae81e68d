import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { expect, test } from "vitest";
import { err, ok } from "#core/result";
import { createKeyringWork, type OpenKeys } from "#platform/sealing/keyring-work";
import { createPeopleHere } from "#storage/people";
import { createOwnKeys } from "../../../../src/ui/app/own-keys";
import { createTries } from "../../../../src/ui/app/tries";
import { createUnlocking } from "../../../../src/ui/app/unlocking";
import { quickDerive } from "../../../support/quick-derive";
import { countedIds, uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const here = { practice: true, areaName: "Saltmarsh", training: [] };
const grace = { ...here, userId: uuid(1), name: "Grace Okafor", role: "early-help" };
const sian = { ...here, userId: uuid(2), name: "Siân Pritchard", role: "health-visitor" };
const WORDS = { [grace.userId]: "seven kind otters nap", [sian.userId]: "a slow green kettle sings" };

const areaKey = async (n: number) => {
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return { keyId: uuid(n), publicKey: btoa(String.fromCharCode(...point)) };
};

const device = () => {
  const people = createPeopleHere({ ids: countedIds(70), factory: new IDBFactory() });
  const work = createKeyringWork(quickDerive);
  const clock = { at: 0, nowMs: () => (clock.at += 3_600_000) };
  const inTurn = <T>(step: () => Promise<T>) => step();
  const tries = createTries({ people, clock, inTurn });
  const answer = { credentialId: btoa("a key"), salt: btoa("its salt"), secret: new Uint8Array(32).fill(4) };
  const passkeys = { ask: async () => ok(answer), add: async () => ok(answer), mayBeAdded: async () => true };
  const opened: { userId: string; keys: OpenKeys }[] = [];
  const world = { isOpenElsewhere: false };
  const unlocking = createUnlocking({
    people,
    work,
    tries,
    passkeys,
    inTurn,
    isOpenElsewhere: async () => world.isOpenElsewhere,
    open: async ({ userId }, keys) => {
      opened.push({ userId, keys });
    },
    changed: () => undefined,
  });
  const ownKeys = (person: { userId: string; name: string }) =>
    createOwnKeys({ ...person, people, work, tries, passkeys, clock });
  const keyringOf = async (userId: string) =>
    valueOf(await people.everyone()).find((each) => each.userId === userId)?.keyring;
  return { people, unlocking, ownKeys, opened, world, keyringOf, answer };
};

test("law 2: what is written is sealed to the area too, from the first unlock at which its key is known", async () => {
  const { people, unlocking, opened, keyringOf } = device();
  valueOf(await people.comes(grace));
  valueOf(await unlocking.enrol(grace.userId, WORDS[grace.userId]!));
  expect((await keyringOf(grace.userId))?.recovery).toEqual([]);
  const key = await areaKey(90);
  valueOf(await people.comes({ ...grace, areaKey: key }));
  valueOf(await unlocking.withPassphrase(grace.userId, WORDS[grace.userId]!));
  expect((await keyringOf(grace.userId))?.recovery).toMatchObject([{ epoch: 2, areaKeyId: key.keyId }]);
  expect(opened.at(-1)?.keys.epochs.map(({ epoch }) => epoch)).toEqual([1, 2]);
  valueOf(await unlocking.withPassphrase(grace.userId, WORDS[grace.userId]!));
  expect((await keyringOf(grace.userId))?.epochs).toHaveLength(2);
});

test("HAZ-02 law 3: after another passphrase the next unlock writes under a new key, once no other window is open", async () => {
  const { people, unlocking, ownKeys, opened, world, keyringOf } = device();
  valueOf(await people.comes(grace));
  valueOf(await unlocking.enrol(grace.userId, WORDS[grace.userId]!));
  valueOf(await ownKeys(grace).changePassphrase(WORDS[grace.userId], "another one altogether"));
  expect((await keyringOf(grace.userId))?.renew).toBe(true);
  world.isOpenElsewhere = true;
  valueOf(await unlocking.withPassphrase(grace.userId, "another one altogether"));
  expect(opened.at(-1)?.keys.epochs).toHaveLength(1);
  world.isOpenElsewhere = false;
  valueOf(await unlocking.withPassphrase(grace.userId, "another one altogether"));
  expect(opened.at(-1)?.keys.epochs).toHaveLength(2);
  expect((await keyringOf(grace.userId))?.renew).toBeUndefined();
  expect(await unlocking.withPassphrase(grace.userId, WORDS[grace.userId]!)).toMatchObject({
    error: { type: "WrongPassphrase" },
  });
});

test("HAZ-02 a passkey opens after the passphrase was erased, and another passphrase is chosen by it", async () => {
  const { people, unlocking, ownKeys, opened, keyringOf, answer } = device();
  valueOf(await people.comes(grace));
  valueOf(await unlocking.enrol(grace.userId, WORDS[grace.userId]!));
  valueOf(await ownKeys(grace).addPasskey(WORDS[grace.userId]!));
  for (let wrong = 1; wrong <= 10; wrong += 1) await unlocking.withPassphrase(grace.userId, "a wrong one");
  expect((await keyringOf(grace.userId))?.passphrase).toBeUndefined();
  expect(await ownKeys(grace).removePasskey(answer.credentialId)).toEqual(err({ type: "LastWayIn" }));
  valueOf(await unlocking.chooseAnother(grace.userId, answer, "another one altogether"));
  expect(opened.at(-1)?.userId).toBe(grace.userId);
  valueOf(await unlocking.withPassphrase(grace.userId, "another one altogether"));
});

test("nobody enrols over somebody's ways in", async () => {
  const { people, unlocking, keyringOf } = device();
  valueOf(await people.comes(grace));
  valueOf(await unlocking.enrol(grace.userId, WORDS[grace.userId]!));
  const before = await keyringOf(grace.userId);
  expect(await unlocking.enrol(grace.userId, "mine now, says a thief")).toEqual(err({ type: "NoSuchSlot" }));
  expect(await keyringOf(grace.userId)).toEqual(before);
});

test("HAZ-01 law 1: whatever one person does, no byte of another's ways in or place changes", async () => {
  const acts = ["wrong", "right", "change", "passkey", "remove", "anew", "goes", "leaves"] as const;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...acts), { minLength: 1, maxLength: 12 }), async (doings) => {
      const { people, unlocking, ownKeys, answer } = device();
      for (const person of [grace, sian]) {
        valueOf(await people.comes(person));
        valueOf(await unlocking.enrol(person.userId, WORDS[person.userId]!));
      }
      const of = async () => {
        const found = valueOf(await people.everyone()).find(({ userId }) => userId === grace.userId);
        return JSON.stringify({ ...found, isHere: undefined });
      };
      const before = await of();
      const her = ownKeys(sian);
      const doing = {
        wrong: () => unlocking.withPassphrase(sian.userId, WORDS[grace.userId]!),
        right: () => unlocking.withPassphrase(sian.userId, WORDS[sian.userId]!),
        change: () => her.changePassphrase(WORDS[sian.userId], WORDS[sian.userId]!),
        passkey: () => her.addPasskey(WORDS[sian.userId]!),
        remove: () => her.removePasskey(answer.credentialId),
        anew: () => people.beginAnew(sian.userId),
        goes: () => people.goes(),
        leaves: () => people.remove(sian.userId),
      };
      for (const each of doings) await doing[each]();
      expect(await of()).toBe(before);
    }),
    { numRuns: 40, seed: 5 },
  );
});
