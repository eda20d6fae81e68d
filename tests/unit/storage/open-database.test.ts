import "fake-indexeddb/auto";
import { forceCloseDatabase, IDBFactory } from "fake-indexeddb";
import { Dexie } from "dexie";
import { beforeEach, expect, test, vi } from "vitest";
import { ok } from "#core/result";
import { factoryOption, openDatabase, type Connection } from "#storage/open-database";
import { valueOf } from "../../support/value-of";

const databaseName = "strandline-made-up";
let factory: IDBFactory;
let connection: Connection;
beforeEach(async () => {
  vi.spyOn(console, "warn").mockReturnValue(); // Dexie says aloud what these tests bring about
  factory = new IDBFactory();
  connection = valueOf(await openDatabase({ databaseName, factory }));
});

const native = async (): Promise<IDBDatabase> =>
  valueOf(await connection.run((db) => Promise.resolve(ok(db.backendDB()))));
const put = (id: string) =>
  connection.run((db) =>
    db.transaction("rw", db.draft, async () => {
      await db.draft.put({ id, version: 1, body: "made up" });
      return ok(undefined);
    }),
  );
const count = () => connection.run(async (db) => ok(await db.draft.count()));

test("what a device has had since its first version is all there in the newest", async () => {
  const old = new Dexie("old", factoryOption(factory));
  old.version(1).stores({ remote: "id", draft: "id", outbox: "++seq, &id", meta: "id" });
  const tables = ["remote", "draft", "outbox", "meta"];
  for (const table of tables) await old.table(table).add({ id: "a", version: "v", body: "made up" });
  old.close();
  const now = valueOf(await openDatabase({ databaseName: "old", factory }));
  const found = await now.run(async (db) => ok(await Promise.all(tables.map((table) => db.table(table).toArray()))));
  expect(valueOf(found)).toMatchObject(tables.map(() => [{ id: "a", version: "v", body: "made up" }]));
  expect(valueOf(await now.run(async (db) => ok(await db.remote.where("version").equals("v").count())))).toBe(1);
});

test("a connection that the browser closed is opened again at the next use", async () => {
  const before = await native();
  forceCloseDatabase(before as unknown as typeof IDBDatabase); // the package types it as the class
  expect(await put("a")).toEqual({ ok: true, value: undefined });
  expect(await native()).not.toBe(before);
  expect(await count()).toEqual({ ok: true, value: 1 });
});

test("a connection that died without a word is opened again and the work is done", async () => {
  (await native()).close();
  expect(await put("a")).toEqual({ ok: true, value: undefined });
  expect(await count()).toEqual({ ok: true, value: 1 });
});

test("law 1: work that lost its connection half-way is done once more, and its result is there once", async () => {
  let runs = 0;
  const result = await connection.run((db) =>
    db.transaction("rw", db.outbox, async () => {
      runs += 1;
      await db.outbox.add({ id: `of run ${runs}`, version: 1, body: "made up" });
      if (runs === 1) throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
      return ok(undefined);
    }),
  );
  expect(result).toEqual({ ok: true, value: undefined });
  expect(await connection.run(async (db) => ok((await db.outbox.toArray()).map((row) => row.id)))).toEqual({
    ok: true,
    value: ["of run 2"],
  });
});

test("law 1: a connection that fails at every use is given up for a fresh one", async () => {
  const dead: { connection?: IDBDatabase } = {};
  const { transaction } = Object.getOwnPropertyDescriptors(IDBDatabase.prototype);
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (this: IDBDatabase, ...how) {
    if (this === dead.connection) throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
    return transaction.value!.apply(this, how);
  });
  connection = valueOf(await openDatabase({ databaseName, factory }));
  dead.connection = await native();
  expect(await put("a")).toEqual({ ok: true, value: undefined });
  expect(await native()).not.toBe(dead.connection);
});

test("work of two callers that lose the same connection is done for both", async () => {
  (await native()).close();
  expect(await Promise.all([put("a"), put("b"), count()])).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
  expect(await count()).toEqual({ ok: true, value: 2 });
});

test("law 2: a connection that is lost again and again is an error, after one more try", async () => {
  let runs = 0;
  const result = await connection.run(() => {
    runs += 1;
    return Promise.reject(new DOMException("gone", "InvalidStateError"));
  });
  expect(result).toEqual({ ok: false, error: { type: "DatabaseClosed" } });
  expect(runs).toBe(2);
});

test("law 3: a connection that was closed on purpose stays closed", async () => {
  connection.close();
  expect(await put("a")).toEqual({ ok: false, error: { type: "DatabaseClosed" } });
});

test("law 3: work that is under way when the connection is closed on purpose is not done again", async () => {
  let runs = 0;
  const result = await connection.run(() => {
    runs += 1;
    connection.close();
    return Promise.reject(new DOMException("gone", "AbortError"));
  });
  expect(result.ok).toBe(false);
  expect(runs).toBe(1);
});

test("a full device is told apart, also where the transaction only says that it was aborted", async () => {
  const full = new DOMException("full", "QuotaExceededError");
  expect(await connection.run(() => Promise.reject(full))).toEqual({ ok: false, error: { type: "QuotaExceeded" } });
  const abortedByIt = connection.run((db) =>
    db.transaction("rw", db.draft, async (transaction) => {
      await db.draft.put({ id: "a", version: 1, body: "made up" });
      const { idbtrans } = transaction as unknown as { idbtrans: IDBTransaction };
      Object.defineProperty(idbtrans, "error", { value: full });
      idbtrans.abort();
      return ok(undefined);
    }),
  );
  expect(await abortedByIt).toEqual({ ok: false, error: { type: "QuotaExceeded" } });
});

test("what the database refuses for another reason is named, without the browser's sentence", async () => {
  const thrown = new DOMException("could not store Robin", "DataCloneError");
  expect(await connection.run(() => Promise.reject(thrown))).toEqual({
    ok: false,
    error: { type: "Unknown", name: "DataCloneError" },
  });
});

test("a bug in the work is thrown, not reported as a full or broken device", async () => {
  await expect(connection.run(() => Promise.reject(new TypeError("undefined is not a function")))).rejects.toThrow(
    TypeError,
  );
});

test("a browser that keeps nothing is said to", async () => {
  const opened = await openDatabase({ databaseName, factory: undefined });
  expect(opened).toEqual({ ok: false, error: { type: "NotSupported" } });
});

test("an older version of the app in another tab blocks the opening, and says so; once it is gone it opens", async () => {
  const older = await new Promise<IDBDatabase>((resolve) => {
    const request = factory.open("strandline-older", 1);
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
  const deps = { databaseName: "strandline-older", factory };
  expect(await openDatabase(deps)).toEqual({ ok: false, error: { type: "BlockedByOtherTab" } });
  older.close();
  const opened = valueOf(await openDatabase(deps));
  expect(await opened.run(async (db) => ok(await db.draft.count()))).toEqual({ ok: true, value: 0 });
});

test("a tab steps aside for a newer version of the app, and goes on by opening what that one left", async () => {
  await put("a");
  const newer = await new Promise<IDBDatabase>((resolve) => {
    const request = factory.open(databaseName, 20);
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
  expect(newer.version).toBe(20);
  expect(await count()).toEqual({ ok: true, value: 1 });
});
