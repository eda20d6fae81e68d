import { type Kysely, sql } from "kysely";
import { err, ok, type Result } from "#core/result";
import { asAccount, type Snapshot, type Tx, type Who } from "../access/as-account";
import { asAuditor } from "../access/as-auditor";
import { asCounter } from "../access/as-counter";
import { asDesk } from "../access/as-desk";
import { type CannotMigrate, migrate } from "./migrate";

/** What a store is, once and for all. */
export interface StoreFacts {
  /** Changes when a backup is restored; devices then offer again what they had delivered. */
  readonly epoch: string;
  readonly practice: boolean;
  readonly receiptKey: Uint8Array;
}

/** The database, behind the only ways to work in it. Nothing else hands out a connection. */
export interface Store {
  readonly facts: StoreFacts;
  readonly asAccount: <T>(who: Who, work: (tx: Tx) => Promise<T>, snapshot?: Snapshot) => Promise<T>;
  readonly asDesk: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** For examining the audit alone; no route works in this way. */
  readonly asAuditor: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** For counting whose work is where. */
  readonly asCounter: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** `opening` until it has been brought up to date; `ready` while it can be reached and is the store that was opened. */
  readonly condition: () => Promise<"ready" | "opening" | "unreachable">;
  readonly close: () => Promise<void>;
}

/**
 * Brings a database up to date and opens it.
 *
 * Shape  `rest` makes the pool that is worked with, once there is a schema: every connection in it rests as
 *        `strandline_nobody`, so that a query outside the three ways is refused by the database itself.
 */
export const openStore = async (
  forMigrating: Kysely<unknown>,
  rest: () => Promise<Kysely<unknown>>,
  practice: boolean,
): Promise<Result<Store, CannotMigrate>> => {
  const migrated = await migrate(forMigrating, { practice });
  if (!migrated.ok) return migrated;
  const db = await rest();
  const facts = await readFacts(db);
  if (facts === undefined) return err({ type: "OtherPurpose", wanted: practice });
  return ok({
    facts,
    asAccount: (who, work, snapshot) => asAccount(db, who, work, snapshot),
    asDesk: (work) => asDesk(db, work),
    asAuditor: (work) => asAuditor(db, work),
    asCounter: (work) => asCounter(db, work),
    condition: async () => {
      try {
        return (await readFacts(db))?.epoch === facts.epoch ? "ready" : "unreachable";
      } catch {
        return "unreachable"; // or not what it was: whoever asks only needs to know that
      }
    },
    close: () => db.destroy(),
  });
};

const readFacts = (db: Kysely<unknown>): Promise<StoreFacts | undefined> =>
  asDesk(db, async (tx) => {
    const { rows } = await sql<{ epoch: string; practice: boolean; key: string }>`
      select store_epoch as epoch, practice, encode(receipt_key, 'hex') as key from store_meta`.execute(tx);
    const [facts] = rows;
    return facts && { epoch: facts.epoch, practice: facts.practice, receiptKey: Buffer.from(facts.key, "hex") };
  });
