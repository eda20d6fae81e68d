import { sql } from "kysely";
import { writeAudit } from "../../audit/write-audit";
import type { Store } from "../store";

/**
 * What gives a store another epoch, in one transaction: devices offer again what they had delivered since. Row security
 * is lifted for it alone, because it is forced on the owner too.
 */
export const NEW_EPOCH = `begin;
  alter table strandline.store_meta no force row level security;
  update strandline.store_meta set store_epoch = gen_random_uuid();
  alter table strandline.store_meta force row level security;
  commit`;

/**
 * Makes it known that a store was put back.
 *
 * Shape  sessions of that day end, so that nobody is signed in who has signed out; the audit of every area says so.
 */
export const noteRestored = (store: Store): Promise<void> =>
  store.asDesk(async (tx) => {
    await sql`delete from session`.execute(tx);
    const { rows } = await sql<{ areaId: string }>`select area_id as "areaId" from area order by area_id`.execute(tx);
    for (const { areaId } of rows) await writeAudit(tx, { areaId, kind: "restored" });
  });
