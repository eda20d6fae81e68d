import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { MOST_WRONG_PASSPHRASES } from "#core/lock/passphrase-tries";
import { err } from "#core/result";
import { createKeyringWork } from "#platform/sealing/keyring-work";
import { createPeopleHere } from "#storage/people";
import { createTries } from "../../../../src/ui/app/tries";
import { quickDerive } from "../../../support/quick-derive";
import { countedIds, uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;
const RIGHT = "seven kind otters nap";
const grace = {
  practice: true,
  userId: uuid(1),
  name: "Grace Okafor",
  role: "early-help",
  areaName: "Saltmarsh",
  training: [],
};

const device = async () => {
  const people = createPeopleHere({ ids: countedIds(70), factory: new IDBFactory() });
  let isStarved = false;
  const work = createKeyringWork((typed, salt, cost) =>
    isStarved ? Promise.reject(new Error("cannot grow memory")) : quickDerive(typed, salt, cost),
  );
  const clock = { at: 1_800_000_000_000, nowMs: () => clock.at };
  valueOf(await people.comes(grace));
  const made = await work.enrol({ userId: grace.userId, passphrase: RIGHT, areaKey: undefined });
  valueOf(await people.changeKeyring(grace.userId, () => made.keyring));
  const newWindow = () => createTries({ people, clock, inTurn: (step) => step() });
  let window = newWindow();
  return {
    clock,
    starve: (is: boolean) => {
      isStarved = is;
    },
    reload: () => {
      window = newWindow();
    },
    keyring: async () => valueOf(await people.everyone())[0]?.keyring,
    attempt: (typed: string) =>
      window.tryPassphrase(grace.userId, (keyring) => work.openWithPassphrase(grace.userId, keyring, typed)),
    breakOff: () => window.tryPassphrase(grace.userId, () => Promise.reject(new Error("the window is closed"))),
    waitMs: async () => valueOf(await window.waitMs(grace.userId)),
  };
};

test("HAZ-18 law 1: a try counts before anything is derived: whoever closes the window in between has tried", async () => {
  const { attempt, breakOff, clock, keyring } = await device();
  await expect(breakOff()).rejects.toThrow();
  expect((await keyring())?.wrong?.count).toBe(1);
  clock.at += HOUR_MS;
  expect(await attempt("wrong")).toMatchObject({ error: { type: "WrongPassphrase", left: 8 } });
});

test("law 3: while there is a wait nothing is tried, not after a reload either, and the right one does not do", async () => {
  const { attempt, reload, keyring, waitMs, clock } = await device();
  await attempt("wrong");
  reload();
  expect(await waitMs()).toBe(1_000);
  expect(await attempt(RIGHT)).toEqual({ ok: false, error: { type: "Wait", waitMs: 1_000 } });
  expect((await keyring())?.wrong?.count).toBe(1);
  clock.at += 1_000;
  expect((await attempt(RIGHT)).ok).toBe(true);
});

test("HAZ-02 law 1: the tenth wrong one erases the passphrase's slot and nothing else", async () => {
  const { attempt, clock, keyring } = await device();
  const before = await keyring();
  for (let wrong = 1; wrong < MOST_WRONG_PASSPHRASES; wrong += 1) {
    expect(await attempt("wrong")).toMatchObject({ error: { type: "WrongPassphrase" } });
    clock.at += HOUR_MS;
  }
  expect(await attempt("wrong")).toEqual({ ok: false, error: { type: "Erased" } });
  const { passphrase: _erased, ...rest } = before ?? expect.fail();
  const { wrong: _wrong, ...left } = (await keyring()) ?? expect.fail();
  expect(left).toEqual(rest);
  expect(await attempt(RIGHT)).toEqual({ ok: false, error: { type: "NoSuchSlot" } });
});

test("HAZ-18 law 2: the right one at the tenth try leaves everything as it was, and no count", async () => {
  const { attempt, clock, keyring } = await device();
  const before = await keyring();
  for (let wrong = 1; wrong < MOST_WRONG_PASSPHRASES; wrong += 1) {
    await attempt("wrong");
    clock.at += HOUR_MS;
  }
  expect((await attempt(RIGHT)).ok).toBe(true);
  expect(await keyring()).toEqual(before);
});

test("HAZ-18 a clock set back by a year makes nobody wait for a year, and one set forward gains no try", async () => {
  const { attempt, clock, waitMs, keyring, reload } = await device();
  await attempt("wrong");
  clock.at -= YEAR_MS;
  reload();
  expect(await waitMs()).toBe(1_000);
  clock.at += 1_000;
  expect(await waitMs()).toBe(0);
  for (let wrong = 2; wrong <= MOST_WRONG_PASSPHRASES; wrong += 1) {
    clock.at += YEAR_MS;
    await attempt("wrong");
  }
  expect((await keyring())?.passphrase).toBeUndefined();
});

test("two windows are not two chances", async () => {
  const people = createPeopleHere({ ids: countedIds(70), factory: new IDBFactory() });
  const made = await createKeyringWork(quickDerive).enrol({
    userId: grace.userId,
    passphrase: RIGHT,
    areaKey: undefined,
  });
  valueOf(await people.comes(grace));
  valueOf(await people.changeKeyring(grace.userId, () => made.keyring));
  let tried = 0;
  const tries = () => createTries({ people, clock: { nowMs: () => 0 }, inTurn: (step) => step() });
  const wrong = async () => {
    tried += 1;
    return err({ type: "DoesNotOpenIt" } as const);
  };
  await Promise.all([tries().tryPassphrase(grace.userId, wrong), tries().tryPassphrase(grace.userId, wrong)]);
  expect(tried).toBe(1);
});

test("HAZ-18 law 5: a device that has no memory to try with has not tried: ten of those erase nothing", async () => {
  const { attempt, keyring, starve } = await device();
  const before = await keyring();
  starve(true);
  for (let n = 0; n < MOST_WRONG_PASSPHRASES + 1; n += 1) {
    expect(await attempt(RIGHT)).toEqual({ ok: false, error: { type: "Unknown", name: "CannotDerive" } });
  }
  expect(await keyring()).toEqual(before);
  starve(false);
  expect((await attempt(RIGHT)).ok).toBe(true);
});

test("a device that has no memory gives no try back that was wrong before", async () => {
  const { attempt, keyring, starve, clock } = await device();
  await attempt("wrong");
  clock.at += HOUR_MS;
  starve(true);
  await attempt("wrong");
  expect((await keyring())?.wrong?.count).toBe(1);
});
