import { createHash } from "node:crypto";
import { sql } from "kysely";
import { OLDEST_PROTOCOL, type Policy } from "#core/schema/wire";
import type { Tx, Who } from "../access/as-account";
import type { AreaFiles } from "../area-files/area-files";

/**
 * What every device of an area is told: its settings, its own questionnaires, wording that was withdrawn, the oldest
 * protocol still understood.
 */
export const readPolicy = async (tx: Tx, { areaId }: Who, files: AreaFiles): Promise<Policy> => {
  const { rows } = await sql<{ settings: Record<string, unknown> }>`
    select settings from area where area_id = ${areaId}`.execute(tx);
  const policy = {
    withdrawnWording: [...files.withdrawn],
    questionnaires: files.questionnaires.map(({ name }) => name),
    settings: rows[0]?.settings ?? {},
    minimumProtocol: OLDEST_PROTOCOL,
  };
  return { version: createHash("sha256").update(JSON.stringify(policy)).digest("hex").slice(0, 16), ...policy };
};
