import { type Kysely, sql } from "kysely";
import type { Tx } from "./as-account";

/**
 * Counts whose work is where. It reads by whom and in which state something is, and no word of it, and changes nothing.
 * See [Note: Who works in the database].
 */
export const asCounter = <T>(db: Kysely<unknown>, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'strandline_counter', true),
      set_config('search_path', 'strandline, pg_temp', true)`.execute(tx);
    return work(tx);
  });
