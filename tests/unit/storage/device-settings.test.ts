import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import type { KeptPin } from "#core/lock/pin";
import { createDeviceSettings } from "#storage/device-settings";
import { type Connection, openDatabase } from "#storage/open-database";
import { plainRows } from "../../support/plain-rows";
import { valueOf } from "../../support/value-of";

const pin: KeptPin = { salt: "c2FsdA==", hash: "aGFzaA==", memoryKiB: 8, passes: 1 };

const openAnew = async (): Promise<Connection> =>
  valueOf(await openDatabase({ databaseName: "grace", factory: new IDBFactory() }));
const settingsOn = (connection: Connection) => createDeviceSettings({ connection, codec: plainRows });

test("a PIN is kept until another takes its place, or none", async () => {
  const settings = settingsOn(await openAnew());
  expect(await settings.pin()).toEqual({ ok: true, value: undefined });
  await settings.keepPin(pin);
  await settings.keepPin({ ...pin, passes: 2 });
  expect(await settings.pin()).toEqual({ ok: true, value: { ...pin, passes: 2 } });
  await settings.keepPin(undefined);
  expect(await settings.pin()).toEqual({ ok: true, value: undefined });
});

test("what a newer version chose beside the PIN stays", async () => {
  const connection = await openAnew();
  const at = { table: "meta", id: "device-settings", version: 1 } as const;
  const body = await plainRows.encode(at, JSON.stringify({ brightness: "low" }));
  await connection.run(async (db) => ({ ok: true, value: await db.meta.put({ id: at.id, version: 1, body }) }));
  await settingsOn(connection).keepPin(pin);
  await settingsOn(connection).keepPin(undefined);
  const row = valueOf(await connection.run(async (db) => ({ ok: true, value: await db.meta.get(at.id) })));
  expect(row?.body).toBe(JSON.stringify({ brightness: "low" }));
});

test("a row that cannot be read is said to be so, and a new PIN takes its place", async () => {
  const connection = await openAnew();
  await connection.run(async (db) => ({
    ok: true,
    value: await db.meta.put({ id: "device-settings", version: 1, body: 7 }),
  }));
  const settings = settingsOn(connection);
  expect((await settings.pin()).ok).toBe(false);
  await settings.keepPin(pin);
  expect(await settings.pin()).toEqual({ ok: true, value: pin });
});
