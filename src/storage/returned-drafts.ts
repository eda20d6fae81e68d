import { err, ok, type Result } from "#core/result";
import { besideText } from "#core/sealed/draft-beside";
import { planPutBack } from "#core/sealed/plan-put-back";
import { RescueContent } from "#core/sealed/rescue-content";
import type { RowCodec } from "#core/sealed/row-codec";
import { DraftContent } from "./drafts";
import type { Connection } from "./open-database";
import { readText, type Unreadable } from "./read-row";
import { readDevice } from "./rescue/read-device";
import type { StorageError } from "./storage-error";

/** A draft that was opened elsewhere, for its writer: its content is what its row held. */
export interface DraftToPut {
  readonly id: string;
  readonly version: number;
  readonly content: string;
}

/** What became of it: it is a draft here, or lies beside one that is here in other words, or nothing was needed. */
export type ReturnedTo = "put" | "beside" | "already";

/** The drafts that come back from a device that was lost, or whose keys were. */
export interface ReturnedDrafts {
  readonly put: (draft: DraftToPut) => Promise<Result<ReturnedTo, Unreadable | StorageError>>;
}

export interface ReturnedDraftsDeps {
  readonly connection: Connection;
  readonly codec: RowCodec;
  readonly userId: string;
  readonly sha256: (text: string) => Promise<string>;
}

const TAKEN = "taken/";

/**
 * Puts drafts that come back among this person's drafts, by the rule by which a rescue file is put back.
 *
 * Laws    1. what is on the device stays as it is: other words lie beside it (those of `planPutBack`)
 *         2. what was put here once is not put here again, whatever has become of it since
 *         3. what is no draft is not put here
 *         (tests/unit/storage/returned-drafts.test.ts)
 */
export const createReturnedDrafts = ({ connection, codec, userId, sha256 }: ReturnedDraftsDeps): ReturnedDrafts => {
  const put: ReturnedDrafts["put"] = async ({ id, version, content }) => {
    const read = readText(id, content, DraftContent);
    if (!read.ok) return read;
    const takenId = `${TAKEN}${id}`;
    const device = await readDevice({ connection, codec }, takenId);
    if (!device.ok) return device;
    const draft = { id, version, content };
    const hashes = new Map([[id, await sha256(besideText(draft))]]);
    const { drafts, besideIds } = planPutBack(RescueContent.parse({ userId, drafts: [draft] }), device.value, hashes);
    // [Note: Seal before the transaction]
    const rows = await Promise.all(
      drafts.map(async (each) => {
        const at = { table: "draft", id: each.id, version: each.version } as const;
        return { id: each.id, version: each.version, body: await codec.encode(at, each.content) };
      }),
    );
    const note = { id: takenId, version, body: await codec.encode({ table: "meta", id: takenId, version }, "{}") };
    const added = await connection.run((db) =>
      db.transaction("rw", db.draft, db.meta, async () => {
        const taken = await db.meta.get(takenId);
        if (taken !== undefined && Number(taken.version) >= version) return ok("already" as const);
        const ids = rows.map((row) => row.id);
        // Another window put something there meanwhile: what is to be done is decided anew.
        if ((await db.draft.where("id").anyOf(ids).count()) > 0) return err({ type: "Changed" } as const);
        await db.draft.bulkAdd(rows);
        await db.meta.put(note);
        if (rows.length === 0) return ok("already" as const);
        return ok(besideIds.length > 0 ? ("beside" as const) : ("put" as const));
      }),
    );
    if (added.ok) return added;
    return added.error.type === "Changed" ? put(draft) : err(added.error);
  };
  return { put };
};
