import { ok, type Result } from "#core/result";
import type { Id } from "#core/schema/ids";
import type { ChangedElsewhere } from "#storage/drafts";
import { makeOperation, type TooLarge } from "#storage/make-operation";
import type { StorageError } from "#storage/storage-error";
import type { Services } from "../../app/services";
import type { FamilyDraft } from "./family-draft";
import { caseFrom, type TypedFamily } from "./family-form";

/**
 * Turns a filled form into a child's record: the draft goes and the record comes in one transaction. Answers with the
 * record's id.
 */
export const finishFamily = async (
  services: Services,
  draft: Pick<FamilyDraft, "draftId" | "saving">,
  typed: TypedFamily,
): Promise<Result<Id, CannotFinish>> => {
  const { clock, ids, sha256, store } = services;
  const caseId = ids.next();
  const operation = await makeOperation({
    recordType: "case",
    recordId: caseId,
    caseId,
    parents: [],
    body: caseFrom(typed, ids.next(), services),
    nowMs: clock.nowMs(),
    ids,
    sha256,
  });
  if (!operation.ok) return operation;
  await draft.saving.flush();
  const finished = await store.outbox.finish({
    draftId: draft.draftId,
    expectedVersion: draft.saving.version(),
    operations: [operation.value],
  });
  if (!finished.ok) return finished;
  draft.saving.stop();
  return ok(caseId);
};

export type CannotFinish = TooLarge | ChangedElsewhere | StorageError;
