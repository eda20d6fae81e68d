import { sql } from "kysely";
import type { GoneRow, ReturnedDraft, ReturnedResponse, TakenRequest } from "#core/schema/sealed-wire";
import type { Who } from "../access/as-account";
import { writeSealed } from "../audit/write-sealed";
import type { Store } from "../store/store";
import { type DatabaseOfPerson, ofDatabase } from "./hold-sealed";

/** One answer holds no further draft once it is so large. */
const PAGE_CHARACTERS = 4_000_000;
const PAGE_DRAFTS = 200;

/** A draft in the open, on its way to its writer. */
export interface DraftToKeep {
  readonly id: string;
  readonly version: number;
  readonly content: string;
}

/** Keeps opened drafts for their writer, who alone can read them; a newer version stays. */
export const keepDrafts = (
  store: Store,
  at: DatabaseOfPerson,
  drafts: readonly DraftToKeep[],
  givenUp: boolean,
): Promise<void> =>
  store.asAccount(at, async (tx) => {
    for (const { id, version, content } of drafts) {
      await sql`insert into opened_draft as kept
        (area_id, account_id, device_id, database_name, draft_id, version, content, given_up)
        values (${at.areaId}, ${at.accountId}, ${at.deviceId}, ${at.database}, ${id}, ${version}, ${content}, ${givenUp})
        on conflict (area_id, account_id, device_id, database_name, draft_id) do update
        set version = excluded.version, content = excluded.content, given_up = excluded.given_up, received_at = now()
        where excluded.version > kept.version`.execute(tx);
    }
  });

/** Does with opened drafts what their device says: what it no longer has goes, and all is given back once it is given up. */
export const followDevice = async (
  store: Store,
  at: DatabaseOfPerson,
  { gone, givenUp }: { readonly gone: readonly GoneRow[]; readonly givenUp: boolean },
): Promise<void> => {
  if (gone.length === 0 && !givenUp) return;
  await store.asAccount(at, async (tx) => {
    await sql`delete from opened_draft k
      using json_to_recordset(${JSON.stringify(gone)}::json) as g ("table" text, id uuid, version int)
      where ${ofDatabase(at)} and g.table = 'draft' and k.draft_id = g.id and k.version <= g.version`.execute(tx);
    if (givenUp) await sql`update opened_draft set given_up = true where ${ofDatabase(at)}`.execute(tx);
  });
};

/** What is given back to one person of the drafts that were opened, the oldest first; `except` has its own drafts. */
export const readReturned = (
  store: Store,
  who: Who,
  except: string | undefined,
): Promise<Pick<ReturnedResponse, "drafts" | "more">> =>
  store.asAccount(who, async (tx) => {
    const theirs = sql`area_id = ${who.areaId} and account_id = ${who.accountId} and given_up
      and (${except === undefined} or database_name <> ${except ?? ""})`;
    // The first is given however long it is; each that follows, if what comes before it leaves room.
    const { rows } = await sql<ReturnedDraft & { before: number; count: number }>`
      select * from (
        select device_id as "deviceId", database_name as database, draft_id as id, version, content,
          (extract(epoch from received_at) * 1000)::bigint as "receivedAt", (count(*) over ())::int as count,
          coalesce(sum(length(content)) over (order by received_at, draft_id, device_id, database_name
            rows between unbounded preceding and 1 preceding), 0)::bigint as before
        from opened_draft where ${theirs}) as each
      where before <= ${PAGE_CHARACTERS} order by before, id limit ${PAGE_DRAFTS}`.execute(tx);
    const drafts = rows.map(({ before: _before, count: _count, ...draft }) => draft);
    if (drafts.length > 0) {
      const ids = drafts.map(({ id }) => id);
      await writeSealed(tx, who, "sealed-given-back", ids);
    }
    return { drafts, more: drafts.length < (rows[0]?.count ?? 0) };
  });

/** Takes away what lies on a device of its writer's again; a version that came meanwhile stays. */
export const dropTaken = (store: Store, who: Who, { drafts }: TakenRequest): Promise<void> =>
  store.asAccount(who, async (tx) => {
    await sql`delete from opened_draft k
      using json_to_recordset(${JSON.stringify(drafts)}::json)
        as t ("deviceId" uuid, database text, id uuid, version int)
      where k.area_id = ${who.areaId} and k.account_id = ${who.accountId} and k.device_id = t."deviceId"
        and k.database_name = t.database and k.draft_id = t.id and k.version <= t.version`.execute(tx);
  });
