import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { ok } from "#core/result";
import { createKeyringWork, type OpenKeys } from "#platform/sealing/keyring-work";
import { createRowSeal, epochOfRow } from "#platform/sealing/row-seal";
import { openDatabase, type SequencedRow, type StoredRow } from "#storage/open-database";
import { resealRows } from "#storage/reseal";
import { quickDerive } from "../../support/quick-derive";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const userId = uuid(1);
const TABLES = ["meta", "outbox", "draft", "remote"] as const;

const device = async () => {
  const connection = valueOf(await openDatabase({ databaseName: "strandline-x", factory: new IDBFactory() }));
  const work = createKeyringWork(quickDerive);
  const first = await work.enrol({ userId, passphrase: "seven kind otters nap", areaKey: undefined });
  const second = await work.newEpoch(first.keyring, first.keys, undefined);
  const codec = (keys: OpenKeys) => createRowSeal({ epochs: () => keys.epochs, userId });
  const [old, now] = [codec(first.keys), codec(second.keys)];
  const put = async (table: (typeof TABLES)[number], id: string, words: string, by = old) => {
    const body = await by.encode({ table, id, version: 1 }, words);
    valueOf(await connection.run(async (db) => ok(await db.table<StoredRow>(table).put({ id, version: 1, body }))));
  };
  for (const [at, table] of TABLES.entries()) {
    await put(table, uuid(10 + at), `${table} one`);
    await put(table, uuid(20 + at), `${table} two`);
  }
  const rows = async (table: (typeof TABLES)[number]) =>
    valueOf(await connection.run(async (db) => ok(await db.table<SequencedRow>(table).toArray())));
  const words = async () =>
    Promise.all(
      TABLES.map(async (table) =>
        Promise.all(
          (await rows(table)).map(async ({ id, version, body }) =>
            valueOf(await now.decode({ table, id, version }, body)),
          ),
        ),
      ),
    );
  return { connection, old, now, put, rows, words };
};

const ALL = TABLES.map((table) => [`${table} one`, `${table} two`]);

test("rows are brought under the newest key, in their place and order, and the old epoch is free", async () => {
  const { connection, now, rows, words } = await device();
  const seqs = (await rows("outbox")).map(({ seq }) => seq);
  const done = valueOf(await resealRows({ connection, codec: now, epochOf: epochOfRow }, 2));
  expect(done).toEqual({ epochsInUse: [2], resealed: 8 });
  expect(await words()).toEqual(ALL);
  expect((await rows("outbox")).map(({ seq }) => seq)).toEqual(seqs);
});

test("HAZ-02 law 1: broken off after any row, everything can be read, and it goes on from there", async () => {
  for (let until = 0; until < 8; until += 1) {
    const { connection, now, words } = await device();
    let encoded = 0;
    const breaksOff = {
      ...now,
      encode: (...args: Parameters<typeof now.encode>) => {
        encoded += 1;
        return encoded > until ? Promise.reject(new Error("the browser was killed")) : now.encode(...args);
      },
    };
    await expect(resealRows({ connection, codec: breaksOff, epochOf: epochOfRow }, 2)).rejects.toThrow();
    expect(await words()).toEqual(ALL);
    const again = valueOf(await resealRows({ connection, codec: now, epochOf: epochOfRow }, 2));
    expect(again).toEqual({ epochsInUse: [2], resealed: 8 - until });
    expect(await words()).toEqual(ALL);
  }
});

test("HAZ-02 law 2: a row that is written meanwhile is left as it was written", async () => {
  const { connection, now, put, words } = await device();
  const slow = {
    ...now,
    encode: async (...args: Parameters<typeof now.encode>) => {
      if (args[0].id === uuid(12)) await put("draft", uuid(12), "draft written meanwhile", now);
      return now.encode(...args);
    },
  };
  valueOf(await resealRows({ connection, codec: slow, epochOf: epochOfRow }, 2));
  expect((await words())[2]).toEqual(["draft written meanwhile", "draft two"]);
});

test("law 3: a row that cannot be read is left as it lies, and its epoch stays in use", async () => {
  const { connection, now, old, rows } = await device();
  const body = await old.encode({ table: "draft", id: uuid(99), version: 1 }, "of another place");
  valueOf(await connection.run(async (db) => ok(await db.draft.put({ id: uuid(12), version: 1, body }))));
  const done = valueOf(await resealRows({ connection, codec: now, epochOf: epochOfRow }, 2));
  expect(done).toEqual({ epochsInUse: [1, 2], resealed: 7 });
  expect((await rows("draft")).find(({ id }) => id === uuid(12))?.body).toEqual(body);
});
