import { type Kysely, sql } from "kysely";
import type { Tx } from "./as-account";

/**
 * Runs an examination of the audit, as of one moment. It reads the audit and the numbers of receipts, and changes
 * nothing. See [Note: Who works in the database].
 */
export const asAuditor = <T>(db: Kysely<unknown>, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      await sql`select set_config('role', 'strandline_auditor', true),
        set_config('search_path', 'strandline, pg_temp', true)`.execute(tx);
      return work(tx);
    });
