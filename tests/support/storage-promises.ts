import { IDBDatabase, IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { expect, vi } from "vitest";
import type { RowAddress, RowCodec } from "#core/sealed/row-codec";
import { sha256Hex } from "#platform/digest";
import { aProfile, aVisit } from "./made-up-bodies";
import { plainRows } from "./plain-rows";
import type { StorageUnderTest } from "./seed-bug";
import { countedIds, uuid } from "./uuid";
import { valueOf } from "./value-of";

const caseId = uuid(2);
const draftId = uuid(3);

const openIn = async ({ openStore }: StorageUnderTest, factory: IDBFactory, codec: RowCodec = plainRows) =>
  valueOf(
    await openStore({
      userId: uuid(1),
      practice: true,
      clock: { nowMs: () => 1_000 },
      sha256: sha256Hex,
      ids: countedIds(50),
      factory,
      codec,
    }),
  );
const draft = { kind: "visit", id: draftId, caseId, startedAtMs: 1_000, body: aVisit(caseId, "trains") } as const;
const finishedProfile = async ({ makeOperation }: StorageUnderTest) => {
  const about = { recordType: "profile", recordId: uuid(801), caseId, parents: [], body: aProfile() } as const;
  return valueOf(await makeOperation({ ...about, nowMs: 1_000, ids: countedIds(60), sha256: sha256Hex }));
};

/** "Saved" is said only once the commit was answered. */
export const savedOnlyAfterCommit = async ({ createAutosave }: StorageUnderTest): Promise<void> => {
  let commit = (): void => undefined;
  const committed = new Promise<void>((resolve) => {
    commit = resolve;
  });
  const autosave = createAutosave<string, never>({
    save: async () => {
      await committed;
      return { ok: true, value: { savedAtMs: 1 } };
    },
    clock: { nowMs: () => 1 },
    delayMs: 0,
  });
  autosave.changed("words");
  const flushed = autosave.flush();
  // Until the save is under way, and waits for the disk.
  await new Promise((resolve) => setTimeout(resolve));
  try {
    expect(autosave.status.get().kind).toBe("saving");
  } finally {
    commit();
    await flushed;
  }
  expect(autosave.status.get().kind).toBe("saved");
};

/** Killed while a draft is finished, a device has the draft or what it became: never neither. */
export const finishingIsOneTransaction = async (storage: StorageUnderTest): Promise<void> => {
  const factory = new IDBFactory();
  const store = await openIn(storage, factory);
  valueOf(await store.drafts.save(draft, 0));
  const operations = [await finishedProfile(storage)];
  const dying = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementationOnce(function (this: IDBObjectStore) {
    this.transaction.abort();
    store.close();
    throw new DOMException("killed", "AbortError");
  });
  await store.outbox.finish({ draftId, expectedVersion: 1, operations });
  dying.mockRestore();
  const again = await openIn(storage, factory);
  expect(valueOf(await again.drafts.list()).drafts).toHaveLength(1);
};

/** Every write waits for the disk. */
export const everyWriteIsStrict = async (storage: StorageUnderTest): Promise<void> => {
  const transactions = vi.spyOn(IDBDatabase.prototype, "transaction");
  try {
    const store = await openIn(storage, new IDBFactory());
    valueOf(await store.drafts.save(draft, 0));
    const writes = transactions.mock.results
      .map(({ value }) => value as IDBTransaction)
      .filter((transaction) => transaction.mode === "readwrite");
    expect(writes.length).toBeGreaterThan(1);
    expect(new Set(writes.map((write) => write.durability))).toEqual(new Set(["strict"]));
  } finally {
    transactions.mockRestore();
  }
};

/** Whatever is written was made by the codec: no table has a body that lies as it was. */
export const everyTableIsSealed = async (storage: StorageUnderTest): Promise<void> => {
  const put = vi.spyOn(IDBObjectStore.prototype, "put");
  const add = vi.spyOn(IDBObjectStore.prototype, "add");
  try {
    const sealing: RowCodec = { ...plainRows, encode: (_at, content) => Promise.resolve(`sealed ${content.length}`) };
    const store = await openIn(storage, new IDBFactory(), sealing);
    valueOf(await store.drafts.save(draft, 0));
    valueOf(await store.outbox.add([await finishedProfile(storage)]));
    valueOf(await store.deviceSettings.keepPin(undefined));
    const policy = { version: "1", withdrawnWording: [], questionnaires: [], settings: {}, minimumProtocol: 1 };
    valueOf(await store.deliveries.take({ puts: [], gone: [], more: false, storeEpoch: "first", policy }));
    const bodies = [...put.mock.calls, ...add.mock.calls].flatMap(([row]) => {
      const { body } = row as { readonly body?: unknown };
      return body === undefined ? [] : [body];
    });
    expect(bodies.length).toBeGreaterThanOrEqual(4);
    expect(bodies.filter((body) => typeof body !== "string" || !/^sealed \d+$/.test(body))).toEqual([]);
  } finally {
    put.mockRestore();
    add.mockRestore();
  }
};

/** A row opens where it was sealed, and from nowhere else. */
export const rowsOpenInTheirPlaceOnly = async ({ createRowSeal }: StorageUnderTest): Promise<void> => {
  const newKey = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const [kept, unsent] = [await newKey(), await newKey()];
  const rowsOf = (userId: string) => createRowSeal({ epochs: () => [{ epoch: 1, kept, unsent }], userId });
  const at: RowAddress = { table: "draft", id: uuid(7), version: 3 };
  const body = await rowsOf(uuid(1)).encode(at, "made up");
  expect((await rowsOf(uuid(1)).decode(at, body)).ok).toBe(true);
  const elsewhere = [
    rowsOf(uuid(1)).decode({ ...at, table: "outbox" }, body),
    rowsOf(uuid(1)).decode({ ...at, id: uuid(8) }, body),
    rowsOf(uuid(1)).decode({ ...at, version: 2 }, body),
    rowsOf(uuid(9)).decode(at, body),
  ];
  expect((await Promise.all(elsewhere)).map(({ ok }) => ok)).toEqual([false, false, false, false]);
};
