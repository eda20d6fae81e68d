import { ok, type Result } from "#core/result";
import type { DecidedResponse } from "#core/schema/held-wire";
import { isPrivateType } from "#core/schema/operation";
import type { RowCodec } from "#core/sealed/row-codec";
import { RemoteRecord } from "#core/sync/remote-record";
import type { Connection } from "./open-database";
import { readRow } from "./read-row";
import { stillNeeded } from "./still-needed";
import type { StorageError } from "./storage-error";
import { HELD } from "./waiting";

/** What this person sent and the server holds safely, and what was decided about it there. */
export interface HeldHere {
  readonly list: () => Promise<Result<readonly RemoteRecord[], StorageError>>;
  readonly decide: (decided: DecidedResponse["decided"]) => Promise<Result<void, StorageError>>;
}

/**
 * Reads and settles what is held.
 *
 * Shape  a concern and a note are not among it: what is held of them stands with them alone.
 * Laws   1. what was taken in lies here no more as held: the record itself is given by the next pull to whoever may
 *           see it, and what stayed for it alone leaves with it
 *        2. what was returned stays, whole, with the words that came with it
 *        3. what is not named, and what only a newer version knows, stays as it is
 * (tests/unit/storage/held-here.test.ts)
 */
export const createHeldHere = ({
  connection,
  codec,
}: {
  readonly connection: Connection;
  readonly codec: RowCodec;
}): HeldHere => {
  const list: HeldHere["list"] = async () => {
    const rows = await connection.run(async (db) => ok(await db.remote.where("version").equals(HELD).toArray()));
    if (!rows.ok) return rows;
    const read = await Promise.all(rows.value.map((row) => readRow(codec, "remote", row, RemoteRecord)));
    return ok(
      read.flatMap((each) =>
        each.ok && each.value.held !== undefined && !isPrivateType(each.value.recordType) ? [each.value] : [],
      ),
    );
  };
  /** The records that this person may no longer see, and that stayed for nothing but what is over now. */
  const nothingHangsOn = async (over: readonly string[]): Promise<Result<readonly string[], StorageError>> => {
    const lying = await connection.run((db) =>
      db.transaction("r", db.draft, db.outbox, db.remote, async () =>
        ok({
          drafts: await db.draft.toArray(),
          outbox: await db.outbox.toArray(),
          held: (await db.remote.where("version").equals(HELD).toArray()).filter(({ id }) => !over.includes(id)),
        }),
      ),
    );
    if (!lying.ok) return lying;
    const needed = await stillNeeded(codec, lying.value);
    const marked = await Promise.all(lying.value.held.map((row) => readRow(codec, "remote", row, RemoteRecord)));
    return ok(
      marked.flatMap((each) =>
        each.ok && each.value.ended === true && !needed.has(each.value.recordId) ? [each.value.recordId] : [],
      ),
    );
  };

  return {
    list,
    decide: async (decided) => {
      const held = await list();
      if (!held.ok) return held;
      const byId = new Map(decided.map(({ opId, ...decision }) => [opId, decision]));
      const over: string[] = [];
      const returned: RemoteRecord[] = [];
      for (const record of held.value) {
        const decision = byId.get(record.revId);
        if (decision?.kind === "released") over.push(record.revId);
        if (decision?.kind === "returned" && record.returned === undefined) {
          const { words, byName, atMs } = decision;
          returned.push({ ...record, returned: { words, byName, atMs } });
        }
      }
      if (over.length + returned.length === 0) return ok(undefined);
      const ended = await nothingHangsOn(over);
      if (!ended.ok) return ended;
      const rows = await Promise.all(
        returned.map(async (record) => {
          const at = { table: "remote", id: record.revId, version: HELD } as const;
          return { id: at.id, version: at.version, body: await codec.encode(at, JSON.stringify(record)) };
        }),
      );
      return connection.run((db) =>
        db.transaction("rw", db.remote, async () => {
          await db.remote.bulkDelete([...over, ...ended.value]);
          await db.remote.bulkPut(rows);
          return ok(undefined);
        }),
      );
    },
  };
};
