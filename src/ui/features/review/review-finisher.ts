import { err, ok, type Result } from "#core/result";
import { finishReview, type NothingSaid } from "#core/review/finish-review";
import type { Id } from "#core/schema/ids";
import type { Operation } from "#core/schema/operation";
import type { PlanSections } from "#core/schema/plan";
import type { ChangedElsewhere } from "#storage/drafts";
import { makeOperation, type TooLarge } from "#storage/make-operation";
import type { StorageError } from "#storage/storage-error";
import type { Services } from "../../app/services";
import type { OpenReview, ReviewValues } from "./review-draft";

export interface ReviewFinisherDeps {
  readonly services: Pick<Services, "clock" | "ids" | "sha256" | "practitioner"> & {
    readonly store: { readonly outbox: Pick<Services["store"]["outbox"], "finish"> };
  };
  readonly draft: Pick<OpenReview, "draftId" | "saving">;
  readonly of: {
    readonly profileId: Id;
    readonly planId: Id;
    readonly caseId: Id;
    readonly plan: PlanSections;
    readonly practice: boolean;
  };
}

/**
 * Turns what was said into the record of a review, once.
 *
 * Laws   1. only what is saved is finished
 *        2. however often it is called, there is one review; a second try after a failure offers the very same revision,
 *           so that a commit whose answer was lost is not made twice
 *        3. the draft goes and the review comes in one transaction
 * (tests/ui/review/review-finisher.test.ts)
 */
export const createReviewFinisher = ({ services, draft, of }: ReviewFinisherDeps) => {
  const { clock, ids, sha256, practitioner, store } = services;
  const reviewId = ids.next();
  let running: Promise<Result<Id, CannotFinishReview>> | undefined;
  let made: { readonly version: number; readonly operation: Operation } | undefined;

  const operationFor = async (
    values: ReviewValues,
    version: number,
  ): Promise<Result<Operation, CannotFinishReview>> => {
    if (made?.version === version) return ok(made.operation);
    const nowMs = clock.nowMs();
    const { profileId, planId, plan, practice, caseId } = of;
    const { startedAtMs, presentIds, sections } = values;
    const frame = { ledBy: practitioner.id, startedAtMs, finishedAtMs: nowMs, practice, presentIds };
    const review = finishReview({ profileId, planId, plan, frame, sections });
    if (!review.ok) return review;
    const record = { recordType: "review", recordId: reviewId, caseId, parents: [], body: review.value } as const;
    const operation = await makeOperation({ ...record, nowMs, ids, sha256 });
    if (operation.ok) made = { version, operation: operation.value };
    return operation;
  };

  const finishOnce = async (values: ReviewValues): Promise<Result<Id, CannotFinishReview>> => {
    const saved = await draft.saving.flush();
    if (saved.kind === "failed") return err(saved.reason);
    if (saved.kind === "saving") return err({ type: "NotSaved" });
    const expectedVersion = draft.saving.version();
    const operation = await operationFor(values, expectedVersion);
    if (!operation.ok) return operation;
    const { draftId } = draft;
    const finished = await store.outbox.finish({ draftId, expectedVersion, operations: [operation.value] });
    if (!finished.ok) return finished;
    draft.saving.stop();
    return ok(reviewId);
  };

  return {
    finish: (values: ReviewValues): Promise<Result<Id, CannotFinishReview>> => {
      running ??= finishOnce(values).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
};

export type CannotFinishReview = NothingSaid | NotSaved | TooLarge | ChangedElsewhere | StorageError;

/** Words are still on their way to the store. */
export interface NotSaved {
  readonly type: "NotSaved";
}
