import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import type { Keyring } from "#core/sealed/keyring";
import { createPeopleHere, databaseNameOf } from "#storage/people";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

let factory: IDBFactory;
const ids = countedIds(70);
beforeEach(() => {
  factory = new IDBFactory();
});
const nameOf = (userId: string, practice = true) => databaseNameOf({ userId, practice, ids, factory });

test("a person is given the same database each time, and nobody else's", async () => {
  const name = valueOf(await nameOf(uuid(1)));
  expect(valueOf(await nameOf(uuid(1)))).toBe(name);
  expect(valueOf(await nameOf(uuid(2)))).not.toBe(name);
});

test("the name says nothing about the person", async () => {
  expect(valueOf(await nameOf(uuid(1)))).toMatch(/^strandline-[0-9a-f-]{36}$/);
  expect(valueOf(await nameOf(uuid(1)))).not.toContain(uuid(1));
});

test("two tabs that open for the first time at once are given one database", async () => {
  const [one, other] = await Promise.all([nameOf(uuid(1)), nameOf(uuid(1))]);
  expect(one).toEqual(other);
});

test("practice is refused under the id of somebody with real data, and the other way round", async () => {
  valueOf(await nameOf(uuid(1), false));
  valueOf(await nameOf(uuid(2), true));
  await expect(nameOf(uuid(1), true)).rejects.toThrow("practice");
  await expect(nameOf(uuid(2), false)).rejects.toThrow("practice");
});

test("a browser that keeps nothing is said to", async () => {
  expect(await databaseNameOf({ userId: uuid(1), practice: true, ids, factory: undefined })).toEqual({
    ok: false,
    error: { type: "NotSupported" },
  });
});

const here = { practice: true, areaName: "Saltmarsh", training: [] };
const grace = { ...here, userId: uuid(1), name: "Grace Okafor", role: "early-help", training: ["story-so-far"] };
const sian = { ...here, userId: uuid(2), name: "Siân Pritchard", role: "health-visitor" };

const isHere = async (): Promise<string | undefined> =>
  valueOf(await createPeopleHere({ ids, factory }).everyone()).find((person) => person.isHere)?.name;
const keyring: Keyring = { epochs: [{ epoch: 1, salt: "AAAA" }], passkeys: [], recovery: [] };

test("law 1: whoever came last is here, also after the app was closed, and nobody once they have gone", async () => {
  const people = () => createPeopleHere({ ids, factory });
  expect(valueOf(await people().everyone())).toEqual([]);
  valueOf(await people().comes(grace));
  expect(valueOf(await people().everyone())).toMatchObject([{ ...grace, isHere: true }]);
  valueOf(await people().comes(sian));
  expect(await isHere()).toBe(sian.name);
  expect(valueOf(await people().everyone()).map(({ name }) => name)).toEqual([sian.name, grace.name]);
  valueOf(await people().goes());
  expect(await isHere()).toBeUndefined();
});

test("law 2: who goes and comes again finds the database and the ways in that they had", async () => {
  const people = createPeopleHere({ ids, factory });
  const name = valueOf(await nameOf(grace.userId));
  valueOf(await people.comes(grace));
  valueOf(await people.changeKeyring(grace.userId, () => keyring));
  valueOf(await people.comes(sian));
  valueOf(await people.comes(grace));
  expect(valueOf(await people.everyone())[0]).toMatchObject({ databaseName: name, keyring });
});

test("law 3: what one person does touches no ways in of another's", async () => {
  const people = createPeopleHere({ ids, factory });
  for (const person of [grace, sian]) {
    valueOf(await people.comes(person));
    valueOf(await people.changeKeyring(person.userId, () => keyring));
  }
  const before = valueOf(await people.everyone()).find(({ userId }) => userId === grace.userId);
  valueOf(await people.changeKeyring(sian.userId, (its) => its && { ...its, wrong: { count: 9, waitUntilMs: 0 } }));
  valueOf(await people.beginAnew(sian.userId));
  valueOf(await people.goes());
  expect(valueOf(await people.everyone()).find(({ userId }) => userId === grace.userId)).toEqual({
    ...before,
    isHere: false,
  });
});

test("HAZ-02 whose keys are lost begins anew, and the old database and its keyring stay", async () => {
  const people = createPeopleHere({ ids, factory });
  valueOf(await people.comes(grace));
  valueOf(await people.changeKeyring(grace.userId, () => keyring));
  const old = valueOf(await nameOf(grace.userId));
  valueOf(await people.beginAnew(grace.userId));
  valueOf(await people.beginAnew(grace.userId)); // nothing to begin anew from
  const [now] = valueOf(await people.everyone());
  expect(now).toMatchObject({ keyring: undefined, earlier: [{ databaseName: old, keyring }] });
  expect(now?.databaseName).not.toBe(old);
  valueOf(await people.forgetEarlier(grace.userId, old));
  expect(valueOf(await people.everyone())[0]?.earlier).toEqual([]);
});
