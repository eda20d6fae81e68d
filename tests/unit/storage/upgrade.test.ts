import "fake-indexeddb/auto"; // before Dexie, which looks for a database when it is loaded
import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { ok } from "#core/result";
import { openDatabase } from "#storage/open-database";
import { valueOf } from "../../support/value-of";

const NAME = "strandline-made-up";
/** Dexie writes its versions times ten. */
const DEXIE = 10;
const NEWEST = 2;

/** The tables of each version, made by hand as a browser has them, and not by the code that is tested. */
const versions: readonly (readonly [version: number, make: (db: IDBDatabase) => void])[] = [
  [1, (db) => void makeTables(db)],
  [2, (db) => void makeTables(db).createIndex("version", "version")],
];
const makeTables = (db: IDBDatabase): IDBObjectStore => {
  db.createObjectStore("draft", { keyPath: "id" });
  db.createObjectStore("outbox", { keyPath: "seq", autoIncrement: true }).createIndex("id", "id", { unique: true });
  db.createObjectStore("meta", { keyPath: "id" });
  return db.createObjectStore("remote", { keyPath: "id" });
};

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("the request failed"));
    };
  });

const makeOld = async (factory: IDBFactory, version: number, make: (db: IDBDatabase) => void): Promise<void> => {
  const opening = factory.open(NAME, version * DEXIE);
  opening.onupgradeneeded = () => {
    make(opening.result);
  };
  const db = await asked(opening);
  const all = db.transaction(["draft", "outbox", "remote", "meta"], "readwrite");
  for (const [at, bytes] of [0, 1, 4_096, 33_000].entries()) {
    const body = Uint8Array.from({ length: bytes }, (_, index) => (index * 31 + at) % 256);
    all.objectStore("draft").put({ id: `draft ${at}`, version: at + 1, body });
    all.objectStore("outbox").put({ seq: at * 3 + 7, id: `operation ${at}`, version: 1, body });
    all.objectStore("remote").put({ id: `record ${at}`, version: "v", body });
    // What a version before sealing kept is text; what a later one keeps beside it may be anything.
    all.objectStore("meta").put({ id: `meta ${at}`, version: 1, body: "text", more: [at] });
  }
  await new Promise((resolve) => {
    all.oncomplete = resolve;
  });
  db.close();
};

/** Every row as it lies, bytes as hexadecimal, without the code that is tested. */
const asItLies = async (factory: IDBFactory) => {
  const db = await asked(factory.open(NAME));
  const tables = ["draft", "outbox", "remote", "meta"];
  const rows = await Promise.all(tables.map((table) => asked(db.transaction(table).objectStore(table).getAll())));
  db.close();
  return {
    version: db.version / DEXIE,
    rows: JSON.stringify(rows, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
    ),
  };
};

test.each(versions)(
  "HAZ-02 a database of version %i opens in the newest with every draft and unsent operation byte for byte as it was",
  async (version, make) => {
    const factory = new IDBFactory();
    await makeOld(factory, version, make);
    const before = await asItLies(factory);
    expect(before.version).toBe(version);

    const connection = valueOf(await openDatabase({ databaseName: NAME, factory }));
    const counts = await connection.run(async (db) => ok([await db.draft.count(), await db.outbox.count()]));
    expect(valueOf(counts)).toEqual([4, 4]);
    connection.close();

    expect(await asItLies(factory)).toEqual({ version: NEWEST, rows: before.rows });
  },
);

test("what is added after the upgrade comes after all that waited before it", async () => {
  const factory = new IDBFactory();
  const [, make] = versions[0] ?? expect.fail("there is a first version");
  await makeOld(factory, 1, make);
  const connection = valueOf(await openDatabase({ databaseName: NAME, factory }));
  await connection.run(async (db) => ok(await db.outbox.add({ id: "later", version: 1, body: new Uint8Array(1) })));
  const order = valueOf(await connection.run(async (db) => ok(await db.outbox.orderBy("seq").toArray())));
  expect(order.map(({ id }) => id)).toEqual([...[0, 1, 2, 3].map((at) => `operation ${at}`), "later"]);
});

test("each version that the app knows has been made by hand here", () => {
  expect(versions.map(([version]) => version)).toEqual(Array.from({ length: NEWEST }, (_, index) => index + 1));
});
