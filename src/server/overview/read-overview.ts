import { sql } from "kysely";
import type { OverviewRow } from "#core/schema/overview-wire";
import type { Tx, Who } from "../access/as-account";

/** Whether an account leads the service today. */
export const isServiceLead = async (tx: Tx, { accountId, areaId }: Who): Promise<boolean> => {
  const { rows } = await sql`select 1 from membership m where m.area_id = ${areaId} and m.account_id = ${accountId}
    and m.role = 'service-lead' and m.from_at <= now() and (m.until_at is null or m.until_at > now())`.execute(tx);
  return rows.length > 0;
};

interface Row {
  readonly name: string;
  readonly devices: OverviewRow["devices"];
  readonly twoVersions: number;
  readonly held: number;
}

/** Counts what of each person's work is not in. */
export const readOverview = async (tx: Tx, areaId: string): Promise<OverviewRow[]> => {
  const { rows } = await sql<Row>`
    select * from (
      select a.name,
        coalesce((select json_agg(json_build_object('device', left(d.device_id::text, 8), 'waiting', d.waiting,
            'saidAtMs', (extract(epoch from d.said_at) * 1000)::bigint) order by d.said_at desc)
          from device_said d where d.area_id = a.area_id and d.account_id = a.account_id), '[]'::json) as devices,
        (select coalesce(sum(d.waiting), 0) from device_said d
          where d.area_id = a.area_id and d.account_id = a.account_id)::int as waiting,
        (select count(*) from branch b join revision r on r.area_id = b.area_id and r.rev_id = b.rev_id
          where b.area_id = a.area_id and b.merged_by is null and r.author_id = a.account_id)::int as "twoVersions",
        (select count(*) from quarantine q where q.area_id = a.area_id and q.account_id = a.account_id
          and q.record_type not in ('concern', 'note') and not exists (select 1 from held_decision d
            where d.area_id = q.area_id and d.op_id = q.op_id))::int as held
      from account a where a.area_id = ${areaId}) as counted
    where json_array_length(devices) > 0 or "twoVersions" > 0 or held > 0
    order by waiting + "twoVersions" + held = 0, name`.execute(tx);
  return rows.map(({ name, devices, twoVersions, held }) => ({ name, devices, twoVersions, held }));
};
