import { type Kysely, sql } from "kysely";
import type { Tx } from "./as-account";

/**
 * Runs the server's own work, which precedes or stands beside any account: signing people in, giving and ending
 * relationships. It cannot read a record. See [Note: Who works in the database].
 */
export const asDesk = <T>(db: Kysely<unknown>, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'strandline_desk', true),
      set_config('search_path', 'strandline, pg_temp', true)`.execute(tx);
    return work(tx);
  });
