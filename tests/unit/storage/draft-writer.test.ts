import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { createAutosave } from "#storage/autosave";
import { createDraftWriter } from "#storage/draft-writer";
import type { VisitInProgress } from "#storage/drafts";
import { openStore } from "#storage/open-store";
import { aVisit } from "../../support/made-up-bodies";
import { countedIds, uuid } from "../../support/uuid";
import { sha256Hex } from "#platform/digest";
import { valueOf } from "../../support/value-of";
import { plainRows } from "../../support/plain-rows";

const caseId = uuid(2);
const clock = { nowMs: () => 5_000 };
const draft: VisitInProgress = { kind: "visit", id: uuid(3), caseId, startedAtMs: 1_000, body: aVisit(caseId) };
const openForTest = async (factory = new IDBFactory()) =>
  valueOf(
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

test("a writer saves version after version, and knows which one it wrote last", async () => {
  const { drafts } = await openForTest();
  const writer = createDraftWriter(drafts, { ...draft, version: 0 });
  valueOf(await writer.save(aVisit(caseId, "boats")));
  valueOf(await writer.save(aVisit(caseId, "planes")));
  expect(writer.version()).toBe(2);
  expect(valueOf(await drafts.load(draft.id)).body).toEqual(aVisit(caseId, "planes"));
});

test("a writer whose draft was written elsewhere stays refused, and writes over nothing", async () => {
  const { drafts } = await openForTest();
  const writer = createDraftWriter(drafts, { ...draft, version: 0 });
  const elsewhere = createDraftWriter(drafts, { ...draft, version: 0 });
  valueOf(await elsewhere.save(aVisit(caseId, "boats")));
  for (let turn = 0; turn < 2; turn += 1) {
    expect(await writer.save(aVisit(caseId, "planes"))).toEqual({ ok: false, error: { type: "ChangedElsewhere" } });
  }
  expect(valueOf(await drafts.load(draft.id)).body).toEqual(aVisit(caseId, "boats"));
});

test("a write whose answer was lost is not a change made elsewhere: what is typed next is saved", async () => {
  const { drafts } = await openForTest();
  let isAnswerLost = true;
  const losing: Pick<typeof drafts, "save"> = {
    save: async (...write) => {
      const saved = await drafts.save(...write);
      return isAnswerLost ? { ok: false, error: { type: "DatabaseClosed" } } : saved;
    },
  };
  const writer = createDraftWriter(losing, { ...draft, version: 0 });
  expect(await writer.save(aVisit(caseId, "boats"))).toMatchObject({ ok: false });
  isAnswerLost = false;
  valueOf(await writer.save(aVisit(caseId, "boats and planes")));
  expect(writer.version()).toBe(2);
  expect(valueOf(await drafts.load(draft.id)).body).toEqual(aVisit(caseId, "boats and planes"));
});

test("the very same write done again changes nothing, and is no error", async () => {
  const { drafts } = await openForTest();
  const written = await drafts.save(draft, 0);
  expect(await drafts.save(draft, 0)).toEqual(written);
  expect(await drafts.save({ ...draft, body: aVisit(caseId, "planes") }, 0)).toMatchObject({ ok: false });
});

test("typing through autosave, writer and database ends with the last words on the disk and on the screen", async () => {
  const { drafts } = await openForTest();
  const writer = createDraftWriter(drafts, { ...draft, version: 0 });
  const autosave = createAutosave({ save: writer.save, clock, delayMs: 5 });
  for (const loves of ["t", "tr", "tra", "trai", "train", "trains"]) {
    autosave.changed(aVisit(caseId, loves));
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  expect(await autosave.flush()).toEqual({ kind: "saved", atMs: 5_000 });
  autosave.stop();
  expect(valueOf(await drafts.load(draft.id))).toMatchObject({
    version: writer.version(),
    body: aVisit(caseId, "trains"),
  });
});
