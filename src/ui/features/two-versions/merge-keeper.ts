import { err, ok, type Result } from "#core/result";
import { mergedBody, readTwoVersions, type TwoVersions } from "#core/sync/two-versions";
import type { BodyByType } from "#storage/make-operation";
import { makeOperation } from "#storage/make-operation";
import type { Services } from "../../app/services";
import { type MergeValues, type OpenMerge, revIdsOf } from "./merge-draft";

/** Why nothing was kept. `ChangedMeanwhile`: another version came while this was being chosen. */
export interface CannotKeep {
  readonly type: "Undecided" | "NotAccepted" | "ChangedMeanwhile" | "NotSaved";
}

export interface MergeKeeperDeps {
  readonly services: Pick<Services, "clock" | "ids" | "sha256"> & {
    readonly store: {
      readonly records: Pick<Services["store"]["records"], "inTwoVersions">;
      readonly outbox: Pick<Services["store"]["outbox"], "finish">;
    };
  };
  readonly draft: Pick<OpenMerge, "draftId" | "saving" | "changed">;
}

/**
 * Makes one version of two, as the next revision of the record: it follows both.
 *
 * Laws  1. it is made of the two versions that were on the screen; where another came meanwhile, nothing is kept
 *       2. the draft goes and the merged version comes in one transaction
 * (tests/ui/two-versions/merge-keeper.test.ts)
 */
export const keepMerge = async (
  { services, draft }: MergeKeeperDeps,
  two: TwoVersions,
  values: MergeValues,
): Promise<Result<void, CannotKeep>> => {
  const { clock, ids, sha256, store } = services;
  const { recordType, recordId, caseId } = two;
  const body = mergedBody(two, values.choices);
  if (!body.ok) return body;
  // Where nothing differs there was nothing to choose; the draft is begun all the same, so that it ends in one piece.
  draft.changed({ ...values, seenRevIds: revIdsOf(two) });
  const saved = await draft.saving.flush();
  if (saved.kind !== "saved") return err({ type: "NotSaved" });
  const heads = await store.records.inTwoVersions(caseId);
  if (!heads.ok) return err({ type: "NotSaved" });
  const head = heads.value.find((each) => each.head.recordId === recordId);
  const now = head === undefined ? undefined : readTwoVersions(head);
  if (now?.ok !== true || revIdsOf(now.value).join() !== revIdsOf(two).join()) return err({ type: "ChangedMeanwhile" });
  const operation = await makeOperation({
    recordType,
    recordId,
    caseId,
    parents: revIdsOf(two),
    body: body.value as BodyByType[typeof recordType],
    nowMs: clock.nowMs(),
    ids,
    sha256,
  });
  if (!operation.ok) return err({ type: "NotAccepted" });
  const expectedVersion = draft.saving.version();
  const operations = [operation.value];
  const finished = await store.outbox.finish({ draftId: draft.draftId, expectedVersion, operations });
  if (!finished.ok) return err({ type: "NotSaved" });
  draft.saving.stop();
  return ok(undefined);
};
