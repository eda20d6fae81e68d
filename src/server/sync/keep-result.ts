import type { Operation } from "#core/schema/operation";
import type { PushResult, Receipt } from "#core/schema/wire";
import type { Tx } from "../access/as-account";
import type { CheckedOperation } from "./check-envelope";
import type { ReadStanding } from "./read-standing";
import { signReceipt } from "./receipts";
import { type Author, newResult, releasedResult, type Statement, together } from "./write-revision";

/** What was decided about an operation that is kept. */
export interface Outcome {
  readonly status: "accepted" | "branched" | "quarantined";
  readonly reason?: string | undefined;
  readonly headRev?: string | undefined;
  readonly ver?: string | undefined;
}

/** An operation on its way to its outcome. */
export interface Keeping extends CheckedOperation {
  readonly author: Author;
  readonly standing: ReadStanding;
  readonly receiptKey: Uint8Array;
  /** Whether it was held, and is taken in now: there is a result of it already. */
  readonly isReleased?: boolean;
}

/** Keeps an outcome with its receipt, its row in the audit and what else is written, and gives the answer that says so. */
export const keepResult = async (
  tx: Tx,
  keeping: Keeping,
  outcome: Outcome,
  ...also: readonly Statement[]
): Promise<PushResult> => {
  const { op, opSha256, author, standing, receiptKey, isReleased = false } = keeping;
  const receipt = signReceipt(receiptKey, author.areaId, {
    revId: op.opId,
    sha256: op.sha256,
    receivedAt: standing.nowMs,
    auditSeq: standing.auditSeq,
  });
  const write = isReleased ? releasedResult : newResult;
  await together(tx, ...also, ...write(author, { op, opSha256, receipt, ...outcome }));
  return keptResult(op, { ...outcome, receipt });
};

/** The answer for an operation that is kept, now or since an earlier time. */
export const keptResult = (
  { opId }: Operation,
  {
    status,
    headRev,
    ver,
    receipt,
    reason,
  }: Omit<Outcome, "status"> & {
    readonly status: PushResult["status"];
    readonly receipt: Omit<Receipt, "revId">;
  },
): PushResult => ({
  opId,
  status,
  ...(headRev === undefined ? {} : { headRev }),
  ...(ver === undefined ? {} : { ver }),
  receipt: { ...receipt, revId: opId },
  ...(reason === undefined ? {} : { reason }),
});
