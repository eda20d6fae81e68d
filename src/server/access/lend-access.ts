import { sql } from "kysely";
import type { Tx, Who } from "./as-account";

/** Goes on in the same transaction as another account of the same area. */
export const goOnAs = async (tx: Tx, { accountId, areaId }: Who): Promise<void> => {
  await sql`select set_config('role', 'strandline_app', true), set_config('strandline.account', ${accountId}, true),
    set_config('strandline.area', ${areaId}, true)`.execute(tx);
};

/**
 * Lets somebody at a case that they had to do with before, within this transaction and no longer.
 *
 * [Note: Lent for one transaction]
 * What is released is taken in under its sender's name, by the one rule and the same policies as everything else; but
 * their access has ended. So the desk gives them a relationship that begins with this transaction and ends a microsecond
 * after it began: every statement of this transaction finds it in force, and no other transaction ever does. The row
 * stays, as a sign that it was done. Somebody who never had to do with the case is lent nothing.
 *
 * Errors  false where nothing could be lent: they never had to do with the case, or work nowhere any more.
 */
export const lendAccess = async (tx: Tx, { accountId, areaId }: Who, caseId: string): Promise<boolean> => {
  await sql`select set_config('role', 'strandline_desk', true)`.execute(tx);
  const lent = await sql`insert into relationship (area_id, case_id, account_id, ground, agency_id, until_at)
    select ${areaId}::uuid, ${caseId}::uuid, ${accountId}::uuid, 'given', writes_for(${accountId}, ${areaId}),
      now() + interval '1 microsecond'
    where writes_for(${accountId}, ${areaId}) is not null and exists (select 1 from relationship k
      where k.area_id = ${areaId} and k.case_id = ${caseId} and k.account_id = ${accountId}
        and k.ground in ('created', 'given'))`.execute(tx);
  await goOnAs(tx, { accountId, areaId });
  return lent.numAffectedRows === 1n;
};
