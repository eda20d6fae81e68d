import { beforeEach, expect, test } from "vitest";
import { aVisit } from "../../support/made-up-bodies";
import { openRescuedDevice, type RescuedDevice } from "../../support/rescued-device";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const caseId = uuid(2);
const id = uuid(801);
const database = "strandline-old";
const draft = (loves: string, more: object = {}) =>
  JSON.stringify({ kind: "visit", caseId, startedAtMs: 1_000, savedAtMs: 2_000, body: aVisit(caseId, loves), ...more });
let device: RescuedDevice;
beforeEach(async () => {
  device = await openRescuedDevice({ userId: uuid(1) });
});
const put = async (content: string, version: number) =>
  device.store.returnedDrafts.put({ database, id, version, content });
const drafts = async () => valueOf(await device.store.drafts.list()).drafts;

test("a draft that comes back is a draft here, in its version, and the same again changes nothing", async () => {
  expect(await put(draft("boats"), 4)).toEqual({ ok: true, value: "put" });
  const once = await drafts();
  expect(once).toMatchObject([{ id, version: 4, caseId, body: aVisit(caseId, "boats") }]);
  expect(await put(draft("boats"), 4)).toEqual({ ok: true, value: "already" });
  expect(await drafts()).toEqual(once);
});

test("HAZ-02 what is here is never written over: other words of the same draft lie beside it", async () => {
  valueOf(
    await device.store.drafts.save({ kind: "visit", id, caseId, startedAtMs: 1_000, body: aVisit(caseId, "kites") }, 0),
  );
  expect(await put(draft("boats"), 9)).toEqual({ ok: true, value: "beside" });
  const lying = await drafts();
  expect(lying.find((each) => each.id === id)).toMatchObject({ version: 1, body: aVisit(caseId, "kites") });
  expect(lying).toHaveLength(2);
  expect(await put(draft("boats"), 9)).toEqual({ ok: true, value: "already" });
  expect(await drafts()).toHaveLength(2);
});

test.each([
  ["no JSON", "{"],
  ["no draft", "{}"],
  ["a draft of a kind to come", draft("boats", { kind: "later" })],
])("what is %s is not put here, and its words are not repeated", async (_, content) => {
  const result = await put(content, 1);
  expect(result).toMatchObject({ ok: false, error: { type: "Unreadable", id } });
  expect(JSON.stringify(result)).not.toContain("boats");
  expect(await drafts()).toEqual([]);
});
