import { z } from "zod";
import { isPrivateType } from "#core/schema/operation";
import type { PushResult, QuarantineReason } from "#core/schema/wire";
import { takeApart } from "#core/sync/record-body";
import { writeAudit } from "../audit/write-audit";
import type { Store } from "../store/store";
import { checkEnvelope, type CheckedOperation, type Refusal, type WithOpId } from "./check-envelope";
import { OutOfReach, placeRevision } from "./place-revision";
import { type EarlierResult, placeOf, readStanding } from "./read-standing";
import { keptResult } from "./keep-result";
import type { Author } from "./write-revision";

/**
 * Delivers one operation, in one transaction.
 *
 * Laws   1. the same operation again is answered the same again, and is kept once
 *        2. an operation is kept whole, with its receipt and its row in the audit, or not at all
 *        3. a section that its author may not see is as it was
 * (tests/support/server/push-rules.ts, tests/support/server/pull-rules.ts)
 */
export const applyOperation = async (
  store: Store,
  author: Author,
  sent: z.infer<typeof WithOpId>,
  holdFor?: QuarantineReason,
): Promise<PushResult> => {
  const { opId } = sent;
  const isPrivate = isPrivateType(String(WithRecordType.safeParse(sent).data?.recordType));
  const refuse = (refusal: Refusal): Promise<PushResult> => writeRefusal(store, author, { opId, isPrivate }, refusal);
  const checked = checkEnvelope(sent);
  if (!checked.ok) return refuse(checked.error);
  const { op } = checked.value;
  const body = takeApart(op);
  if (body.ok && body.value.practice === !store.facts.practice) {
    const fault = { path: "body", reason: "is of the other kind: practice and real are never mixed" };
    return refuse({ reason: "practice-mixed", faults: [fault] });
  }

  const deliver = (reason?: QuarantineReason): Promise<PushResult | "reused"> =>
    store.asAccount(
      author,
      async (tx) => {
        const standing = await readStanding(tx, author, op);
        if (standing.earlier !== undefined) return again(checked.value, standing.earlier);
        const { receiptKey } = store.facts;
        const taken = body.ok ? body.value : undefined;
        return placeRevision(tx, { ...checked.value, author, standing, taken, receiptKey }, reason);
      },
      { aloneAt: placeOf(author, op) },
    );
  const delivered = await deliver(holdFor).catch((error: unknown) => {
    // Nothing is left of an attempt that reached for what its author may not see: it is kept whole, apart.
    if (error instanceof OutOfReach) return deliver("access");
    if (isOfAnotherOperation(error)) return "reused" as const;
    throw error;
  });
  if (delivered === "reused") {
    return refuse({ reason: "op-id-reused", faults: [{ path: "opId", reason: "was delivered with other words" }] });
  }
  return body.ok || delivered.reason !== "body" ? delivered : { ...delivered, faults: [...body.error] };
};

const again = ({ op, opSha256 }: CheckedOperation, earlier: EarlierResult): PushResult | "reused" =>
  earlier.opSha256 === opSha256 ? keptResult(op, earlier) : "reused";

/** Somebody else has an operation of this id: the one collision that their own earlier result does not explain. */
const isOfAnotherOperation = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  error.code === "23505" &&
  "table" in error &&
  ["revision", "quarantine", "op_result", "receipt"].some((table) => table === error.table);

/** What an operation says it is of, where the rest of it cannot be read. */
const WithRecordType = z.looseObject({ recordType: z.string() });

const writeRefusal = async (
  store: Store,
  author: Author,
  { opId, isPrivate }: { readonly opId: string; readonly isPrivate: boolean },
  { reason, faults }: Refusal,
): Promise<PushResult> => {
  const kind = reason === "op-id-reused" ? "alarm" : "op-refused";
  await store.asAccount(author, (tx) => writeAudit(tx, { ...author, kind, revId: opId, reason }, isPrivate));
  return { opId, status: "refused", reason, ...(faults.length === 0 ? {} : { faults: [...faults] }) };
};
