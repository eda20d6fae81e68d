import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { err } from "#core/result";
import { collectLying } from "#storage/rescue/collect-lying";
import { aVisit } from "../../support/made-up-bodies";
import { plainRows } from "../../support/plain-rows";
import { openSealedDevice } from "../../support/sealed-device";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const [userId, caseId, draftId] = [uuid(1), uuid(2), uuid(801)];
const name = "strandline-made-up";

/** A database as the first version of the app made it, with one draft in it: bringing it up to date needs room. */
const anOldDatabase = async (factory: IDBFactory): Promise<void> => {
  const asked = factory.open(name, 10);
  asked.onupgradeneeded = () => {
    for (const table of ["draft", "remote", "meta"]) asked.result.createObjectStore(table, { keyPath: "id" });
    asked.result.createObjectStore("outbox", { keyPath: "seq", autoIncrement: true });
  };
  const db = await new Promise<IDBDatabase>((resolve) => {
    asked.onsuccess = () => {
      resolve(asked.result);
    };
  });
  const writing = db.transaction("draft", "readwrite");
  const content = { kind: "visit", caseId, startedAtMs: 1, savedAtMs: 2, body: aVisit(caseId, "boats") };
  writing.objectStore("draft").put({ id: draftId, version: 3, body: JSON.stringify(content) });
  await new Promise<void>((resolve) => {
    writing.oncomplete = () => {
      resolve();
    };
  });
  db.close();
};

test("HAZ-02 what lies in a database that the app could not open is collected, and the database stays as it was", async () => {
  const factory = new IDBFactory();
  await anOldDatabase(factory);
  const content = valueOf(await collectLying({ databaseName: name, factory, codec: plainRows, userId }, {}));
  expect(content).toMatchObject({ userId, drafts: [{ id: draftId, version: 3 }], outbox: [], asTheyLay: [] });
  expect(content.drafts[0]?.content).toContain("boats");
  expect(await factory.databases()).toEqual([{ name, version: 10 }]);
});

test("rows of which the key is not there are named and carried as they lie", async () => {
  const { store, factory, databaseName } = await openSealedDevice(userId);
  const body = aVisit(caseId, "boats");
  valueOf(await store.drafts.save({ kind: "visit", id: draftId, caseId, startedAtMs: 1, body }, 0));
  store.close();
  const noKey = { ...plainRows, decode: () => Promise.resolve(err({ reason: "no key" })) };
  const content = valueOf(await collectLying({ databaseName, factory, codec: noKey, userId }, {}));
  expect(content.drafts).toEqual([]);
  expect(content.asTheyLay).toMatchObject([{ table: "draft", id: draftId, version: 1, body: { kind: "bytes" } }]);
});

test("a database that is not there is an error, and none is made", async () => {
  const factory = new IDBFactory();
  expect((await collectLying({ databaseName: name, factory, codec: plainRows, userId }, {})).ok).toBe(false);
  expect(await factory.databases()).toEqual([]);
});
