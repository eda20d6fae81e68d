import { sql } from "kysely";
import type { SignedInAccount } from "#core/schema/wire";
import type { AreaKey } from "#core/sealed/keyring";
import type { Tx, Who } from "../access/as-account";
import { readAreaKey } from "../recovery/area-keys";
import type { Store } from "../store/store";

interface AreaName {
  readonly id: string;
  readonly name: string;
  readonly recoveryKey?: AreaKey;
}

/** An account as it may see itself: its name, its area and what it does in which agency. */
export const readSignedIn = (
  store: Store,
  who: Who,
): Promise<{ readonly area: AreaName; readonly account: SignedInAccount }> =>
  store.asAccount(who, async (tx) => {
    const { rows: found } = await sql<{ areaName: string; name: string; training: string[] }>`
      select a.name as "areaName", c.name, c.training from account c join area a using (area_id)
      where c.area_id = ${who.areaId} and c.account_id = ${who.accountId}`.execute(tx);
    const [row] = found;
    if (row === undefined) throw new Error("a session without its account");
    const { rows: memberships } = await sql<SignedInAccount["memberships"][number]>`
      select g.agency_id as "agencyId", g.name as agency, m.role from membership m join agency g using (area_id, agency_id)
      where m.area_id = ${who.areaId} and m.account_id = ${who.accountId}
        and m.from_at <= now() and (m.until_at is null or m.until_at > now())
      order by g.name, m.role`.execute(tx);
    return {
      area: await withKey(tx, { id: who.areaId, name: row.areaName }),
      account: { accountId: who.accountId, name: row.name, memberships, training: row.training },
    };
  });

/** The area of a store that has just one, for the page on which nobody is signed in yet. */
export const readOnlyArea = (store: Store): Promise<AreaName | undefined> =>
  store.asDesk(async (tx) => {
    const { rows } = await sql<AreaName>`select area_id as id, name from area limit 2`.execute(tx);
    const [area] = rows.length === 1 ? rows : [];
    return area && withKey(tx, area);
  });

const withKey = async (tx: Tx, area: AreaName): Promise<AreaName> => {
  const recoveryKey = await readAreaKey(tx, area.id);
  return recoveryKey === undefined ? area : { ...area, recoveryKey };
};
