import type { Ids } from "#core/ports";
import { err, ok, type Result } from "#core/result";
import type { CaseBody } from "#core/schema/case";
import type { ConcernBody, NoteBody } from "#core/schema/concern";
import type { Id } from "#core/schema/ids";
import type { Operation, RecordType } from "#core/schema/operation";
import type { PlanBody } from "#core/schema/plan";
import type { ProfileBody } from "#core/schema/profile";
import type { ReviewBody } from "#core/schema/review";
import type { SameChildBody } from "#core/schema/same-child";

/** What a record of each type holds. */
export interface BodyByType {
  readonly case: CaseBody;
  readonly profile: ProfileBody;
  readonly plan: PlanBody;
  readonly review: ReviewBody;
  readonly concern: ConcernBody;
  readonly note: NoteBody;
  readonly "same-child": SameChildBody;
}

/** A body for one record: `parents` are the revisions it follows, none for a new record. */
export interface RevisionToMake<T extends RecordType> {
  readonly recordType: T;
  readonly recordId: Id;
  readonly caseId: Id;
  readonly parents: readonly Id[];
  readonly body: BodyByType[T];
  readonly nowMs: number;
  readonly ids: Ids;
  readonly sha256: (text: string) => Promise<string>;
}

/** The largest body that a record may have: 512 KB of UTF-8. */
export const LARGEST_BODY_BYTES = 524_288;

/**
 * Turns a body into the operation that delivers it.
 *
 * Units   the size is counted in bytes of UTF-8, as the hash is.
 * Errors  `TooLarge` over 512 KB; nothing is cut.
 */
export const makeOperation = async <T extends RecordType>(
  revision: RevisionToMake<T>,
): Promise<Result<Operation, TooLarge>> => {
  const body = JSON.stringify(revision.body);
  const { byteLength } = new TextEncoder().encode(body);
  if (byteLength > LARGEST_BODY_BYTES) {
    return err({ type: "TooLarge", bytes: byteLength, largestBytes: LARGEST_BODY_BYTES });
  }
  return ok({
    opId: revision.ids.next(),
    recordType: revision.recordType,
    recordId: revision.recordId,
    caseId: revision.caseId,
    parents: [...revision.parents],
    schemaVersion: revision.body.schemaVersion,
    body,
    sha256: await revision.sha256(body),
    clientTime: revision.nowMs,
  });
};

export interface TooLarge {
  readonly type: "TooLarge";
  readonly bytes: number;
  readonly largestBytes: number;
}
