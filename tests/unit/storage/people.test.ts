import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
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

test("law 1: whoever came last is here, also after the app was closed, and nobody once they have gone", async () => {
  const people = () => createPeopleHere({ ids, factory });
  expect(valueOf(await people().whoIsHere())).toBeUndefined();
  valueOf(await people().comes(grace));
  expect(valueOf(await people().whoIsHere())).toEqual(grace);
  valueOf(await people().comes(sian));
  expect(valueOf(await people().whoIsHere())).toEqual(sian);
  valueOf(await people().goes());
  expect(valueOf(await people().whoIsHere())).toBeUndefined();
});

test("law 2: who goes and comes again finds the database that they had", async () => {
  const people = createPeopleHere({ ids, factory });
  const name = valueOf(await nameOf(grace.userId));
  valueOf(await people.comes(grace));
  valueOf(await people.comes(sian));
  valueOf(await people.comes(grace));
  expect(valueOf(await nameOf(grace.userId))).toBe(name);
});
