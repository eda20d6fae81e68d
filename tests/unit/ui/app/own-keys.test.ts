import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { err, ok } from "#core/result";
import { createKeyringWork, type PasskeyAnswer } from "#platform/sealing/keyring-work";
import { createPeopleHere } from "#storage/people";
import { createOwnKeys } from "../../../../src/ui/app/own-keys";
import { createTries } from "../../../../src/ui/app/tries";
import { quickDerive } from "../../../support/quick-derive";
import { countedIds, uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const OLD = "seven kind otters nap";
const NEW = "another one altogether";
const NOW_MS = 1_800_000_000_000;
const ADDED_MS = NOW_MS + 3_600_000;
const grace = { practice: true, userId: uuid(1), name: "Grace Okafor", role: "early-help", areaName: "", training: [] };

const passkeyOf = (name: string, secret: number): PasskeyAnswer => ({
  credentialId: btoa(name),
  salt: btoa(`salt of ${name}`),
  secret: new Uint8Array(32).fill(secret),
});

/** A device on which Grace has chosen a passphrase; `world.answer` is the passkey that the platform has to hand. */
const device = async () => {
  const people = createPeopleHere({ ids: countedIds(70), factory: new IDBFactory() });
  const work = createKeyringWork(quickDerive);
  const world = { nowMs: NOW_MS, answer: passkeyOf("a key", 4), isTurnedAway: false, asked: 0 };
  const clock = { nowMs: () => world.nowMs };
  const tries = createTries({ people, clock, inTurn: (step) => step() });
  const answer = async () => {
    world.asked += 1;
    return world.isTurnedAway ? err({ type: "TurnedAway" as const }) : ok(world.answer);
  };
  const passkeys = { ask: answer, add: answer, mayBeAdded: async () => true };
  valueOf(await people.comes(grace));
  const made = await work.enrol({ userId: grace.userId, passphrase: OLD, areaKey: undefined });
  valueOf(await people.changeKeyring(grace.userId, () => made.keyring));
  const keyring = async () => valueOf(await people.everyone())[0]?.keyring;
  return {
    world,
    keyring,
    keys: createOwnKeys({ ...grace, people, work, tries, passkeys, clock }),
    opens: async (typed: string) => {
      const now = await keyring();
      return now !== undefined && (await work.openWithPassphrase(grace.userId, now, typed)).ok;
    },
    erasePassphrase: () =>
      people.changeKeyring(grace.userId, (now) => {
        if (now === undefined) return undefined;
        const { passphrase: _erased, ...rest } = now;
        return rest;
      }),
  };
};

test("law 1: another passphrase is chosen by the one until now, and a wrong one changes nothing and counts", async () => {
  const { keys, keyring, opens, world } = await device();
  const before = await keyring();
  expect(await keys.changePassphrase("not this one", NEW)).toMatchObject({ error: { type: "WrongPassphrase" } });
  expect(await keyring()).toEqual({ ...before, wrong: { count: 1, waitUntilMs: expect.any(Number) as number } });
  world.nowMs = ADDED_MS;
  valueOf(await keys.changePassphrase(OLD, NEW));
  expect([await opens(OLD), await opens(NEW)]).toEqual([false, true]);
  expect((await keyring())?.wrong).toBeUndefined();
});

test("law 1: no passkey is asked for, and none is added, before the passphrase was right", async () => {
  const { keys, keyring, world } = await device();
  expect(await keys.addPasskey("not this one")).toMatchObject({ error: { type: "WrongPassphrase" } });
  expect([world.asked, (await keyring())?.passkeys]).toEqual([0, []]);
  world.nowMs = ADDED_MS;
  valueOf(await keys.addPasskey(OLD));
  expect((await keyring())?.passkeys).toMatchObject([{ credentialId: btoa("a key"), addedAtMs: ADDED_MS }]);
  expect(valueOf(await keys.read())).toMatchObject({ hasPassphrase: true, passkeys: [{ addedAtMs: ADDED_MS }] });
});

test("law 1: a passkey of this person's is a proof; one turned away, one of something else, and none at all are not", async () => {
  const { keys, world } = await device();
  expect((await keys.proveByPasskey()).ok).toBe(false);
  valueOf(await keys.addPasskey(OLD));
  expect((await keys.proveByPasskey()).ok).toBe(true);
  world.answer = passkeyOf("a key", 5);
  expect((await keys.proveByPasskey()).ok).toBe(false);
  world.answer = passkeyOf("another key", 4);
  expect((await keys.proveByPasskey()).ok).toBe(false);
  world.isTurnedAway = true;
  expect(await keys.proveByPasskey()).toEqual(err({ type: "TurnedAway" }));
});

test("HAZ-02 law 1: where the passphrase was erased, a passkey chooses the next, and nothing else does", async () => {
  const { keys, opens, erasePassphrase, world } = await device();
  valueOf(await keys.addPasskey(OLD));
  await erasePassphrase();
  expect(await keys.changePassphrase(OLD, NEW)).toEqual(err({ type: "NoSuchSlot" }));
  world.isTurnedAway = true;
  expect(await keys.changePassphrase(undefined, NEW)).toEqual(err({ type: "TurnedAway" }));
  expect(await opens(NEW)).toBe(false);
  world.isTurnedAway = false;
  valueOf(await keys.changePassphrase(undefined, NEW));
  expect(await opens(NEW)).toBe(true);
});

test("HAZ-02 law 2: a passkey is removed while the passphrase is there, and never when it is the only way in", async () => {
  const { keys, keyring, erasePassphrase } = await device();
  const { credentialId } = passkeyOf("a key", 4);
  valueOf(await keys.addPasskey(OLD));
  valueOf(await keys.removePasskey(credentialId));
  expect((await keyring())?.passkeys).toEqual([]);
  valueOf(await keys.addPasskey(OLD));
  await erasePassphrase();
  expect(await keys.removePasskey(credentialId)).toEqual(err({ type: "LastWayIn" }));
  expect((await keyring())?.passkeys).toHaveLength(1);
});

test("law 3: another passphrase asks for a new key from the next unlock on, and a passkey does not", async () => {
  const { keys, keyring } = await device();
  valueOf(await keys.addPasskey(OLD));
  expect((await keyring())?.renew).toBeUndefined();
  valueOf(await keys.changePassphrase(OLD, NEW));
  expect((await keyring())?.renew).toBe(true);
});

test("the same passkey added again stands there once, and wrong passphrases at this door count as at the entrance", async () => {
  const { keys, keyring, world } = await device();
  valueOf(await keys.addPasskey(OLD));
  valueOf(await keys.addPasskey(OLD));
  expect((await keyring())?.passkeys).toHaveLength(1);
  for (let wrong = 1; wrong <= 9; wrong += 1) {
    expect(await keys.prove("not this one")).toMatchObject({ error: { type: "WrongPassphrase", left: 10 - wrong } });
    world.nowMs += 3_600_000;
  }
  expect(await keys.prove("not this one")).toEqual(err({ type: "Erased" }));
  expect(valueOf(await keys.read()).hasPassphrase).toBe(false);
});
