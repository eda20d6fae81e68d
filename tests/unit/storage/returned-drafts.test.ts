import { beforeEach, expect, test } from "vitest";
import { sha256Hex } from "#platform/digest";
import { makeOperation } from "#storage/make-operation";
import { aProfile, aVisit } from "../../support/made-up-bodies";
import { openSealedDevice, type SealedDevice } from "../../support/sealed-device";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const caseId = uuid(2);
const id = uuid(801);
const draft = (loves: string, more: object = {}) =>
  JSON.stringify({ kind: "visit", caseId, startedAtMs: 1_000, savedAtMs: 2_000, body: aVisit(caseId, loves), ...more });
let device: SealedDevice;
beforeEach(async () => {
  device = await openSealedDevice(uuid(1));
});
const put = (content: string, version: number) => device.store.returnedDrafts.put({ id, version, content });
const drafts = async () => valueOf(await device.store.drafts.list()).drafts;
const save = (loves: string, over: number) =>
  device.store.drafts.save({ kind: "visit", id, caseId, startedAtMs: 1_000, body: aVisit(caseId, loves) }, over);

test("a draft that comes back is a draft here, in its version, and is carried on with from there", async () => {
  expect(await put(draft("boats"), 4)).toEqual({ ok: true, value: "put" });
  expect(await drafts()).toMatchObject([{ id, version: 4, caseId, body: aVisit(caseId, "boats") }]);
  expect(await save("kites", 4)).toMatchObject({ ok: true, value: { version: 5 } });
});

test("HAZ-02 returned drafts, law 1: one that is here in other words stays as it is, and what comes back lies beside it, once", async () => {
  valueOf(await save("kites", 0));
  valueOf(await save("bridges", 1));
  expect(await put(draft("boats"), 3)).toEqual({ ok: true, value: "beside" });
  const both = await drafts();
  expect(both).toHaveLength(2);
  expect(both.find((each) => each.id === id)).toMatchObject({ version: 2, body: aVisit(caseId, "bridges") });
  expect(both.find((each) => each.id !== id)?.body).toMatchObject({
    profile: aVisit(caseId, "boats").profile,
    profileId: both.find((each) => each.id !== id)?.id,
  });
  expect(await put(draft("boats"), 3)).toEqual({ ok: true, value: "already" });
  expect(await drafts()).toHaveLength(2);
});

test("returned drafts, law 1: one that is here in the same words is left as it is, whatever its version", async () => {
  valueOf(await save("boats", 0));
  expect(await put(draft("boats"), 7)).toEqual({ ok: true, value: "already" });
  expect(await drafts()).toMatchObject([{ id, version: 1 }]);
});

test("HAZ-02 returned drafts, law 1: a visit that was finished here is not begun anew by what comes back", async () => {
  valueOf(await save("boats", 0));
  const about = { recordType: "profile", recordId: id, caseId, parents: [], body: aProfile() } as const;
  const made = valueOf(await makeOperation({ ...about, nowMs: 1_000, ids: countedIds(60), sha256: sha256Hex }));
  valueOf(await device.store.outbox.finish({ draftId: id, expectedVersion: 1, operations: [made] }));
  expect(await put(draft("kites"), 3)).toEqual({ ok: true, value: "already" });
  expect(await drafts()).toEqual([]);
});

test("returned drafts, law 2: what was put here once is not put here again, though it is finished or thrown away", async () => {
  await put(draft("boats"), 4);
  valueOf(await device.store.drafts.remove(id));
  for (const version of [3, 4]) expect(await put(draft("boats"), version)).toEqual({ ok: true, value: "already" });
  expect(await drafts()).toEqual([]);
  // Newer words of it, from a device that was not lost after all.
  expect(await put(draft("boats and kites"), 5)).toEqual({ ok: true, value: "put" });
});

test("two windows that take the same draft back at the same moment put it here once", async () => {
  valueOf(await save("kites", 0));
  const taken = await Promise.all([put(draft("boats"), 3), put(draft("boats"), 3)]);
  expect(taken.map((each) => valueOf(each)).sort()).toEqual(["already", "beside"]);
  expect(await drafts()).toHaveLength(2);
});

test.each([
  ["no JSON", "{"],
  ["no draft", "{}"],
  ["a draft of a kind to come", draft("boats", { kind: "later" })],
])("returned drafts, law 3: what is %s is not put here, and its words are not repeated", async (_, content) => {
  const result = await put(content, 1);
  expect(result).toMatchObject({ ok: false, error: { type: "Unreadable", id } });
  expect(JSON.stringify(result)).not.toContain("boats");
  expect(await drafts()).toEqual([]);
});
