import { beforeEach, expect, test } from "vitest";
import { aVisit } from "../../support/made-up-bodies";
import { openSealedDevice, type SealedDevice } from "../../support/sealed-device";
import { uuid } from "../../support/uuid";
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

test("HAZ-02 returned drafts, law 1: one that is here in this version or a newer one is left as it is", async () => {
  valueOf(await save("kites", 0));
  valueOf(await save("bridges", 1));
  for (const version of [1, 2]) expect(await put(draft("boats"), version)).toEqual({ ok: true, value: "not-newer" });
  expect(await drafts()).toMatchObject([{ id, version: 2, body: aVisit(caseId, "bridges") }]);
  expect(await put(draft("boats"), 3)).toEqual({ ok: true, value: "put" });
  expect(await drafts()).toMatchObject([{ id, version: 3, body: aVisit(caseId, "boats") }]);
});

test("returned drafts, law 2: what was put here once is not put here again, though it is finished or thrown away", async () => {
  await put(draft("boats"), 4);
  valueOf(await device.store.drafts.remove(id));
  for (const version of [3, 4]) expect(await put(draft("boats"), version)).toEqual({ ok: true, value: "not-newer" });
  expect(await drafts()).toEqual([]);
  expect(await put(draft("boats"), 5)).toEqual({ ok: true, value: "put" });
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
