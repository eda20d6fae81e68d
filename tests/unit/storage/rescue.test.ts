import { IDBDatabase, IDBObjectStore } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import { ConcernBody } from "#core/schema/concern";
import type { Operation } from "#core/schema/operation";
import type { RescueContent } from "#core/sealed/rescue-content";
import { sha256Hex } from "#platform/digest";
import { makeOperation } from "#storage/make-operation";
import type { PutBack } from "#storage/rescue/put-back-rescue";
import { aCase, aPlan, aProfile, aVisit } from "../../support/made-up-bodies";
import { changeRow, openRescuedDevice, type RescuedDevice, rowsAsTheyLie } from "../../support/rescued-device";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const grace = uuid(1);
const caseId = uuid(2);
const draftId = uuid(801);
const fileId = uuid(700);

let ids: ReturnType<typeof countedIds>;
let device: RescuedDevice;
beforeEach(async () => {
  ids = countedIds(10_000);
  device = await openRescuedDevice({ userId: grace });
});

const operation = async (recordId = uuid(31), ofCase = caseId, loves = "trains"): Promise<Operation> =>
  valueOf(
    await makeOperation({
      recordType: "profile",
      recordId,
      caseId: ofCase,
      parents: [],
      body: aProfile(loves),
      nowMs: 1_000,
      ids,
      sha256: sha256Hex,
    }),
  );
const caseOperation = async (recordId = caseId): Promise<Operation> =>
  valueOf(
    await makeOperation({
      recordType: "case",
      recordId,
      caseId: recordId,
      parents: [],
      body: aCase("Robin"),
      nowMs: 1_000,
      ids,
      sha256: sha256Hex,
    }),
  );
const receipted = ({ opId, sha256 }: Operation) => ({
  opId,
  status: "accepted" as const,
  ver: `ver-${opId}`,
  receipt: { revId: opId, sha256, receivedAt: 2_000, auditSeq: 1, hmac: "0".repeat(64) },
});
const beginVisit = ({ store }: RescuedDevice, loves = "trains", version = 0) =>
  store.drafts.save({ kind: "visit", id: draftId, caseId, startedAtMs: 1_000, body: aVisit(caseId, loves) }, version);
const collected = async ({ store }: RescuedDevice, only?: string): Promise<RescueContent> =>
  valueOf(await store.rescue.collect({ only }));
const putBackOn = async ({ store }: RescuedDevice, content: RescueContent): Promise<PutBack> =>
  valueOf(await store.rescue.putBack({ fileId, practice: true, content }));
const everything = async (on: RescuedDevice) =>
  Promise.all((["draft", "outbox", "remote", "meta"] as const).map((table) => rowsAsTheyLie(on, table)));

test("HAZ-02 a visit that was begun, what waits and what was sent come back on a device with other keys", async () => {
  const [first, second] = [await caseOperation(), await operation()];
  valueOf(await device.store.outbox.add([first]));
  valueOf(await device.store.deliveries.settle([first], [receipted(first)]));
  valueOf(await device.store.outbox.add([second]));
  valueOf(await beginVisit(device));
  const other = await openRescuedDevice({ userId: grace });
  expect(await putBackOn(other, await collected(device))).toMatchObject({
    drafts: 1,
    besides: 0,
    waiting: 1,
    records: 1,
    already: 0,
    stillClosed: [],
  });
  expect(valueOf(await other.store.drafts.load(draftId))).toEqual(valueOf(await device.store.drafts.load(draftId)));
  expect(valueOf(await other.store.deliveries.pending())).toEqual([second]);
  expect(valueOf(await other.store.records.get(caseId))).toEqual(valueOf(await device.store.records.get(caseId)));
});

test("HAZ-02 the same file put back twice changes nothing the second time, not a byte", async () => {
  valueOf(await beginVisit(device));
  valueOf(await device.store.outbox.add([await operation()]));
  const content = await collected(device);
  const other = await openRescuedDevice({ userId: grace });
  await putBackOn(other, content);
  const before = await everything(other);
  expect(await putBackOn(other, content)).toMatchObject({ drafts: 0, waiting: 0, records: 0, already: 2 });
  expect(await everything(other)).toEqual(before);
});

test("HAZ-02 a file put back twice at the same moment, in two windows, comes back once", async () => {
  valueOf(await beginVisit(device));
  valueOf(await device.store.outbox.add([await operation(), await operation(uuid(32))]));
  const content = await collected(device);
  const one = await openRescuedDevice({ userId: grace });
  const otherWindow = await openRescuedDevice({ userId: grace, factory: one.factory, codec: one.codec });
  await Promise.all([putBackOn(one, content), putBackOn(otherWindow, content)]);
  expect((await rowsAsTheyLie(one, "draft")).size).toBe(1);
  expect(valueOf(await one.store.deliveries.pending())).toHaveLength(2);
});

test("HAZ-02 a draft that was carried on with stays as it is; the one in the file comes back beside it, once", async () => {
  valueOf(await beginVisit(device, "trains"));
  const content = await collected(device);
  valueOf(await beginVisit(device, "boats", 1));
  const before = (await rowsAsTheyLie(device, "draft")).get(draftId);
  expect(await putBackOn(device, content)).toMatchObject({ drafts: 1, besides: 1 });
  expect((await rowsAsTheyLie(device, "draft")).get(draftId)).toEqual(before);
  const { drafts } = valueOf(await device.store.drafts.list());
  const beside = drafts.find(({ id }) => id !== draftId);
  expect(beside?.kind === "visit" && beside.body).toMatchObject({
    profileId: beside?.id,
    profile: aProfile("trains"),
    plan: { profileId: beside?.id },
  });
  await putBackOn(device, content);
  expect(valueOf(await device.store.drafts.list()).drafts).toHaveLength(2);
});

test("a draft that differs only in the page it is open at is the same draft", async () => {
  valueOf(await beginVisit(device));
  const content = await collected(device);
  const body = { ...aVisit(caseId), place: "picture", left: true };
  valueOf(await device.store.drafts.save({ kind: "visit", id: draftId, caseId, startedAtMs: 1_000, body }, 1));
  expect(await putBackOn(device, content)).toMatchObject({ drafts: 0, besides: 0 });
});

test("HAZ-02 a visit that was finished since the file was made is not begun anew", async () => {
  valueOf(await beginVisit(device));
  const content = await collected(device);
  const operations = [await operation(draftId)];
  valueOf(await device.store.outbox.finish({ draftId, expectedVersion: 1, operations }));
  expect(await putBackOn(device, content)).toMatchObject({ drafts: 0 });
  expect(valueOf(await device.store.drafts.list()).drafts).toEqual([]);
});

test("a form that came back, was finished, and is in the file still, does not come back a second time", async () => {
  const form = { kind: "new-family", id: uuid(77), caseId: null, startedAtMs: 1, body: { name: "Ro" } } as const;
  valueOf(await device.store.drafts.save(form, 0));
  const content = await collected(device);
  const other = await openRescuedDevice({ userId: grace });
  await putBackOn(other, content);
  const operations = [await caseOperation()];
  valueOf(await other.store.outbox.finish({ draftId: form.id, expectedVersion: 1, operations }));
  expect(await putBackOn(other, content)).toMatchObject({ drafts: 0 });
});

test("HAZ-02 what was delivered since the file was made does not wait again", async () => {
  const sent = await operation();
  valueOf(await device.store.outbox.add([sent]));
  const content = await collected(device);
  valueOf(await device.store.deliveries.settle([sent], [receipted(sent)]));
  expect(await putBackOn(device, content)).toMatchObject({ waiting: 0 });
  expect(valueOf(await device.store.deliveries.pending())).toEqual([]);
});

test("what came back and was delivered does not wait again, though the server has moved on since", async () => {
  const sent = await operation();
  valueOf(await device.store.outbox.add([sent]));
  const content = await collected(device);
  const other = await openRescuedDevice({ userId: grace });
  await putBackOn(other, content);
  valueOf(await other.store.deliveries.settle([sent], [receipted(sent)]));
  valueOf(
    await other.store.deliveries.take({
      puts: [],
      gone: [{ id: sent.recordId, reason: "no-access" }],
      more: false,
      storeEpoch: "e",
      policy: { minimumProtocol: 1 },
    } as unknown as Parameters<typeof other.store.deliveries.take>[0]),
  );
  expect(await putBackOn(other, { ...content, remote: [] })).toMatchObject({ waiting: 0 });
});

test("what the server refused comes back refused, with its reason", async () => {
  const refused = await operation();
  valueOf(await device.store.outbox.add([refused]));
  valueOf(await device.store.deliveries.settle([refused], [{ opId: refused.opId, status: "refused", reason: "hash" }]));
  const other = await openRescuedDevice({ userId: grace });
  await putBackOn(other, await collected(device));
  expect(valueOf(await other.store.deliveries.count())).toEqual({ waiting: 0, needPerson: 1 });
});

test("what waits comes back in the order in which it was written, after what waits here", async () => {
  const [first, second, own] = [await operation(uuid(31)), await operation(uuid(32)), await operation(uuid(33))];
  valueOf(await device.store.outbox.add([second, first]));
  const other = await openRescuedDevice({ userId: grace });
  valueOf(await other.store.outbox.add([own]));
  await putBackOn(other, await collected(device));
  expect(valueOf(await other.store.deliveries.pending()).map(({ opId }) => opId)).toEqual(
    [own, second, first].map(({ opId }) => opId),
  );
});

test("a file of one child's record holds all of that child's and nothing of any other", async () => {
  const [mine, others] = [await caseOperation(), await caseOperation(uuid(3))];
  const [profile, another] = [await operation(uuid(31)), await operation(uuid(32), uuid(3), "boats")];
  valueOf(await device.store.outbox.add([mine, others, profile, another]));
  valueOf(await beginVisit(device));
  const content = await collected(device, caseId);
  expect(content.outbox.map(({ id }) => id)).toEqual([mine.opId, profile.opId]);
  expect(content.drafts.map(({ id }) => id)).toEqual([draftId]);
  expect(JSON.stringify(content)).not.toContain("boats");
  // One profile alone brings the child's record along: without it, it could not be opened.
  expect((await collected(device, uuid(31))).outbox.map(({ id }) => id)).toEqual([mine.opId, profile.opId]);
});

test("practice and real never mix, and nothing is written", async () => {
  valueOf(await beginVisit(device));
  const content = await collected(device);
  const real = await openRescuedDevice({ userId: grace, practice: false });
  const before = await everything(real);
  expect(await real.store.rescue.putBack({ fileId, practice: true, content })).toEqual({
    ok: false,
    error: { type: "PracticeAndReal" },
  });
  expect(await everything(real)).toEqual(before);
});

test("another person's file does not come back under this person's name", async () => {
  valueOf(await beginVisit(device));
  const content = await collected(device);
  const somebodyElse = await openRescuedDevice({ userId: uuid(9) });
  expect(await somebodyElse.store.rescue.putBack({ fileId, practice: true, content })).toEqual({
    ok: false,
    error: { type: "AnotherPerson" },
  });
  expect((await rowsAsTheyLie(somebodyElse, "draft")).size).toBe(0);
});

test("HAZ-02 a row that cannot be opened is named and carried as it lies, and hides no other", async () => {
  valueOf(await beginVisit(device));
  valueOf(await device.store.outbox.add([await operation()]));
  const lying = (await rowsAsTheyLie(device, "outbox")).values().next().value as { body: Uint8Array };
  await changeRow(device, "outbox", (row) => {
    (row.body as Uint8Array)[30] = ((row.body as Uint8Array)[30] ?? 0) ^ 1;
  });
  const content = await collected(device);
  expect(content.drafts).toHaveLength(1);
  expect(content.asTheyLay).toMatchObject([{ table: "outbox", version: 1, body: { kind: "bytes" } }]);
  const other = await openRescuedDevice({ userId: grace });
  const back = await putBackOn(other, content);
  expect(back.drafts).toBe(1);
  expect(back.stillClosed).toHaveLength(1);
  expect(back.stillClosed[0]?.reason).not.toBe("");
  expect(lying.body.byteLength).toBeGreaterThan(0);
});

test("a row that could not be opened then is put back as it lay by the device that has its key", async () => {
  valueOf(await beginVisit(device));
  const keyless = await openRescuedDevice({ userId: grace, factory: device.factory });
  const content = await collected(keyless);
  expect(content.drafts).toEqual([]);
  const lay = (await rowsAsTheyLie(device, "draft")).get(draftId);
  valueOf(await device.store.drafts.remove(draftId));
  expect((await putBackOn(device, content)).stillClosed).toEqual([]);
  expect((await rowsAsTheyLie(device, "draft")).get(draftId)).toEqual(lay);
});

test("HAZ-02 a device that is full can still be rescued: nothing is written to make a file", async () => {
  valueOf(await beginVisit(device));
  const before = await everything(device);
  const transactions = vi.spyOn(IDBDatabase.prototype, "transaction");
  const window = await openRescuedDevice({ userId: grace, factory: device.factory, codec: device.codec });
  transactions.mockClear();
  expect((await collected(window)).drafts).toHaveLength(1);
  expect(transactions.mock.results.map(({ value }) => (value as IDBTransaction).mode)).toEqual(["readonly"]);
  transactions.mockRestore();
  expect(await everything(device)).toEqual(before);
});

test("HAZ-02 words that are on the screen and could not be saved are carried in place of those saved last", async () => {
  valueOf(await beginVisit(device, "trains"));
  const content = JSON.stringify({
    kind: "visit",
    caseId,
    startedAtMs: 1,
    savedAtMs: 2,
    body: aVisit(caseId, "boats"),
  });
  const rescued = valueOf(await device.store.rescue.collect({ unsaved: { id: draftId, version: 2, content } }));
  expect(rescued.drafts).toEqual([{ id: draftId, version: 2, content }]);
});

test("HAZ-02 it comes back whole or not at all: where the last row does not fit, none is there", async () => {
  valueOf(await beginVisit(device));
  valueOf(await device.store.outbox.add([await operation()]));
  const content = await collected(device);
  const other = await openRescuedDevice({ userId: grace });
  const before = await everything(other);
  const real = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "add")!;
  const add = real.value as IDBObjectStore["add"];
  Object.defineProperty(IDBObjectStore.prototype, "add", {
    ...real,
    value(this: IDBObjectStore, ...args: Parameters<IDBObjectStore["add"]>) {
      if (this.name === "outbox") throw new DOMException("full", "QuotaExceededError");
      return add.apply(this, args);
    },
  });
  try {
    const back = await other.store.rescue.putBack({ fileId, practice: true, content });
    expect(back.ok).toBe(false);
  } finally {
    Object.defineProperty(IDBObjectStore.prototype, "add", real);
  }
  expect(await everything(other)).toEqual(before);
  expect(await putBackOn(other, content)).toMatchObject({ drafts: 1, waiting: 1 });
});

test("making and putting back can be stopped, say how far they are, and leave everything as it was", async () => {
  valueOf(await beginVisit(device));
  valueOf(await device.store.outbox.add([await operation()]));
  const content = await collected(device);
  const shares: number[] = [];
  valueOf(await device.store.rescue.collect({ onProgress: (share) => shares.push(share) }));
  expect(shares).toEqual([0.5, 1]);
  expect(await device.store.rescue.collect({ signal: { aborted: true } })).toMatchObject({
    error: { type: "Stopped" },
  });
  const other = await openRescuedDevice({ userId: grace });
  const stopped = await other.store.rescue.putBack({ fileId, practice: true, content, signal: { aborted: true } });
  expect(stopped).toMatchObject({ error: { type: "Stopped" } });
  expect((await rowsAsTheyLie(other, "draft")).size).toBe(0);
});

test("a draft that only a newer version understands is carried word for word", async () => {
  const plan = { ...aPlan(draftId), later: { deep: [1] } };
  const body = { ...aVisit(caseId), plan };
  valueOf(await device.store.drafts.save({ kind: "visit", id: draftId, caseId, startedAtMs: 1, body }, 0));
  const other = await openRescuedDevice({ userId: grace });
  await putBackOn(other, await collected(device));
  expect(valueOf(await other.store.drafts.load(draftId)).body).toMatchObject({ plan });
});

test("a file that was made to do harm plants no settings, PIN, policy or other row of this device's own", async () => {
  const planted = ["device-settings", "server", "device", "refused/x", "came-back/x", "taken/x", "questionnaire", ""];
  const questionnaires = [...planted, "questionnaire/own/v1"].map((id) => ({ id, version: 1, content: "{}" }));
  const content = { ...(await collected(device)), questionnaires };
  await putBackOn(device, content);
  const lying = [...(await rowsAsTheyLie(device, "meta")).keys()];
  expect(lying).toEqual(["questionnaire/own/v1"]);
  expect(valueOf(await device.store.deviceSettings.pin())).toBeUndefined();
});

test("HAZ-10 a concern goes where everything goes, and into one record's file only where it is asked for itself", async () => {
  const concern = ConcernBody.parse({
    schemaVersion: 1,
    sections: { concern: { byId: grace, atMs: 1, practice: true, words: "Zephyrine said so." } },
  });
  const made = { recordId: uuid(91), caseId, parents: [], nowMs: 1_000, ids, sha256: sha256Hex };
  const sent = valueOf(await makeOperation({ ...made, recordType: "concern", body: concern }));
  valueOf(await device.store.outbox.add([await caseOperation(), sent]));
  const idsIn = async (only?: string) => (await collected(device, only)).outbox.map(({ id }) => id);
  expect(await idsIn()).toContain(sent.opId);
  expect(await idsIn(uuid(91))).toContain(sent.opId);
  expect(await idsIn(caseId)).not.toContain(sent.opId);
});
