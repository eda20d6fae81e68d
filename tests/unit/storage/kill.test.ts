import "fake-indexeddb/auto";
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import { sha256Hex } from "#platform/digest";
import { makeOperation } from "#storage/make-operation";
import { openStore, type Store } from "#storage/open-store";
import { aProfile, aVisit } from "../../support/made-up-bodies";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";
import { plainRows } from "../../support/plain-rows";

const caseId = uuid(2);
const draftId = uuid(3);
let factory: IDBFactory;
let store: Store;
const openAgain = async (): Promise<Store> =>
  valueOf(
    await openStore({
      userId: uuid(1),
      practice: true,
      clock: { nowMs: () => 1_000 },
      sha256: sha256Hex,
      ids: countedIds(50),
      factory,
      codec: plainRows,
    }),
  );
const draft = (loves: string) =>
  ({ kind: "visit", id: draftId, caseId, startedAtMs: 1_000, body: aVisit(caseId, loves) }) as const;
beforeEach(async () => {
  factory = new IDBFactory();
  store = await openAgain();
  valueOf(await store.drafts.save(draft("trains"), 0));
});

/** What the browser does when its process dies: the transaction that is open leaves nothing, and nobody tries again. */
const killAt = (write: "put" | "add"): void => {
  vi.spyOn(IDBObjectStore.prototype, write).mockImplementationOnce(function (this: IDBObjectStore) {
    this.transaction.abort();
    store.close();
    throw new DOMException("killed", "AbortError");
  });
};

test("outbox, law 1: killed between the removal of a draft and the adding of its operations, the draft is there at reopening", async () => {
  const about = { recordType: "profile", recordId: uuid(801), caseId, parents: [], body: aProfile() } as const;
  const operation = valueOf(await makeOperation({ ...about, nowMs: 1_000, ids: countedIds(60), sha256: sha256Hex }));
  killAt("add");
  const finished = await store.outbox.finish({ draftId, expectedVersion: 1, operations: [operation] });
  expect(finished.ok).toBe(false);

  store = await openAgain();
  expect(valueOf(await store.drafts.load(draftId)).body).toEqual(aVisit(caseId, "trains"));
  expect(valueOf(await store.records.list("profile")).records).toEqual([]);
});

test("drafts, law 1: killed during a save, the draft is there as it was saved before", async () => {
  killAt("put");
  expect((await store.drafts.save(draft("boats"), 1)).ok).toBe(false);

  store = await openAgain();
  expect(valueOf(await store.drafts.load(draftId))).toMatchObject({ version: 1, body: aVisit(caseId, "trains") });
});
