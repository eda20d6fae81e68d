import type { Clock, Ids } from "#core/ports";
import { ok, type Result } from "#core/result";
import type { Id } from "#core/schema/ids";
import { ClientEvent, LIMITS } from "#core/schema/wire";
import type { RowCodec } from "#core/sealed/row-codec";
import type { Connection } from "./open-database";
import { readRow } from "./read-row";
import type { StorageError } from "./storage-error";

/** What the id of a row begins with that says what was done with a record. */
const EVENT = "event/";

/** What was done with records on this device, until the server's audit has it. */
export interface Events {
  /** Kept before it is done, so that nothing leaves the device of which the audit never hears. */
  readonly keep: (kind: ClientEvent["kind"], recordId: Id) => Promise<Result<void, StorageError>>;
  /** The first of those that are not told yet, as many as one push takes. */
  readonly untold: () => Promise<Result<readonly ClientEvent[], StorageError>>;
  readonly told: (events: readonly ClientEvent[]) => Promise<Result<void, StorageError>>;
}

export interface EventsDeps {
  readonly connection: Connection;
  readonly codec: RowCodec;
  readonly ids: Ids;
  readonly clock: Clock;
}

/**
 * Keeps what was opened, exported and printed.
 *
 * Laws   1. an event stays until the server has answered the push that told of it, and is told under one id
 *        2. a row that cannot be read holds up no other
 * (tests/unit/storage/events.test.ts)
 */
export const createEvents = ({ connection, codec, ids, clock }: EventsDeps): Events => ({
  keep: async (kind, recordId) => {
    const event: ClientEvent = { eventId: ids.next(), kind, recordId, clientTime: clock.nowMs() };
    const at = { table: "meta", id: `${EVENT}${event.eventId}`, version: 1 } as const;
    // [Note: Seal before the transaction]
    const row = { id: at.id, version: at.version, body: await codec.encode(at, JSON.stringify(event)) };
    return connection.run((db) =>
      db.transaction("rw", db.meta, async () => {
        await db.meta.put(row);
        return ok(undefined);
      }),
    );
  },

  untold: async () => {
    const rows = await connection.run(async (db) =>
      ok(await db.meta.where("id").startsWith(EVENT).limit(LIMITS.pushEvents).toArray()),
    );
    if (!rows.ok) return rows;
    const read = await Promise.all(rows.value.map((row) => readRow(codec, "meta", row, ClientEvent)));
    return ok(read.flatMap((each) => (each.ok ? [each.value] : [])));
  },

  told: (events) =>
    connection.run((db) =>
      db.transaction("rw", db.meta, async () => {
        await db.meta.bulkDelete(events.map(({ eventId }) => `${EVENT}${eventId}`));
        return ok(undefined);
      }),
    ),
});
