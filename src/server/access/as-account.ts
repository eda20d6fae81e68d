import { type Kysely, sql, type Transaction } from "kysely";

/** The database as one piece of work sees it. */
export type Tx = Transaction<unknown>;

/** Who is at work: an account in its area. */
export interface Who {
  readonly accountId: string;
  readonly areaId: string;
}

/**
 * `one-moment` reads everything as of one instant; `each-statement` sees what others have committed meanwhile, and so
 * does work that is alone at something: whoever else names the same waits until it has ended.
 */
export type Snapshot = "one-moment" | "each-statement" | { readonly aloneAt: string };

/**
 * Runs one piece of work as an account, in one transaction. There is no other way to a record.
 *
 * Shape  the role, the account and the area end with the transaction, whichever way it ends. `set_config('role', …, true)`
 *        is `SET LOCAL ROLE`, in the same round trip as the rest. See [Note: Who works in the database].
 */
export const asAccount = <T>(
  db: Kysely<unknown>,
  { accountId, areaId }: Who,
  work: (tx: Tx) => Promise<T>,
  snapshot: Snapshot = "each-statement",
): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel(snapshot === "one-moment" ? "repeatable read" : "read committed")
    .execute(async (tx) => {
      const alone =
        typeof snapshot === "object" ? sql`, pg_advisory_xact_lock(hashtextextended(${snapshot.aloneAt}, 0))` : sql``;
      await sql`select set_config('role', 'strandline_app', true), set_config('search_path', 'strandline, pg_temp', true),
        set_config('strandline.account', ${accountId}, true), set_config('strandline.area', ${areaId}, true)${alone}`.execute(
        tx,
      );
      return work(tx);
    });
