import { createHmac } from "node:crypto";
import type { Receipt } from "#core/schema/wire";

/** Makes the proof that the server has a revision, which nobody without the store's key can make. */
export const signReceipt = (key: Uint8Array, areaId: string, receipt: Omit<Receipt, "hmac">): Receipt => ({
  ...receipt,
  hmac: createHmac("sha256", key)
    .update([areaId, receipt.revId, receipt.sha256, receipt.receivedAt, receipt.auditSeq].join("\n"))
    .digest("hex"),
});
