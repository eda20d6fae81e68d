import { createClock } from "#platform/clock";
import { sha256Hex } from "#platform/digest";
import { createIds, fillRandom } from "#platform/ids";
import { createDeliveries } from "#storage/deliveries";
import { openDatabase } from "#storage/open-database";
import { createOutbox } from "#storage/outbox";
import { plainRows } from "#storage/row-codec";
import { syncOnce } from "#sync/sync-once";
import { createTransport } from "#sync/transport";
import { valueOf } from "../../tests/support/value-of";
import { makeUpRecords, type RecordsToMakeUp } from "../made-up-records";

/** One round of sync by this page's clock, and what is on the device after it. */
export interface Round {
  readonly ms: number;
  readonly waiting: number;
  readonly records: number;
}

/** Signs this browser in: from here on it has the session's cookie. */
export const signIn = async (accountId: string, passphrase: string): Promise<void> => {
  const answer = await fetch("/api/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ accountId, passphrase }),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`signing in was answered ${answer.status}: ${said}`);
};

/** Opens a database on this device with all that the app syncs by; another name is another, empty device. */
const openDevice = async (databaseName: string, accountId = "") => {
  const connection = valueOf(await openDatabase({ databaseName, factory: indexedDB }));
  const ids = createIds({ clock: createClock(), fillRandom });
  const deps = { connection, codec: plainRows, ids, sha256: sha256Hex };
  return {
    outbox: createOutbox(deps),
    deliveries: createDeliveries(deps),
    transport: createTransport({ fetch: (input, init) => fetch(input, init), accountId }),
    close: connection.close,
  };
};

/** Puts made-up work into a device's outbox, and says how many bytes its bodies have in all. */
export const fill = async (databaseName: string, plan: RecordsToMakeUp): Promise<number> => {
  const device = await openDevice(databaseName);
  const operations = await makeUpRecords(plan);
  valueOf(await device.outbox.add(operations));
  device.close();
  return operations.reduce((sum, { body }) => sum + new Blob([body]).size, 0);
};

/** Syncs a device once, just as the app does; it ends when everything is in IndexedDB. */
export const sync = async (databaseName: string, accountId: string): Promise<Round> => {
  const device = await openDevice(databaseName, accountId);
  const startMs = performance.now();
  const { waiting, needPerson } = valueOf(await syncOnce({ ...device, sha256: sha256Hex }));
  const ms = performance.now() - startMs;
  const held = valueOf(await device.deliveries.held());
  device.close();
  return { ms, waiting: waiting + needPerson, records: held.versions.size };
};

/** Takes a device's database away. */
export const forget = (databaseName: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(databaseName);
    asked.onsuccess = () => {
      resolve();
    };
    asked.onerror = () => {
      reject(new Error("a database of the bench was not deleted"));
    };
  });

/** How long the server's shortest answer takes, once for each time asked. */
export const roundTrips = async (times: number): Promise<readonly number[]> => {
  const tookMs: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const startMs = performance.now();
    await (await fetch("/healthz", { cache: "no-store" })).text();
    tookMs.push(performance.now() - startMs);
  }
  return tookMs;
};
