import "fake-indexeddb/auto"; // before Dexie, which looks for a database when it is loaded
import { IDBFactory } from "fake-indexeddb";
import { ok } from "#core/result";
import { Operation } from "#core/schema/operation";
import { overlay, type RecordHead } from "#core/sync/overlay";
import { RemoteRecord } from "#core/sync/remote-record";
import { sha256Hex } from "#platform/digest";
import { createDeliveries } from "#storage/deliveries";
import { openDatabase } from "#storage/open-database";
import { createOutbox } from "#storage/outbox";
import { createEvents } from "#storage/events";
import { createOwnQuestionnaires } from "#storage/own-questionnaires";
import { readRow } from "#storage/read-row";
import { refusedAmong } from "#storage/waiting";
import { syncOnce } from "#sync/sync-once";
import { createTransport } from "#sync/transport";
import { fetchInto } from "../fetch-into";
import { plainRows } from "../plain-rows";
import { anOperation, newId } from "../server/bodies";
import type { TestDevice, TestServer } from "../server/test-server";
import { valueOf } from "../value-of";
import type { Way } from "./steps";

/** The sections of a version's body. */
export const sectionsOf = ({ body }: { readonly body: string }): Readonly<Record<string, unknown>> =>
  (JSON.parse(body) as { sections: Readonly<Record<string, unknown>> }).sections;

type Version = RecordHead["head"];

/** A device of one person: its real store, its real rounds, and a way to the server that loses what it is told to lose. */
export const aDeviceOnTheRoad = async (
  server: Pick<TestServer, "app">,
  person: TestDevice,
  { fetch }: { readonly fetch: typeof globalThis.fetch } = fetchInto(server.app, person.cookie),
) => {
  const connection = valueOf(await openDatabase({ databaseName: "device", factory: new IDBFactory() }));
  const codec = plainRows;
  const parts = {
    deviceId: () => Promise.resolve(ok(person.deviceId)),
    deliveries: createDeliveries({ connection, codec, ids: { next: newId }, sha256: sha256Hex }),
    events: createEvents({ connection, codec, ids: { next: newId }, clock: { nowMs: () => 1_000 } }),
    questionnaires: createOwnQuestionnaires({ connection, codec }),
    outbox: createOutbox({ connection, codec }),
  };
  const heard: string[] = [];
  let ways: Way[] = [];
  const onTheRoad: typeof globalThis.fetch = async (path, init) => {
    const way = ways.shift() ?? "good";
    if (way === "request-lost") throw new TypeError("no way there");
    const answer = await fetch(path, init);
    if (way === "answer-lost") throw new TypeError("no way back");
    const last = way === "twice" ? await fetch(path, init) : answer;
    if (last.status !== 204) heard.push(await last.clone().text());
    return last;
  };
  const transport = createTransport({ fetch: onTheRoad, accountId: person.who.accountId, sha256: sha256Hex });
  const written: Operation[] = [];
  const add = async (operation: Operation) => {
    written.push(operation);
    valueOf(await parts.outbox.add([operation]));
  };

  return {
    person,
    /** Every operation that was ever saved here. */
    written: written as readonly Operation[],
    /** Every answer of the server's that reached this device. */
    heard: heard as readonly string[],
    sync: (through: readonly Way[] = []) => {
      ways = [...through];
      return syncOnce({ transport, ...parts, sha256: sha256Hex });
    },
    /** What people see here: each record with every version of it that nothing follows. */
    seen: async (): Promise<readonly RecordHead[]> => {
      const rows = valueOf(
        await connection.run(async (db) =>
          ok({
            remote: await db.remote.toArray(),
            outbox: await db.outbox.orderBy("seq").toArray(),
            meta: await db.meta.toCollection().primaryKeys(),
          }),
        ),
      );
      const remote = await Promise.all(rows.remote.map((row) => readRow(codec, "remote", row, RemoteRecord)));
      const outbox = await Promise.all(rows.outbox.map((row) => readRow(codec, "outbox", row, Operation)));
      const refusedIds = refusedAmong(rows.meta);
      return overlay(remote.map(valueOf), { operations: outbox.map(valueOf), refusedIds });
    },
    pending: async () => valueOf(await parts.deliveries.pending()),
    held: async () => valueOf(await parts.deliveries.held()),
    begin: async (body: string) => {
      const recordId = newId();
      await add(anOperation({ recordType: "case", recordId, caseId: recordId, body }));
    },
    /** Follows versions of a record with all that stands in them, and more. */
    follow: async (versions: readonly Version[], more: Readonly<Record<string, unknown>>) => {
      const [first] = versions;
      if (first === undefined) return;
      const sections = Object.assign({}, ...versions.map(sectionsOf).reverse(), more) as unknown;
      const body = JSON.stringify({ ...(JSON.parse(first.body) as object), sections });
      const parents = versions.map(({ revId }) => revId);
      await add(anOperation({ recordType: "case", recordId: first.recordId, caseId: first.caseId, parents, body }));
    },
    close: () => {
      connection.close();
    },
  };
};
export type DeviceOnTheRoad = Awaited<ReturnType<typeof aDeviceOnTheRoad>>;
