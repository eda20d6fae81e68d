import { err, ok, type Result } from "#core/result";
import { Operation } from "#core/schema/operation";
import type { ChangedElsewhere } from "./drafts";
import type { Connection, SequencedRow } from "./open-database";
import type { RowCodec } from "#core/sealed/row-codec";
import type { StorageError } from "./storage-error";

export interface Outbox {
  /** Adds operations that come from no draft, in their order, all or none. */
  readonly add: (operations: readonly Operation[]) => Promise<Result<void, StorageError>>;
  /** Ends a draft: removes it and adds what it became, both or neither. */
  readonly finish: (finished: FinishedDraft) => Promise<Result<void, ChangedElsewhere | StorageError>>;
}

export interface FinishedDraft {
  readonly draftId: string;
  /** The version of the draft that the operations were made from. */
  readonly expectedVersion: number;
  readonly operations: readonly Operation[];
}

export interface OutboxDeps {
  readonly connection: Connection;
  readonly codec: RowCodec;
}

/**
 * What this device has not delivered yet.
 *
 * Laws   1. a draft goes and its operations come in one transaction
 *        2. finishing the same draft into the same operations again changes nothing, and is no error
 *        3. a draft that changed since is not finished
 * (tests/support/store-suite.ts, tests/unit/storage/kill.test.ts)
 *
 * Errors  an operation that could not be read back is a bug, and throws before anything is touched.
 */
export const createOutbox = ({ connection, codec }: OutboxDeps): Outbox => {
  // [Note: Seal before the transaction]
  const toRow = async (operation: Operation): Promise<SequencedRow> => {
    const at = { table: "outbox", id: operation.opId, version: 1 } as const;
    const body = await codec.encode(at, JSON.stringify(Operation.parse(operation)));
    return { id: at.id, version: at.version, body };
  };

  return {
    add: async (operations) => {
      const rows = await Promise.all(operations.map(toRow));
      return connection.run((db) =>
        db.transaction("rw", db.outbox, async () => {
          await db.outbox.bulkAdd(rows);
          return ok(undefined);
        }),
      );
    },

    finish: async ({ draftId, expectedVersion, operations }) => {
      const rows = await Promise.all(operations.map(toRow));
      const opIds = rows.map((row) => row.id);
      return connection.run((db) =>
        db.transaction("rw", db.draft, db.outbox, async () => {
          const draft = await db.draft.get(draftId);
          if (draft === undefined && (await db.outbox.where("id").anyOf(opIds).count()) === opIds.length) {
            return ok(undefined);
          }
          if (draft?.version !== expectedVersion) return err({ type: "ChangedElsewhere" } as const);
          await db.draft.delete(draftId);
          await db.outbox.bulkAdd(rows);
          return ok(undefined);
        }),
      );
    },
  };
};
