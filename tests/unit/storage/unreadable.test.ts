import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { sha256Hex } from "#platform/digest";
import { makeOperation } from "#storage/make-operation";
import { openStore, type Store } from "#storage/open-store";
import { aCase, aVisit } from "../../support/made-up-bodies";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";
import { plainRows } from "../../support/plain-rows";

const caseId = uuid(2);
let factory: IDBFactory;
let store: Store;
let raw: Dexie;
beforeEach(async () => {
  factory = new IDBFactory();
  const clock = { nowMs: () => 1_000 };
  store = valueOf(
    await openStore({
      userId: uuid(1),
      practice: true,
      clock,
      ids: countedIds(50),
      factory,
      sha256: sha256Hex,
      codec: plainRows,
    }),
  );
  // The same database by another door, to leave in it what no version of the app has written.
  const names = (await factory.databases()).flatMap(({ name }) => (name === "strandline" || !name ? [] : [name]));
  raw = await new Dexie(names[0]!, { indexedDB: factory }).open();
});

const draft = { kind: "visit", caseId, startedAtMs: 1_000, savedAtMs: 1_000, body: aVisit(caseId) };
const putDraft = (id: string, content: unknown, version: unknown = 1): Promise<unknown> =>
  raw.table("draft").put({ id, version, body: typeof content === "string" ? content : JSON.stringify(content) });

test("drafts, law 2: one that cannot be read is named with the place and the reason, and the others are read", async () => {
  await putDraft(uuid(31), draft);
  await putDraft(uuid(32), { ...draft, body: { ...draft.body, profile: { schemaVersion: 1, sections: {} } } });
  await putDraft(uuid(33), { ...draft, kind: "a kind to come" });
  await putDraft(uuid(34), "Robin said: {");
  await putDraft(uuid(35), draft, "two");
  const { drafts, unreadable } = valueOf(await store.drafts.list());
  expect(drafts.map(({ id }) => id)).toEqual([uuid(31)]);
  expect(unreadable).toEqual([
    { type: "Unreadable", id: uuid(32), path: "body/profile/sections/frame", reason: "the frame is missing" },
    { type: "Unreadable", id: uuid(33), path: "kind", reason: expect.any(String) as string },
    { type: "Unreadable", id: uuid(34), path: "", reason: expect.any(String) as string },
    { type: "Unreadable", id: uuid(35), path: "version", reason: "not a number" },
  ]);
  expect(await store.drafts.load(uuid(32))).toEqual({ ok: false, error: unreadable[0] });
});

test("drafts, law 2: one that cannot be read is kept as it lies", async () => {
  await putDraft(uuid(32), { ...draft, body: { later: "kept" } });
  const before: unknown = await raw.table("draft").get(uuid(32));
  await store.drafts.list();
  await store.drafts.load(uuid(32));
  expect(await store.drafts.save({ ...draft, kind: "visit", id: uuid(32) }, 0)).toMatchObject({ ok: false });
  expect(await raw.table("draft").get(uuid(32))).toEqual(before);
});

test("no reason quotes what was found", async () => {
  await putDraft(uuid(34), "Robin said: {");
  await putDraft(uuid(36), { ...draft, kind: "Robin", startedAtMs: "Robin", caseId: "Robin", body: "Robin" });
  await putDraft(uuid(37), { ...draft, startedAtMs: "Robin", caseId: "Robin", body: "Robin" });
  const { unreadable } = valueOf(await store.drafts.list());
  expect(unreadable).toHaveLength(3);
  expect(JSON.stringify(unreadable)).not.toContain("Robin");
});

const caseOperation = async (recordId: string, body = aCase(), parents: string[] = [], opId = uuid(600)) => {
  const about = { recordType: "case", recordId, caseId: recordId, parents, body, nowMs: 1_000 } as const;
  return valueOf(await makeOperation({ ...about, ids: { next: () => opId }, sha256: sha256Hex }));
};

test("records, laws 1 and 2: one whose body cannot be read is named, hides no other, and no older version stands in for it", async () => {
  const first = await caseOperation(caseId, aCase("Robin"), [], uuid(601));
  const second = {
    ...(await caseOperation(caseId, aCase("Robyn"), [uuid(601)], uuid(602))),
    body: '{"schemaVersion":1}',
  };
  const other = await caseOperation(uuid(5), aCase("Sam"), [], uuid(603));
  valueOf(await store.outbox.add([first, second, other]));
  const { records, unreadable } = valueOf(await store.records.list("case"));
  expect(records.map(({ recordId }) => recordId)).toEqual([uuid(5)]);
  expect(unreadable).toEqual([
    { type: "Unreadable", id: caseId, path: "sections", reason: expect.any(String) as string },
  ]);
  expect(await store.records.get(caseId)).toEqual({ ok: false, error: unreadable[0] });
});

test("records, law 1: an outbox row that cannot be read at all is named, and the others are seen", async () => {
  valueOf(await store.outbox.add([await caseOperation(caseId)]));
  await raw.table("outbox").add({ id: uuid(700), version: 1, body: '{"opId":"?"}' });
  const { records, unreadable } = valueOf(await store.records.list("case"));
  expect(records).toHaveLength(1);
  expect(unreadable).toMatchObject([{ id: uuid(700), path: "opId" }]);
});

test("what the server last said is seen, as delivered, and under what this device has not delivered", async () => {
  const { body } = await caseOperation(caseId, aCase("Robin"));
  const remote = { recordType: "case", recordId: caseId, caseId, revId: uuid(400), schemaVersion: 1, body };
  await raw.table("remote").put({ id: caseId, version: "v-abc", body: JSON.stringify(remote) });
  expect(valueOf(await store.records.get(caseId))).toMatchObject({
    revId: uuid(400),
    delivery: { kind: "delivered" },
    body: aCase("Robin"),
  });

  valueOf(await store.outbox.add([await caseOperation(caseId, aCase("Robyn"), [uuid(400)])]));
  expect(valueOf(await store.records.list("case")).records).toMatchObject([
    { revId: uuid(600), delivery: { kind: "waiting", sinceMs: 1_000 }, body: aCase("Robyn"), otherRevIds: [] },
  ]);
});
