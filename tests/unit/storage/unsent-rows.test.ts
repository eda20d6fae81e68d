import "fake-indexeddb/auto"; // before Dexie, which looks for a database when it is loaded
import { Dexie } from "dexie";
import { beforeEach, expect, test } from "vitest";
import { sha256Hex } from "#platform/digest";
import { makeOperation } from "#storage/make-operation";
import { readUnsentRows } from "#storage/unsent-rows";
import { aCase, aVisit } from "../../support/made-up-bodies";
import { openSealedDevice, type SealedDevice } from "../../support/sealed-device";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const caseId = uuid(2);
const draftId = uuid(801);
let device: SealedDevice;
beforeEach(async () => {
  device = await openSealedDevice(uuid(1));
});
const read = async () => valueOf(await readUnsentRows({ databaseName: device.databaseName, factory: device.factory }));

test("what waits and what was begun is read as it lies, without a key, what waits first and in its order", async () => {
  const ids = countedIds(70_000);
  const operations = await Promise.all(
    [1, 2, 3].map(async (n) =>
      valueOf(
        await makeOperation({
          ...{ recordType: "case", recordId: uuid(30 + n), caseId: uuid(30 + n), parents: [], body: aCase() },
          ...{ nowMs: 1_000, ids, sha256: sha256Hex },
        }),
      ),
    ),
  );
  // The ids are in another order than the operations.
  const [one, two, three] = operations;
  for (const operation of [three!, one!, two!]) valueOf(await device.store.outbox.add([operation]));
  valueOf(
    await device.store.drafts.save({ kind: "visit", id: draftId, caseId, startedAtMs: 1_000, body: aVisit(caseId) }, 0),
  );
  device.store.close();
  const { rows, unfit } = await read();
  expect(unfit).toEqual([]);
  expect(rows.map(({ table, id, version }) => [table, id, version])).toEqual([
    ...[three!, one!, two!].map(({ opId }) => ["outbox", opId, 1]),
    ["draft", draftId, 1],
  ]);
  const raw = await new Dexie(device.databaseName, { indexedDB: device.factory }).open();
  const lying = (await raw.table("draft").get(draftId)) as { readonly body: Uint8Array };
  raw.close();
  expect(rows.at(-1)?.body).toEqual(lying.body);
});

test("a row that this app never sealed is named, and the others are read", async () => {
  valueOf(
    await device.store.drafts.save({ kind: "visit", id: draftId, caseId, startedAtMs: 1_000, body: aVisit(caseId) }, 0),
  );
  const raw = await new Dexie(device.databaseName, { indexedDB: device.factory }).open();
  await raw.table("draft").put({ id: uuid(9), version: 1, body: "in the open" });
  raw.close();
  const { rows, unfit } = await read();
  expect([rows.map(({ id }) => id), unfit]).toEqual([[draftId], [uuid(9)]]);
});
