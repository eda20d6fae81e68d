import { ok, type Result } from "#core/result";
import type { Connection } from "./open-database";
import type { StorageError } from "./storage-error";

/** How many drafts are begun, and how many operations have no receipt. Numbers only: nothing is opened for them. */
export interface UnsentCounts {
  readonly count: () => Promise<Result<UnsentCount, StorageError>>;
  /** Which database they are counted in: a random name. */
  readonly databaseName: string;
}
export interface UnsentCount {
  readonly drafts: number;
  readonly waiting: number;
}

/** Counts what would be lost if this database were cleared now. */
export const createUnsentCounts = (connection: Connection): UnsentCounts => ({
  databaseName: connection.databaseName,
  count: () =>
    connection.run((db) =>
      db.transaction("r", db.draft, db.outbox, async () =>
        ok({ drafts: await db.draft.count(), waiting: await db.outbox.count() }),
      ),
    ),
});
