import { ok, type Result } from "#core/result";
import type { RowCodec } from "#core/sealed/row-codec";
import { DraftContent } from "./drafts";
import type { Connection } from "./open-database";
import { readText, type Unreadable } from "./read-row";
import type { StorageError } from "./storage-error";

/** A draft that was opened elsewhere, for its writer: its content is what its row held. */
export interface DraftToPut {
  readonly id: string;
  readonly version: number;
  readonly content: string;
}

/** The drafts that come back from a device that was lost, or whose keys were. */
export interface ReturnedDrafts {
  readonly put: (draft: DraftToPut) => Promise<Result<"put" | "not-newer", Unreadable | StorageError>>;
}

export interface ReturnedDraftsDeps {
  readonly connection: Connection;
  readonly codec: RowCodec;
}

const TAKEN = "taken/";

/**
 * Puts drafts that come back among this person's drafts.
 *
 * Laws    1. a draft that is here in this version or a newer one is left as it is
 *         2. what was put here once is not put here again, whatever has become of it since
 *         3. what is no draft is not put here
 *         (tests/unit/storage/returned-drafts.test.ts)
 */
export const createReturnedDrafts = ({ connection, codec }: ReturnedDraftsDeps): ReturnedDrafts => ({
  put: async ({ id, version, content }) => {
    const read = readText(id, content, DraftContent);
    if (!read.ok) return read;
    // [Note: Seal before the transaction]
    const takenId = `${TAKEN}${id}`;
    const [body, note] = await Promise.all([
      codec.encode({ table: "draft", id, version }, content),
      codec.encode({ table: "meta", id: takenId, version }, "{}"),
    ]);
    return connection.run((db) =>
      db.transaction("rw", db.draft, db.meta, async () => {
        const [here, taken] = [await db.draft.get(id), await db.meta.get(takenId)];
        const isNewer = [here, taken].every((row) => row === undefined || Number(row.version) < version);
        if (!isNewer) return ok("not-newer" as const);
        await db.draft.put({ id, version, body });
        await db.meta.put({ id: takenId, version, body: note });
        return ok("put" as const);
      }),
    );
  },
});
