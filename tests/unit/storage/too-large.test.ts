import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { sha256Hex } from "#platform/digest";
import { createAutosave } from "#storage/autosave";
import { createDraftWriter } from "#storage/draft-writer";
import type { FormInProgress, VisitInProgress } from "#storage/drafts";
import { makeOperation } from "#storage/make-operation";
import { openStore } from "#storage/open-store";
import { aVisit } from "../../support/made-up-bodies";
import { plainRows } from "../../support/plain-rows";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const caseId = uuid(2);
const clock = { nowMs: () => 5_000 };
const KB = 1024;
const long = (bytes: number): string => "a".repeat(bytes);
const visit = (loves: string): VisitInProgress => ({
  kind: "visit",
  id: uuid(801),
  caseId,
  startedAtMs: 1_000,
  body: aVisit(caseId, loves),
});
const storeForTest = async () =>
  valueOf(
    await openStore({
      userId: uuid(1),
      practice: true,
      clock,
      ids: countedIds(50),
      factory: new IDBFactory(),
      sha256: sha256Hex,
      codec: plainRows,
    }),
  );

test("HAZ-02 drafts, law 3: a visit whose profile is over 512 KB is refused while it is written, and what was saved stands", async () => {
  const { drafts } = await storeForTest();
  valueOf(await drafts.save(visit("trains"), 0));
  expect(await drafts.save(visit(long(512 * KB)), 1)).toMatchObject({ error: { type: "TooLarge" } });
  // "é" is one letter and two bytes.
  expect(await drafts.save(visit("é".repeat(256 * KB)), 1)).toMatchObject({ error: { type: "TooLarge" } });
  expect(valueOf(await drafts.load(visit("").id))).toMatchObject({ version: 1, body: aVisit(caseId, "trains") });
  expect(valueOf(await drafts.save(visit(long(500 * KB)), 1)).version).toBe(2);
});

test("a visit is measured by the records that it becomes, not by the sum of them", async () => {
  const { drafts } = await storeForTest();
  const { body, ...draft } = visit(long(300 * KB));
  const plan = { ...body.plan, sections: { later: { words: long(300 * KB) } } };
  expect((await drafts.save({ ...draft, body: { ...body, plan, beforeMove: body.profile } }, 0)).ok).toBe(true);
  const tooLong = { ...body.plan, sections: { later: { words: long(512 * KB) } } };
  expect(await drafts.save({ ...draft, body: { ...body, plan: tooLong } }, 1)).toMatchObject({
    error: { type: "TooLarge" },
  });
});

test("whatever is saved as a draft can be finished: nothing is refused first at the end", async () => {
  const { drafts } = await storeForTest();
  let kept = 0;
  for (let bytes = 500 * KB; bytes < 520 * KB; bytes += KB) {
    if ((await drafts.save(visit(long(bytes)), kept)).ok) kept += 1;
    else break;
  }
  const { body } = valueOf(await drafts.load(visit("").id));
  expect(kept).toBeGreaterThan(0);
  const revision = {
    recordType: "profile",
    recordId: uuid(801),
    caseId,
    parents: [],
    nowMs: 1,
    sha256: sha256Hex,
  } as const;
  const { profile } = body as VisitInProgress["body"];
  expect((await makeOperation({ ...revision, body: profile, ids: countedIds(90) })).ok).toBe(true);
});

test("a form that is over 512 KB is refused as well", async () => {
  const { drafts } = await storeForTest();
  const body = { name: long(513 * KB) };
  const form: FormInProgress = { kind: "new-family", id: uuid(3), caseId: null, startedAtMs: 1, body };
  expect(await drafts.save(form, 0)).toMatchObject({ error: { type: "TooLarge" } });
});

test("HAZ-02 autosave says that it failed and why, keeps what was typed, and a shorter text mends it", async () => {
  const { drafts } = await storeForTest();
  const writer = createDraftWriter(drafts, { ...visit("trains"), version: 0 });
  const autosave = createAutosave({ save: writer.save, clock, delayMs: 1, retryMs: [1] });
  autosave.changed(aVisit(caseId, "trains"));
  expect(await autosave.flush()).toMatchObject({ kind: "saved" });
  autosave.changed(aVisit(caseId, long(600 * KB)));
  expect(await autosave.flush()).toMatchObject({ kind: "failed", reason: { type: "TooLarge" } });
  autosave.changed(aVisit(caseId, "boats"));
  expect(await autosave.flush()).toEqual({ kind: "saved", atMs: 5_000 });
  autosave.stop();
  expect(valueOf(await drafts.load(uuid(801))).body).toEqual(aVisit(caseId, "boats"));
});
