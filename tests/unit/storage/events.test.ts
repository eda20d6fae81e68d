import "fake-indexeddb/auto"; // before Dexie, which looks for a database when it is loaded
import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { ok } from "#core/result";
import { LIMITS } from "#core/schema/wire";
import { createEvents } from "#storage/events";
import { openDatabase } from "#storage/open-database";
import { plainRows } from "../../support/plain-rows";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const aDevice = async () => {
  const factory = new IDBFactory();
  const open = async (from = 10) => {
    const connection = valueOf(await openDatabase({ databaseName: "device", factory }));
    const clock = { nowMs: () => 1_000 };
    return { connection, events: createEvents({ connection, codec: plainRows, ids: countedIds(from), clock }) };
  };
  return { open };
};

test("what was done with a record is there after the app was closed, each time under an id of its own", async () => {
  const device = await aDevice();
  const before = await device.open();
  valueOf(await before.events.keep("opened", uuid(1)));
  valueOf(await before.events.keep("printed", uuid(1)));
  before.connection.close();
  const { events } = await device.open(20);
  const untold = valueOf(await events.untold());
  expect(untold.map(({ kind, recordId, clientTime }) => [kind, recordId, clientTime])).toEqual([
    ["opened", uuid(1), 1_000],
    ["printed", uuid(1), 1_000],
  ]);
  expect(new Set(untold.map(({ eventId }) => eventId)).size).toBe(2);
});

test("law 1: it stays until it is told, and what came meanwhile stays too", async () => {
  const { events } = await (await aDevice()).open();
  valueOf(await events.keep("opened", uuid(1)));
  const untold = valueOf(await events.untold());
  valueOf(await events.keep("exported", uuid(2)));
  expect(valueOf(await events.untold())).toHaveLength(2);
  valueOf(await events.told(untold));
  valueOf(await events.told(untold));
  expect(valueOf(await events.untold()).map(({ recordId }) => recordId)).toEqual([uuid(2)]);
});

test("law 2: a row that cannot be read holds up no other", async () => {
  const { events, connection } = await (await aDevice()).open();
  valueOf(await connection.run(async (db) => ok(await db.meta.put({ id: "event/broken", version: 1, body: "?" }))));
  valueOf(await events.keep("opened", uuid(1)));
  expect(valueOf(await events.untold()).map(({ recordId }) => recordId)).toEqual([uuid(1)]);
});

test("no more are given at once than one push takes", async () => {
  const { events } = await (await aDevice()).open();
  for (let count = 0; count <= LIMITS.pushEvents; count += 1) valueOf(await events.keep("opened", uuid(1)));
  const first = valueOf(await events.untold());
  expect(first).toHaveLength(LIMITS.pushEvents);
  valueOf(await events.told(first));
  expect(valueOf(await events.untold())).toHaveLength(1);
});
