import type { Id } from "../schema/ids";
import { isOnlyAddedTo, isPrivateType, type Operation } from "../schema/operation";
import type { QuarantineReason, RetryReason } from "../schema/wire";

/** What the server has that bears on one operation, as its author may know it. */
export interface Standing {
  /**
   * Whether the author may write here: now; no more, or not in their role or by what is shared with them; or never as far
   * as anyone may tell.
   */
  readonly caseAccess: "active" | "ended" | "none";
  /** The record's own facts, where the author may know of it. */
  readonly record: { readonly recordType: string; readonly caseId: Id; readonly isOwn: boolean } | undefined;
  readonly headRev: Id | undefined;
  /** Those of the operation's parents that stand as branches which the author can see. */
  readonly openBranches: readonly Id[];
  /** Whether a parent, or the record that began the case, is held in the author's quarantine. */
  readonly followsQuarantined: boolean;
  /** Whether the body is one that this build's schemas accept. */
  readonly isBodyAccepted: boolean;
}

/** Where an operation goes. `consumes` are the branches whose place it takes. */
export type Placing =
  | { readonly kind: "begins" }
  | { readonly kind: "advances"; readonly consumes: readonly Id[] }
  | { readonly kind: "branches"; readonly consumes: readonly Id[] }
  | { readonly kind: "quarantined"; readonly reason: QuarantineReason }
  | { readonly kind: "retry"; readonly reason: RetryReason };

interface Placed extends Pick<Operation, "recordType" | "caseId"> {
  readonly parents: readonly Id[];
}

/**
 * Decides what becomes of an operation whose envelope and hash are right.
 *
 * Laws   1. the head moves only for an operation that names it as a parent
 *        2. a case that the author has nothing to do with is answered like one that nobody has
 *        3. what an author without access delivers is never placed
 *        4. what is its author's own needs no case: it is taken in before its case, after access has ended, in any order;
 *           nobody else adds to it
 * (tests/unit/core/sync/place-operation.test.ts)
 */
export const placeOperation = (op: Placed, standing: Standing): Placing => {
  const { caseAccess, record, headRev, openBranches } = standing;
  if (isPrivateType(op.recordType)) return placeOwn(op, standing);
  if (caseAccess === "ended") return { kind: "quarantined", reason: "access" };
  if (record !== undefined && (record.recordType !== op.recordType || record.caseId !== op.caseId)) {
    return { kind: "quarantined", reason: "not-of-this-record" };
  }
  if (standing.followsQuarantined) return { kind: "quarantined", reason: "follows-quarantined" };
  if (caseAccess === "none" && op.recordType !== "case") return { kind: "retry", reason: "case-not-here" };
  if (headRev === undefined && op.parents.length > 0) return { kind: "retry", reason: "parent-not-here" };
  if (!standing.isBodyAccepted) return { kind: "quarantined", reason: "body" };
  if (headRev === undefined) return { kind: "begins" };
  // A decision is never changed, so there is nothing to bring together: what is carried is there already.
  if (isOnlyAddedTo(op.recordType)) return { kind: "advances", consumes: [] };
  return { kind: op.parents.includes(headRev) ? "advances" : "branches", consumes: openBranches };
};

/** A private record is only ever added to, and an operation carries all that its author has of it: nothing can branch. */
const placeOwn = (op: Placed, { record, headRev, isBodyAccepted }: Standing): Placing => {
  if (record?.isOwn === false) return { kind: "quarantined", reason: "access" };
  if (record !== undefined && (record.recordType !== op.recordType || record.caseId !== op.caseId)) {
    return { kind: "quarantined", reason: "not-of-this-record" };
  }
  if (!isBodyAccepted) return { kind: "quarantined", reason: "body" };
  return headRev === undefined ? { kind: "begins" } : { kind: "advances", consumes: [] };
};
