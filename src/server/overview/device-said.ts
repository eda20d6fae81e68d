import { sql } from "kysely";
import type { UnsentSaid } from "#core/schema/overview-wire";
import type { Who } from "../access/as-account";
import type { Store } from "../store/store";

/**
 * Keeps what a device said of what it has not delivered: when that changed, and else once in some minutes.
 *
 * Missing  what a device says that is not enrolled for this person is not kept.
 */
export const keepSaid = async (store: Store, who: Who, { deviceId, waiting }: UnsentSaid): Promise<void> => {
  try {
    await store.asAccount(who, (tx) =>
      sql`insert into device_said (area_id, account_id, device_id, waiting)
        values (${who.areaId}, ${who.accountId}, ${deviceId}, ${waiting})
        on conflict (area_id, account_id, device_id) do update set waiting = excluded.waiting, said_at = now()
        where device_said.waiting <> excluded.waiting or device_said.said_at < now() - interval '5 minutes'`.execute(
        tx,
      ),
    );
  } catch (error) {
    if (!isNotEnrolled(error)) throw error;
  }
};

const isNotEnrolled = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "23503";
