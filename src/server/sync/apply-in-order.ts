import type { PushResult, QuarantineReason } from "#core/schema/wire";
import type { Store } from "../store/store";
import { applyOperation } from "./apply-operation";
import type { WithOpId } from "./check-envelope";
import type { Author } from "./write-revision";
import type { z } from "zod";

/** An operation as it was sent: what it is called can be read, and the rest is read when it is its turn. */
export type Sent = z.infer<typeof WithOpId>;

/** `holdFor` keeps each of them whole and apart, whatever else might become of it. */
export interface HowToApply {
  readonly holdFor?: QuarantineReason;
  readonly onFault: (error: unknown) => void;
}

/** So many operations are delivered at once: while one is at the database, another is read. */
const AT_ONCE = 3;

/**
 * Delivers operations, each in a transaction of its own.
 *
 * Shape   those of one record one after another, and those of a case after the case's own record, and what is said
 *         of two cases after every case before it; others need not wait.
 *         Once an operation of a record was not kept, later ones of that record wait for it: applied without it, they
 *         would look like another version.
 * Errors  a fault of ours, or of the database's moment, must not cost the other operations their turn: it is told to
 *         `onFault`, and the operation may be offered again.
 */
export const applyInOrder = async (
  store: Store,
  author: Author,
  ops: readonly Sent[],
  { holdFor, onFault }: HowToApply,
): Promise<PushResult[]> => {
  const lastByRecordId = new Map<unknown, Promise<PushResult>>();
  const results: Promise<PushResult>[] = [];
  const apply = async (sent: Sent): Promise<PushResult> => {
    const { opId, recordId, caseId } = sent;
    const earlierCases = Promise.all(results.filter((_, at) => ops[at]?.["recordType"] === "case"));
    const [before] = await Promise.all([lastByRecordId.get(recordId), lastByRecordId.get(caseId)]);
    const isCaseMissing = sent["recordType"] === "same-child" && (await earlierCases).some(isToComeAgain);
    if (isCaseMissing || (before !== undefined && before.receipt === undefined)) {
      return { opId, status: "retry", reason: "earlier-one-first" };
    }
    try {
      return await applyOperation(store, author, sent, holdFor);
    } catch (error) {
      onFault(error);
      return { opId, status: "retry", reason: "server-busy" };
    }
  };
  // Each takes the next one in order, so that what it has to wait for was taken before.
  const lane = async (): Promise<void> => {
    for (let sent = ops[results.length]; sent !== undefined; sent = ops[results.length]) {
      const result = apply(sent);
      results.push(result);
      lastByRecordId.set(sent.recordId, result);
      await result;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return Promise.all(results);
};

const isToComeAgain = ({ status }: PushResult): boolean => status === "retry";
