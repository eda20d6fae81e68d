import "fake-indexeddb/auto"; // before Dexie, which looks for a database when it is loaded
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import { createIds, fillRandom } from "#platform/ids";
import { sha256Hex } from "#platform/digest";
import { createAutosave } from "#storage/autosave";
import { createDraftWriter } from "#storage/draft-writer";
import { makeOperation } from "#storage/make-operation";
import { openStore, type Store } from "#storage/open-store";
import type { VisitInProgress } from "#storage/drafts";
import { aCase, aVisit } from "../../support/made-up-bodies";
import { plainRows } from "../../support/plain-rows";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const NOW_MS = Date.UTC(2026, 10, 24, 9, 0);
const YEAR_MS = 365 * 24 * 3_600_000;
const caseId = uuid(2);

let nowMs: number;
let store: Store;
const clock = { nowMs: () => nowMs };
const ids = createIds({ clock, fillRandom });

beforeEach(async () => {
  nowMs = NOW_MS;
  const device = { userId: uuid(1), practice: true, clock, ids, sha256: sha256Hex, codec: plainRows };
  store = valueOf(await openStore({ ...device, factory: new IDBFactory() }));
});

const visit = (loves: string): VisitInProgress => ({
  kind: "visit",
  id: uuid(3),
  caseId,
  startedAtMs: NOW_MS,
  body: aVisit(caseId, loves),
});
const lovedIn = (body: object): boolean => JSON.stringify(body).includes("said after the clock was set back");

test("HAZ-02 what is saved after the clock was set back a year is written over what was saved before", async () => {
  expect(await store.drafts.save(visit("said before"), 0)).toMatchObject({ ok: true, value: { version: 1 } });
  nowMs -= YEAR_MS;
  const saved = await store.drafts.save(visit("said after the clock was set back"), 1);
  expect(saved).toEqual({ ok: true, value: { version: 2, savedAtMs: nowMs } });
  expect(lovedIn(valueOf(await store.drafts.load(uuid(3))).body)).toBe(true);
});

test("HAZ-02 a window whose clock is a year ahead does not write over newer words of one that is behind", async () => {
  await store.drafts.save(visit("said before"), 0);
  nowMs -= YEAR_MS;
  await store.drafts.save(visit("said after the clock was set back"), 1);
  nowMs += 2 * YEAR_MS;
  const late = await store.drafts.save(visit("said before"), 1);
  expect(late).toEqual({ ok: false, error: { type: "ChangedElsewhere" } });
  expect(lovedIn(valueOf(await store.drafts.load(uuid(3))).body)).toBe(true);
});

test("HAZ-02 autosave keeps the last words and says so, though the clock goes back while somebody types", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const writer = createDraftWriter(store.drafts, { ...visit("nothing yet"), version: 0 });
  const autosave = createAutosave({ save: writer.save, clock });
  autosave.changed(aVisit(caseId, "said before"));
  vi.useRealTimers();
  await autosave.flush();
  nowMs -= YEAR_MS;
  autosave.changed(aVisit(caseId, "said after the clock was set back"));
  expect(await autosave.flush()).toEqual({ kind: "saved", atMs: nowMs });
  autosave.stop();
  expect(lovedIn(valueOf(await store.drafts.load(uuid(3))).body)).toBe(true);
  expect(writer.version()).toBe(2);
});

const saveCase = async (called: string, parents: readonly string[]): Promise<string> => {
  const operation = valueOf(
    await makeOperation({
      recordType: "case",
      recordId: caseId,
      caseId,
      parents: [...parents],
      body: aCase(called),
      nowMs,
      ids,
      sha256: sha256Hex,
    }),
  );
  valueOf(await store.outbox.add([operation]));
  return operation.opId;
};

test("HAZ-02 operations made after the clock was set back follow those before them, on the screen and on their way", async () => {
  const first = await saveCase("Robin", []);
  nowMs -= YEAR_MS;
  const second = await saveCase("Robin, put right", [first]);
  nowMs -= YEAR_MS;
  const third = await saveCase("Robin, put right again", [second]);
  // Ids of one device sort as they were made, whatever its clock says.
  expect([third, first, second].sort()).toEqual([first, second, third]);
  const waiting = valueOf(await store.deliveries.pending());
  expect(waiting.map(({ opId }) => opId)).toEqual([first, second, third]);
  const shown = valueOf(await store.records.get(caseId));
  expect(shown).toMatchObject({ revId: third, otherRevIds: [] });
  expect(JSON.stringify(shown.body)).toContain("Robin, put right again");
});
