import { z } from "zod";
import type { OnDevice } from "#core/sealed/plan-put-back";
import { ok, type Result } from "#core/result";
import type { Connection, StoredRow } from "../open-database";
import { readRow } from "../read-row";
import type { RowCodec, TableName } from "#core/sealed/row-codec";
import type { StorageError } from "../storage-error";

/** What came back from one file, so that finishing it and putting the file back again does not begin it anew. */
const CameBack = z.looseObject({ ids: z.array(z.string()).default([]) });

interface ReadDeviceDeps {
  readonly connection: Connection;
  readonly codec: RowCodec;
}

/** Reads what a device has, as the plan of putting a rescue file back wants it; `noteId` is the row of that file. */
export const readDevice = async (
  { connection, codec }: ReadDeviceDeps,
  noteId: string,
): Promise<Result<OnDevice, StorageError>> => {
  const rows = await connection.run((db) =>
    db.transaction("r", db.draft, db.outbox, db.remote, db.meta, async () =>
      ok({
        draft: await db.draft.toArray(),
        outbox: await db.outbox.toArray(),
        remote: await db.remote.toArray(),
        metaIds: await db.meta.toCollection().primaryKeys(),
        note: await db.meta.get(noteId),
      }),
    ),
  );
  if (!rows.ok) return rows;
  const closed = new Set<string>();
  const contents = async (table: TableName, lying: readonly StoredRow[]): Promise<ReadonlyMap<string, string>> => {
    const byId = new Map<string, string>();
    for (const { id, version, body } of lying) {
      const text = await codec.decode({ table, id, version }, body);
      if (text.ok) byId.set(id, text.value);
      else closed.add(id);
    }
    return byId;
  };
  const { draft, outbox, remote, metaIds, note } = rows.value;
  const before = note === undefined ? undefined : await readRow(codec, "meta", note, CameBack);
  return ok({
    drafts: await contents("draft", draft),
    outbox: await contents("outbox", outbox),
    remote: await contents("remote", remote),
    closed,
    questionnaireIds: new Set(metaIds),
    cameBefore: new Set(before?.ok === true ? before.value.ids : []),
  });
};
