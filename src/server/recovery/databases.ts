import { sql } from "kysely";
import type { GiveUpRequest, ReturnedResponse } from "#core/schema/sealed-wire";
import type { Who } from "../access/as-account";
import type { Store } from "../store/store";
import type { DatabaseOfPerson } from "./hold-sealed";
import { followDevice } from "./opened-drafts";

/** One person's other databases with drafts that are held and not given up. */
export const readElsewhere = (
  store: Store,
  { areaId, accountId }: Who,
  except: string | undefined,
): Promise<ReturnedResponse["elsewhere"]> =>
  store.asDesk(async (tx) => {
    const { rows } = await sql<ReturnedResponse["elsewhere"][number]>`
      select d.device_id as "deviceId", d.database_name as database, count(*)::int as drafts,
        (extract(epoch from d.heard_at) * 1000)::bigint as "heardAt"
      from sealed_database d join sealed_row r using (area_id, account_id, device_id, database_name)
      where d.area_id = ${areaId} and d.account_id = ${accountId} and not d.given_up
        and r.table_name = 'draft' and r.state <> 'gone'
        and (${except === undefined} or d.database_name <> ${except ?? ""})
      group by d.device_id, d.database_name, d.heard_at order by d.heard_at, d.device_id`.execute(tx);
    return rows;
  });

/** Gives up a database of one's own on another device, a lost one say; one that nobody has changes nothing. */
export const giveUp = async (store: Store, who: Who, { deviceId, database }: GiveUpRequest): Promise<void> => {
  await store.asDesk(async (tx) => {
    await sql`update sealed_database set given_up = true where area_id = ${who.areaId}
      and account_id = ${who.accountId} and device_id = ${deviceId} and database_name = ${database}`.execute(tx);
  });
  await followDevice(store, { ...who, deviceId, database }, { gone: [], givenUp: true });
};

/** Every database of an area in which something lies sealed. */
export const readSealedDatabases = (store: Store, areaId: string): Promise<readonly DatabaseOfPerson[]> =>
  store.asDesk(async (tx) => {
    const { rows } = await sql<DatabaseOfPerson>`
      select distinct area_id as "areaId", account_id as "accountId", device_id as "deviceId",
        database_name as database
      from sealed_row where area_id = ${areaId} and state in ('sealed', 'stuck') order by 2, 3, 4`.execute(tx);
    return rows;
  });
