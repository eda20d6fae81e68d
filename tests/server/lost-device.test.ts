import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { AreaKey, Keyring } from "#core/sealed/keyring";
import type { ReturnedDraft } from "#core/schema/sealed-wire";
import { sha256Hex } from "#platform/digest";
import { createKeyringWork, type OpenKeys } from "#platform/sealing/keyring-work";
import { createRowSeal } from "#platform/sealing/row-seal";
import { ensurePracticeKey } from "#server/recovery/area-keys";
import { makeOperation } from "#storage/make-operation";
import { openStore, type Store } from "#storage/open-store";
import { readUnsentRows } from "#storage/unsent-rows";
import { enrolDevice } from "#sync/enrol-device";
import { createSealedDelivery, type SealedDelivery, type ToDeliver } from "#sync/sealed-delivery";
import { createTaking } from "#sync/take-returned";
import { fetchInto } from "../support/fetch-into";
import { aCase, aVisit } from "../support/made-up-bodies";
import { quickDerive } from "../support/quick-derive";
import { type Keeper, keepInMemory } from "../support/server/keepers";
import { newSigningDevice, type SigningDevice } from "../support/server/sealing-device";
import { createTestServer, type TestDevice, type TestServer } from "../support/server/test-server";
import { countedIds, uuid } from "../support/uuid";
import { valueOf } from "../support/value-of";

const work = createKeyringWork(quickDerive);
const caseId = uuid(2);
const draftId = uuid(801);
let keeper: Keeper;
let server: TestServer;
let jo: TestDevice;
let areaKey: AreaKey;
let signing: SigningDevice;
beforeAll(async () => {
  keeper = await keepInMemory();
  server = await createTestServer(keeper.store);
}, 60_000);
afterAll(async () => {
  await server.close();
  await keeper.close();
});
beforeEach(async () => {
  const areaId = await server.newArea();
  await ensurePracticeKey(keeper.store, areaId);
  jo = await server.newPerson(areaId);
  areaKey = (await jo.ask("/api/session")).json<{ area: { recoveryKey: AreaKey } }>().area.recoveryKey;
  signing = await newSigningDevice();
  valueOf(await enrolDevice({ fetch: fetchInto(server.app, jo.cookie).fetch, accountId: jo.who.accountId }, signing));
});

/** One device with the app's own sealing and storage: only the clock, the ids and the cost of a passphrase are made up. */
interface Tablet {
  readonly store: Store;
  readonly factory: IDBFactory;
  readonly database: string;
  readonly keyring: Keyring;
  readonly keys: OpenKeys;
  /** What lies on it, read without a key. */
  readonly asItLies: (how?: Partial<ToDeliver>) => Promise<ToDeliver>;
}
const newTablet = async (firstId = 10_000): Promise<Tablet> => {
  const factory = new IDBFactory();
  const userId = jo.who.accountId;
  const { keyring, keys } = await work.enrol({ userId, passphrase: "seven kind otters", areaKey });
  const store = valueOf(
    await openStore({
      ...{ userId, practice: true, clock: { nowMs: () => 5_000 }, ids: countedIds(firstId), factory },
      ...{ sha256: sha256Hex, codec: createRowSeal({ epochs: () => keys.epochs, userId }) },
    }),
  );
  const database =
    (await factory.databases()).map(({ name }) => name ?? "").find((name) => name !== "strandline") ?? "";
  return {
    ...{ store, factory, database, keyring, keys },
    asItLies: async (how = {}) => {
      const { rows, unfit } = valueOf(await readUnsentRows({ databaseName: database, factory }));
      expect(unfit).toEqual([]);
      return { database, slots: keyring.recovery, rows, givenUp: false, mayForget: false, ...how };
    },
  };
};
const beginVisit = ({ store }: Tablet, loves = "trains", version = 0) =>
  store.drafts.save({ kind: "visit", id: draftId, caseId, startedAtMs: 1_000, body: aVisit(caseId, loves) }, version);
const finishFamily = async ({ store }: Tablet, recordId = caseId): Promise<string> => {
  const operation = valueOf(
    await makeOperation({
      ...{ recordType: "case", recordId, caseId: recordId, parents: [], body: aCase() },
      ...{ nowMs: 1_000, ids: countedIds(20_000), sha256: sha256Hex },
    }),
  );
  valueOf(await store.outbox.add([operation]));
  return operation.opId;
};
const delivering = (): { readonly delivery: SealedDelivery; readonly asked: readonly unknown[] } => {
  // No cookie: a locked device has no session to send.
  const { fetch, asked } = fetchInto(server.app);
  const { deviceId, sign } = signing;
  return { delivery: createSealedDelivery({ fetch, accountId: jo.who.accountId, deviceId, sign }), asked };
};
const takingInto = ({ database }: Tablet) =>
  createTaking({ fetch: fetchInto(server.app, jo.cookie).fetch, accountId: jo.who.accountId, database });
const putOn =
  ({ store }: Tablet) =>
  async (draft: ReturnedDraft): Promise<boolean> =>
    (await store.returnedDrafts.put(draft)).ok;

test("what a locked device has is delivered as it lies, without its keys and without a session", async () => {
  const tablet = await newTablet();
  const opId = await finishFamily(tablet);
  valueOf(await beginVisit(tablet));
  tablet.store.close();
  const { delivery } = delivering();
  const delivered = valueOf(await delivery.deliver(await tablet.asItLies()));
  expect(delivered.kind).toBe("arrived");
  expect(delivered.held.find(({ id }) => id === opId)?.result).toMatchObject({ status: "accepted", receipt: {} });
  expect((await jo.pull()).puts.map(({ recordId }) => recordId)).toEqual([caseId]);
});

test("HAZ-02 the drafts of a database that nobody can open any more come back into a new one, and once only", async () => {
  const [old, fresh] = [await newTablet(), await newTablet(30_000)];
  valueOf(await beginVisit(old, "boats"));
  const { delivery } = delivering();
  valueOf(await delivery.deliver(await old.asItLies({ givenUp: true })));
  const { takeReturned } = takingInto(fresh);
  expect(valueOf(await takeReturned(putOn(fresh)))).toEqual({ taken: 1, elsewhere: [] });
  const before = valueOf(await old.store.drafts.list()).drafts;
  expect(valueOf(await fresh.store.drafts.list())).toEqual({ drafts: before, unreadable: [] });
  expect(valueOf(await takeReturned(putOn(fresh))).taken).toBe(0);

  // Carried on with, and delivered by both again: each keeps its own.
  valueOf(await beginVisit(fresh, "kites", before[0]!.version));
  valueOf(await delivery.deliver(await old.asItLies({ givenUp: true })));
  expect(valueOf(await takeReturned(putOn(fresh))).taken).toBe(0);
  expect(valueOf(await fresh.store.drafts.list()).drafts).toMatchObject([{ version: before[0]!.version + 1 }]);
});

test("HAZ-02 a tablet that is lost while it is in use: its backup comes back once its person says so", async () => {
  const [lost, fresh] = [await newTablet(), await newTablet(30_000)];
  valueOf(await beginVisit(lost, "boats"));
  valueOf(await delivering().delivery.deliver(await lost.asItLies({ mayForget: true })));
  const taking = takingInto(fresh);
  const { taken, elsewhere } = valueOf(await taking.takeReturned(putOn(fresh)));
  expect([taken, elsewhere]).toMatchObject([0, [{ deviceId: signing.deviceId, database: lost.database, drafts: 1 }]]);
  valueOf(await taking.giveUp({ deviceId: signing.deviceId, database: lost.database }));
  expect(valueOf(await taking.takeReturned(putOn(fresh))).taken).toBe(1);
  expect(valueOf(await fresh.store.drafts.list()).drafts).toMatchObject([
    { id: draftId, body: aVisit(caseId, "boats") },
  ]);
});

test("sealed delivery, law 1: what is held in the same version is not sent again, after a new start either", async () => {
  const tablet = await newTablet();
  await finishFamily(tablet);
  valueOf(await beginVisit(tablet));
  const { delivery, asked } = delivering();
  await delivery.deliver(await tablet.asItLies());
  expect(asked).toHaveLength(2);
  await delivery.deliver(await tablet.asItLies());
  expect(asked).toHaveLength(2);
  const again = delivering();
  valueOf(await again.delivery.deliver(await tablet.asItLies()));
  expect(again.asked).toHaveLength(1);
  valueOf(await beginVisit(tablet, "kites", 1));
  const delivered = valueOf(await again.delivery.deliver(await tablet.asItLies()));
  expect(again.asked).toHaveLength(2);
  expect(delivered.held.map(({ table, version }) => [table, version])).toEqual([
    ["draft", 2],
    ["outbox", 1],
  ]);
});

test("sealed delivery, law 2: a row is said to be gone by an open device alone", async () => {
  const tablet = await newTablet();
  valueOf(await beginVisit(tablet));
  const { delivery } = delivering();
  await delivery.deliver(await tablet.asItLies());
  valueOf(await tablet.store.drafts.remove(draftId));
  expect(valueOf(await delivery.deliver(await tablet.asItLies())).held).toHaveLength(1);
  expect(valueOf(await delivery.deliver(await tablet.asItLies({ mayForget: true }))).held).toEqual([]);
});

test("rows of an epoch that was never sealed to the area are not sent, and it is said that they are only here", async () => {
  const tablet = await newTablet();
  valueOf(await beginVisit(tablet));
  const { delivery } = delivering();
  expect(valueOf(await delivery.deliver(await tablet.asItLies({ slots: [] })))).toEqual({ kind: "partly", held: [] });
});

test("a new key of the same person on the device changes nothing for what was sealed before it", async () => {
  const tablet = await newTablet();
  valueOf(await beginVisit(tablet));
  const { keyring } = await work.newEpoch(tablet.keyring, tablet.keys, areaKey);
  const { delivery } = delivering();
  const { kind } = valueOf(await delivery.deliver(await tablet.asItLies({ slots: keyring.recovery })));
  expect(kind).toBe("arrived");
});

test("a device that the server does not know is told no, and keeps what it has", async () => {
  const tablet = await newTablet();
  valueOf(await beginVisit(tablet));
  signing = await newSigningDevice();
  expect(await delivering().delivery.deliver(await tablet.asItLies())).toEqual({
    ok: false,
    error: { type: "SaidNo", status: 403 },
  });
  expect((await tablet.asItLies()).rows).toHaveLength(1);
});

test("a device whose id has another key at the server hears so when it enrols", async () => {
  const other = await newSigningDevice(signing.deviceId);
  const deps = { fetch: fetchInto(server.app, jo.cookie).fetch, accountId: jo.who.accountId };
  expect(await enrolDevice(deps, other)).toEqual({ ok: false, error: { type: "OtherKey" } });
  expect(await enrolDevice(deps, signing)).toEqual({ ok: true, value: undefined });
});
