import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import type { Operation } from "#core/schema/operation";
import { sha256Hex } from "#platform/digest";
import type { DraftInProgress } from "#storage/drafts";
import { makeOperation, type BodyByType } from "#storage/make-operation";
import { openStore, type Store } from "#storage/open-store";
import type { RowCodec } from "#core/sealed/row-codec";
import { aCase, aPlan, aProfile, aVisit } from "./made-up-bodies";
import { countedIds, uuid } from "./uuid";
import { valueOf } from "./value-of";

const userId = uuid(1);
const caseId = uuid(2);
const draftId = uuid(3);
const START_MS = 1_700_000_000_000;

/** What a device promises of drafts, outbox and records, whatever its rows are kept as. */
export const describeStore = (createCodec: () => Promise<RowCodec>): void => {
  let factory: IDBFactory;
  let codec: RowCodec;
  let store: Store;
  let nowMs: number;
  const openAnother = async (): Promise<Store> =>
    valueOf(
      await openStore({
        userId,
        practice: true,
        clock: { nowMs: () => nowMs },
        sha256: sha256Hex,
        ids: countedIds(5_000),
        codec,
        factory,
      }),
    );
  beforeEach(async () => {
    factory = new IDBFactory();
    codec = await createCodec();
    nowMs = START_MS;
    store = await openAnother();
  });

  const visitDraft = (loves?: string, id = draftId): DraftInProgress => ({
    kind: "visit",
    id,
    caseId,
    startedAtMs: START_MS,
    body: aVisit(caseId, loves),
  });

  test("a draft is given back as it was saved, with its version and time", async () => {
    nowMs += 5_000;
    expect(await store.drafts.save(visitDraft(), 0)).toEqual({
      ok: true,
      value: { version: 1, savedAtMs: START_MS + 5_000 },
    });
    expect(valueOf(await store.drafts.load(draftId))).toEqual({
      ...visitDraft(),
      version: 1,
      savedAtMs: START_MS + 5_000,
    });
  });

  test("what a newer version wrote into a draft is kept", async () => {
    const draft = visitDraft();
    const newer = { ...draft, body: { ...draft.body, laterField: { deep: [1] } } } as DraftInProgress;
    valueOf(await store.drafts.save(newer, 0));
    expect(valueOf(await store.drafts.load(draftId)).body).toMatchObject({ laterField: { deep: [1] } });
  });

  test("the values of an unfinished form are kept as they were typed", async () => {
    const body = { name: " Ro", bornOn: "2018-13-", people: [{ role: null }, "x"], agreed: false };
    valueOf(await store.drafts.save({ kind: "new-family", id: draftId, caseId: null, startedAtMs: START_MS, body }, 0));
    expect(valueOf(await store.drafts.load(draftId))).toMatchObject({ kind: "new-family", caseId: null, body });
  });

  test("what was typed to put something right is kept with the profile that it is about", async () => {
    const body = { profileId: uuid(801), what: " It is tr", byId: "", later: [1] };
    valueOf(await store.drafts.save({ kind: "amendment", id: draftId, caseId, startedAtMs: START_MS, body }, 0));
    expect(valueOf(await store.drafts.load(draftId))).toMatchObject({ kind: "amendment", caseId, body });
  });

  test("each save counts the version up", async () => {
    valueOf(await store.drafts.save(visitDraft(), 0));
    expect(valueOf(await store.drafts.save(visitDraft("boats"), 1)).version).toBe(2);
  });

  test("drafts, law 1: a draft that another tab wrote is not written over", async () => {
    const otherTab = await openAnother();
    valueOf(await store.drafts.save(visitDraft("trains"), 0));
    valueOf(await otherTab.drafts.save(visitDraft("boats"), 1));
    expect(await store.drafts.save(visitDraft("planes"), 1)).toEqual({
      ok: false,
      error: { type: "ChangedElsewhere" },
    });
    expect(valueOf(await store.drafts.load(draftId)).body).toEqual(aVisit(caseId, "boats"));
  });

  test("drafts, law 1: of two tabs that save the same version at once, one is refused", async () => {
    const otherTab = await openAnother();
    const saves = await Promise.all([
      store.drafts.save(visitDraft("trains"), 0),
      otherTab.drafts.save(visitDraft("boats"), 0),
    ]);
    expect(saves.map((saved) => saved.ok).sort()).toEqual([false, true]);
  });

  test("drafts, law 1: a draft that was removed does not come back by a late save", async () => {
    valueOf(await store.drafts.save(visitDraft(), 0));
    valueOf(await store.drafts.remove(draftId));
    expect(await store.drafts.save(visitDraft(), 1)).toEqual({ ok: false, error: { type: "ChangedElsewhere" } });
    expect(await store.drafts.load(draftId)).toEqual({ ok: false, error: { type: "NotFound", id: draftId } });
  });

  test("drafts are listed with the last saved first", async () => {
    for (const [n, id] of [uuid(31), uuid(32), uuid(33)].entries()) {
      nowMs = START_MS + [2, 3, 1][n]!;
      valueOf(await store.drafts.save(visitDraft("trains", id), 0));
    }
    const { drafts, unreadable } = valueOf(await store.drafts.list());
    expect(drafts.map((draft) => draft.id)).toEqual([uuid(32), uuid(31), uuid(33)]);
    expect(unreadable).toEqual([]);
  });

  test("a finished draft is gone, and what it became is there, waiting", async () => {
    valueOf(await store.drafts.save(visitDraft(), 0));
    const operations = await finishedVisit();
    valueOf(await store.outbox.finish({ draftId, expectedVersion: 1, operations }));
    expect(valueOf(await store.drafts.list()).drafts).toEqual([]);
    expect(valueOf(await store.records.profilesOf(caseId)).records).toEqual([
      {
        recordType: "profile",
        recordId: uuid(801),
        caseId,
        revId: operations[0]!.opId,
        body: aProfile(),
        delivery: { kind: "waiting", sinceMs: START_MS },
        otherRevIds: [],
      },
    ]);
    expect(valueOf(await store.records.plansOf(caseId)).records.map((plan) => plan.body.profileId)).toEqual([
      uuid(801),
    ]);
  });

  test("outbox, law 2: finishing twice into the same operations is finishing once", async () => {
    valueOf(await store.drafts.save(visitDraft(), 0));
    const finished = { draftId, expectedVersion: 1, operations: await finishedVisit() };
    expect(await store.outbox.finish(finished)).toEqual({ ok: true, value: undefined });
    expect(await store.outbox.finish(finished)).toEqual({ ok: true, value: undefined });
    expect(valueOf(await store.records.list("profile")).records).toHaveLength(1);
  });

  test("outbox, law 3: a draft that changed since is not finished", async () => {
    valueOf(await store.drafts.save(visitDraft(), 0));
    valueOf(await store.drafts.save(visitDraft("boats"), 1));
    const finished = { draftId, expectedVersion: 1, operations: await finishedVisit() };
    expect(await store.outbox.finish(finished)).toEqual({ ok: false, error: { type: "ChangedElsewhere" } });
    expect(valueOf(await store.drafts.load(draftId)).version).toBe(2);
    expect(valueOf(await store.records.list("profile")).records).toEqual([]);
  });

  test("outbox, law 1: an error while finishing leaves the draft and the outbox as they were", async () => {
    valueOf(await store.drafts.save(visitDraft(), 0));
    const operations = await finishedVisit();
    valueOf(await store.outbox.add([operations[1]!]));
    const finished = await store.outbox.finish({ draftId, expectedVersion: 1, operations });
    expect(finished.ok).toBe(false);
    expect(valueOf(await store.drafts.load(draftId)).version).toBe(1);
    expect(valueOf(await store.records.list("profile")).records).toEqual([]);
    expect(valueOf(await store.records.list("plan")).records).toHaveLength(1);
  });

  test("an operation that could not be read back is refused before anything is touched", async () => {
    valueOf(await store.drafts.save(visitDraft(), 0));
    const [operation] = await finishedVisit();
    const broken = { ...operation!, caseId: "Robin" };
    await expect(store.outbox.finish({ draftId, expectedVersion: 1, operations: [broken] })).rejects.toThrow();
    expect(valueOf(await store.drafts.load(draftId)).version).toBe(1);
  });

  test("an amendment is what people see from then on, and the record is there once", async () => {
    const first = await operationOf("case", caseId, aCase("Robin"), []);
    const amended = await operationOf("case", caseId, aCase("Robyn"), [first.opId]);
    valueOf(await store.outbox.add([first, amended]));
    const { records } = valueOf(await store.records.list("case"));
    expect(records.map((record) => [record.revId, record.body])).toEqual([[amended.opId, aCase("Robyn")]]);
  });

  test("a record is found by its id, and one that is not there is not found", async () => {
    valueOf(await store.outbox.add([await operationOf("case", caseId, aCase(), [])]));
    expect(valueOf(await store.records.get(caseId))).toMatchObject({ recordType: "case", body: aCase() });
    expect(await store.records.get(uuid(77))).toEqual({ ok: false, error: { type: "NotFound", id: uuid(77) } });
  });

  test("another child's profiles are not among this child's", async () => {
    valueOf(await store.outbox.add([await operationOf("profile", uuid(51), aProfile(), [], uuid(50))]));
    expect(valueOf(await store.records.profilesOf(caseId)).records).toEqual([]);
  });

  test("a second tab sees what the first one wrote", async () => {
    const otherTab = await openAnother();
    valueOf(await store.drafts.save(visitDraft(), 0));
    expect(valueOf(await otherTab.drafts.load(draftId)).version).toBe(1);
  });

  test("two people on one device do not see each other's", async () => {
    const clock = { nowMs: () => nowMs };
    const otherPerson = valueOf(
      await openStore({
        userId: uuid(9),
        practice: true,
        clock,
        ids: countedIds(6_000),
        codec,
        factory,
        sha256: sha256Hex,
      }),
    );
    valueOf(await store.drafts.save(visitDraft(), 0));
    valueOf(await store.outbox.add([await operationOf("case", caseId, aCase(), [])]));
    expect(valueOf(await otherPerson.drafts.list()).drafts).toEqual([]);
    expect(valueOf(await otherPerson.records.list("case")).records).toEqual([]);
  });

  test("what was saved is there when the app is opened again", async () => {
    valueOf(await store.drafts.save(visitDraft("boats"), 0));
    store.close();
    expect(valueOf(await (await openAnother()).drafts.load(draftId)).body).toEqual(aVisit(caseId, "boats"));
  });

  test("a closed store answers everything with an error", async () => {
    store.close();
    const closed = { ok: false, error: { type: "DatabaseClosed" } };
    expect(await store.drafts.save(visitDraft(), 0)).toEqual(closed);
    expect(await store.drafts.list()).toEqual(closed);
    expect(await store.drafts.remove(draftId)).toEqual(closed);
    expect(await store.outbox.add([await operationOf("case", caseId, aCase(), [])])).toEqual(closed);
    expect(await store.records.list("case")).toEqual(closed);
  });

  let opIds = countedIds(7_000);
  beforeEach(() => {
    opIds = countedIds(7_000);
  });
  const operationOf = async <T extends keyof BodyByType>(
    recordType: T,
    recordId: string,
    body: BodyByType[T],
    parents: string[],
    ofCase = caseId,
  ): Promise<Operation> => {
    const about = { recordType, recordId, caseId: ofCase, parents, body, nowMs: START_MS };
    return valueOf(await makeOperation({ ...about, ids: opIds, sha256: sha256Hex }));
  };
  const finishedVisit = async (): Promise<Operation[]> => [
    await operationOf("profile", uuid(801), aProfile(), []),
    await operationOf("plan", uuid(802), aPlan(uuid(801)), []),
  ];
};
