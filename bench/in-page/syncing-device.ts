import { ok } from "#core/result";
import { createClock } from "#platform/clock";
import { sha256Hex } from "#platform/digest";
import { createIds, fillRandom } from "#platform/ids";
import { drawKey, rootOf } from "#platform/sealing/hkdf";
import { randomBytes } from "#platform/sealing/bytes";
import { createRowSeal } from "#platform/sealing/row-seal";
import { createDeliveries } from "#storage/deliveries";
import { openDatabase } from "#storage/open-database";
import { createOutbox } from "#storage/outbox";
import { createEvents } from "#storage/events";
import { createOwnQuestionnaires } from "#storage/own-questionnaires";
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

/**
 * Holds a request back for a round trip. The browser's own emulation will not do: its latency is the least that an answer
 * takes, and a server that works as long is then as near as ever.
 */
const fetchFrom =
  (roundTripMs: number): typeof fetch =>
  async (input, init) => {
    if (roundTripMs > 0) await new Promise((resolve) => setTimeout(resolve, roundTripMs));
    return fetch(input, init);
  };

/** Who syncs, and how far the server is from them. */
export interface Whose {
  readonly accountId: string;
  readonly roundTripMs: number;
}

/** Keys that are thrown away with this page: what is sealed is measured, not who may open it. */
const throwAwayKeys = (async () => {
  const root = await rootOf(randomBytes(32));
  return {
    epoch: 1,
    kept: await drawKey(root, randomBytes(16), "kept"),
    unsent: await drawKey(root, randomBytes(16), "unsent"),
  };
})();

/** Opens a database on this device with all that the app syncs by; another name is another, empty device. */
const openDevice = async (databaseName: string, { accountId, roundTripMs }: Whose) => {
  const connection = valueOf(await openDatabase({ databaseName, factory: indexedDB }));
  const ids = createIds({ clock: createClock(), fillRandom });
  const keys = await throwAwayKeys;
  const codec = createRowSeal({ epochs: () => [keys], userId: "bench" });
  const deps = { connection, codec, ids, sha256: sha256Hex };
  return {
    outbox: createOutbox(deps),
    deliveries: createDeliveries(deps),
    events: createEvents({ ...deps, clock: { nowMs: () => Date.now() } }),
    questionnaires: createOwnQuestionnaires(deps),
    transport: createTransport({ fetch: fetchFrom(roundTripMs), accountId, sha256: sha256Hex }),
    deviceId: () => Promise.resolve(ok(ids.next())),
    close: connection.close,
  };
};

/** Puts made-up work into a device's outbox, and says how many bytes its bodies have in all. */
export const fill = async (databaseName: string, whose: Whose, plan: RecordsToMakeUp): Promise<number> => {
  const device = await openDevice(databaseName, whose);
  const operations = await makeUpRecords(plan);
  valueOf(await device.outbox.add(operations));
  device.close();
  return operations.reduce((sum, { body }) => sum + new Blob([body]).size, 0);
};

/** Syncs a device once, just as the app does; it ends when everything is in IndexedDB. */
export const sync = async (databaseName: string, whose: Whose): Promise<Round> => {
  const device = await openDevice(databaseName, whose);
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
