import "fake-indexeddb/auto";
import { Dexie, RangeSet } from "dexie";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import { sha256Hex } from "#platform/digest";
import { makeOperation } from "#storage/make-operation";
import { openStore, type Store } from "#storage/open-store";
import { aCase, aVisit } from "../../support/made-up-bodies";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";
import { plainRows } from "../../support/plain-rows";

const caseId = uuid(2);
const clock = { nowMs: () => 1_000 };
let factory: IDBFactory;
let store: Store;
const openFor = async (userId: string): Promise<Store> =>
  valueOf(
    await openStore({
      userId,
      practice: true,
      clock,
      ids: countedIds(50 + Number.parseInt(userId.at(-1)!, 16)),
      factory,
      sha256: sha256Hex,
      codec: plainRows,
    }),
  );
beforeEach(async () => {
  factory = new IDBFactory();
  store = await openFor(uuid(1));
});
const saveDraft = async (to: Store, expectedVersion = 0): Promise<unknown> =>
  to.drafts.save({ kind: "visit", id: uuid(3), caseId, startedAtMs: 1_000, body: aVisit(caseId) }, expectedVersion);
const addRecord = async (to: Store): Promise<unknown> => {
  const about = { recordType: "case", recordId: caseId, caseId, parents: [], body: aCase(), nowMs: 1_000 } as const;
  return to.outbox.add([valueOf(await makeOperation({ ...about, ids: countedIds(), sha256: sha256Hex }))]);
};

test("whoever watches drafts hears of a save, also of one that changes only the words", async () => {
  const listener = vi.fn();
  store.watch.subscribe("drafts", listener);
  await saveDraft(store);
  expect(listener).toHaveBeenCalledTimes(1);
  await saveDraft(store, 1);
  expect(listener).toHaveBeenCalledTimes(2);
});

test("whoever watches records is left in peace while a draft is typed, and hears when a record is added", async () => {
  const listener = vi.fn();
  store.watch.subscribe("records", listener);
  await saveDraft(store);
  expect(listener).not.toHaveBeenCalled();
  await addRecord(store);
  expect(listener).toHaveBeenCalledTimes(1);
});

test("when the watcher is told, what it reads is already new", async () => {
  const read = new Promise((resolve) => {
    store.watch.subscribe("records", () => {
      resolve(store.records.list("case"));
    });
  });
  await addRecord(store);
  expect(await read).toMatchObject({ ok: true, value: { records: [{ recordId: caseId }] } });
});

test("another connection to the same database is heard; another person's database is not", async () => {
  const listener = vi.fn();
  const otherPerson = await openFor(uuid(9));
  store.watch.subscribe("drafts", listener);
  await saveDraft(otherPerson);
  expect(listener).not.toHaveBeenCalled();
  await saveDraft(await openFor(uuid(1)));
  expect(listener).toHaveBeenCalledTimes(1);
});

test("a page that was put away and brought back reads again, for it may have missed something", async () => {
  const listener = vi.fn();
  store.watch.subscribe("records", listener);
  // What Dexie tells when that happens; Node has no pages to put away.
  Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) });
  expect(listener).toHaveBeenCalledTimes(1);
});

test("nobody is called after they stopped watching", async () => {
  const listener = vi.fn();
  store.watch.subscribe("drafts", listener)();
  await saveDraft(store);
  expect(listener).not.toHaveBeenCalled();
});
