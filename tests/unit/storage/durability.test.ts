import "fake-indexeddb/auto";
import { IDBDatabase, IDBFactory } from "fake-indexeddb";
import { expect, test, vi } from "vitest";
import { sha256Hex } from "#platform/digest";
import { makeOperation } from "#storage/make-operation";
import { openStore } from "#storage/open-store";
import { aCase, aVisit } from "../../support/made-up-bodies";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";
import { plainRows } from "../../support/plain-rows";

test("every write asks for strict durability: finding the database, saving, removing, adding and finishing", async () => {
  const transactions = vi.spyOn(IDBDatabase.prototype, "transaction");
  const ids = countedIds();
  const clock = { nowMs: () => 1_000 };
  const store = valueOf(
    await openStore({
      userId: uuid(900),
      practice: true,
      clock,
      ids,
      factory: new IDBFactory(),
      sha256: sha256Hex,
      codec: plainRows,
    }),
  );
  const draft = { kind: "visit", caseId: uuid(2), startedAtMs: 1_000, body: aVisit(uuid(2)) } as const;
  const operation = async () => {
    const about = { recordType: "case", recordId: uuid(2), caseId: uuid(2), parents: [], nowMs: 1_000 } as const;
    return valueOf(await makeOperation({ ...about, body: aCase(), ids, sha256: sha256Hex }));
  };
  valueOf(await store.drafts.save({ ...draft, id: uuid(501) }, 0));
  valueOf(await store.drafts.save({ ...draft, id: uuid(502) }, 0));
  valueOf(await store.drafts.remove(uuid(501)));
  valueOf(await store.outbox.add([await operation()]));
  valueOf(await store.outbox.finish({ draftId: uuid(502), expectedVersion: 1, operations: [await operation()] }));

  const writes = transactions.mock.results
    .map(({ value }) => value as IDBTransaction)
    .filter((transaction) => transaction.mode === "readwrite");
  expect(writes.map((write) => write.durability)).toEqual(Array.from({ length: 6 }, () => "strict"));
});
