import { z } from "zod";
import { ok, type Result } from "#core/result";
import { type DatabaseDeps, openDatabase } from "./open-database";
import type { StorageError } from "./storage-error";

/** A row of drafts or outbox as it lies, sealed. */
export interface UnsentRow {
  readonly table: "draft" | "outbox";
  readonly id: string;
  readonly version: number;
  /** What comes first, in the outbox. */
  readonly seq?: number;
  readonly body: Uint8Array;
}

export interface UnsentRows {
  readonly rows: readonly UnsentRow[];
  /** The ids of rows that no version of the app has sealed: nobody else could open them either. */
  readonly unfit: readonly string[];
}

const Lying = z.looseObject({
  id: z.string(),
  version: z.int().min(1),
  seq: z.int().min(0).optional(),
  body: z.instanceof(Uint8Array),
});

/**
 * Reads what one person has on this device and nowhere else, as it lies: no key is needed, and nothing is opened.
 *
 * Shape  as of one moment; what waits comes first, in its order, and then drafts.
 */
export const readUnsentRows = async (deps: DatabaseDeps): Promise<Result<UnsentRows, StorageError>> => {
  const connection = await openDatabase(deps);
  if (!connection.ok) return connection;
  try {
    const lying = await connection.value.run((db) =>
      db.transaction("r", db.outbox, db.draft, async () =>
        ok({ outbox: await db.outbox.orderBy("seq").toArray(), draft: await db.draft.toArray() }),
      ),
    );
    if (!lying.ok) return lying;
    const rows: UnsentRow[] = [];
    const unfit: string[] = [];
    for (const table of ["outbox", "draft"] as const) {
      for (const stored of lying.value[table]) {
        const { success, data } = Lying.safeParse(stored);
        if (!success) unfit.push(stored.id);
        else {
          const { id, version, seq, body } = data;
          rows.push({ table, id, version, ...(seq === undefined ? {} : { seq }), body });
        }
      }
    }
    return ok({ rows, unfit });
  } finally {
    connection.value.close();
  }
};
