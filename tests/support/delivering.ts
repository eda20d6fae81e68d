import "fake-indexeddb/auto"; // before Dexie, which looks for a database when it is loaded
import { IDBFactory } from "fake-indexeddb";
import { ok } from "#core/result";
import type { PushResult, PushStatus } from "#core/schema/wire";
import { sha256Hex } from "#platform/digest";
import { createDeliveries } from "#storage/deliveries";
import { createDrafts } from "#storage/drafts";
import { createEvents } from "#storage/events";
import { openDatabase } from "#storage/open-database";
import { createHeldHere } from "#storage/held-here";
import { createOutbox } from "#storage/outbox";
import { createOwnQuestionnaires } from "#storage/own-questionnaires";
import { createRecords } from "#storage/records";
import { plainRows } from "./plain-rows";
import { receiptOf } from "./revisions";
import { countedIds, uuid } from "./uuid";
import { valueOf } from "./value-of";

/** A device's store with what delivery needs of it, empty. */
export const aDeliveringDevice = async () => {
  const connection = valueOf(await openDatabase({ databaseName: "device", factory: new IDBFactory() }));
  const codec = plainRows;
  return {
    deliveries: createDeliveries({ connection, codec, ids: countedIds(5_000), sha256: sha256Hex }),
    events: createEvents({ connection, codec, ids: countedIds(7_000), clock: { nowMs: () => 1_000 } }),
    questionnaires: createOwnQuestionnaires({ connection, codec }),
    heldHere: createHeldHere({ connection, codec }),
    outbox: createOutbox({ connection, codec }),
    drafts: createDrafts({ connection, codec, clock: { nowMs: () => 1_000 } }),
    records: createRecords({ connection, codec }),
  };
};

/** What a server answers to one operation; what it keeps has a receipt. */
export const answered = (opId: number, status: PushStatus, more: Partial<PushResult> = {}): PushResult => ({
  opId: uuid(opId),
  status,
  ...(status === "refused" || status === "retry" ? {} : { receipt: receiptOf(opId) }),
  ...more,
});

/** The id under which the server knows the device's key. */
export const deviceId = async () => ok(uuid(900));
