import { err, type Result } from "#core/result";
import type { CaseBody } from "#core/schema/case";
import type { Id } from "#core/schema/ids";
import type { NotFound } from "#storage/drafts";
import { makeOperation, type TooLarge } from "#storage/make-operation";
import type { Unreadable } from "#storage/read-row";
import type { StorageError } from "#storage/storage-error";
import type { Services } from "./services";

/**
 * Makes the next revision of a child's record: `change` is applied to the newest body there is, not to the one that
 * was on the screen, so that what another window wrote meanwhile stays.
 */
export const amendCase = async (
  services: Services,
  caseId: Id,
  change: (body: CaseBody) => CaseBody,
): Promise<Result<void, CannotAmend>> => {
  const { store, draftLocks, clock, ids, sha256 } = services;
  const hold = await draftLocks.holdDraft(caseId);
  try {
    if (!hold.held) return err({ type: "AmendedElsewhere" });
    const record = await store.records.get(caseId);
    if (!record.ok) return record;
    if (record.value.recordType !== "case") return err({ type: "NotFound", id: caseId });
    const { revId, body } = record.value;
    const operation = await makeOperation({
      recordType: "case",
      recordId: caseId,
      caseId,
      parents: [revId],
      body: change(body),
      nowMs: clock.nowMs(),
      ids,
      sha256,
    });
    return operation.ok ? await store.outbox.add([operation.value]) : operation;
  } finally {
    hold.release();
  }
};

/** `AmendedElsewhere`: another window is writing this record at this moment. */
export type CannotAmend = StorageError | NotFound | Unreadable | TooLarge | { readonly type: "AmendedElsewhere" };
