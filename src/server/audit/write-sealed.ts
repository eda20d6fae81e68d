import type { Tx, Who } from "../access/as-account";
import { writeAudit } from "./write-audit";

/**
 * Says that something was held sealed, opened or given back.
 *
 * Shape  in the area's audit only that it was so; which rows, and how many, in the audit apart. An operation that is named
 *        here and nowhere else in the area's audit would tell that somebody wrote a private record.
 */
export const writeSealed = async (
  tx: Tx,
  { areaId, accountId, deviceId }: Who & { readonly deviceId?: string },
  kind: "sealed-held" | "sealed-opened" | "sealed-given-back",
  ids: readonly string[],
): Promise<void> => {
  const entry = { areaId, accountId, kind, ...(deviceId === undefined ? {} : { deviceId }) };
  await writeAudit(tx, { ...entry, puts: ids }, true);
  await writeAudit(tx, entry);
};
