import { err, ok, type Result } from "#core/result";
import type { Operation } from "#core/schema/operation";
import type { Visit } from "#core/schema/visit";
import { finishAsChosen, type NotReadyAsChosen } from "#core/visit/finishing";
import type { FinishedVisit, FinishWhen } from "#core/visit/finish-visit";
import type { ChangedElsewhere } from "#storage/drafts";
import { makeOperation, type RevisionToMake, type TooLarge } from "#storage/make-operation";
import { nameOf, type StorageError } from "#storage/storage-error";
import type { Services } from "../../app/services";
import type { Saving } from "../../app/visit/saving";
import type { VisitStore } from "../../app/visit/visit-store";

export interface DraftFinisherDeps {
  readonly services: Pick<Services, "clock" | "ids" | "sha256"> & {
    readonly store: { readonly outbox: Pick<Services["store"]["outbox"], "finish"> };
  };
  readonly saving: Saving;
  readonly store: VisitStore;
  readonly when: () => FinishWhen;
}

/**
 * Turns the open draft into the records of a finished visit, once.
 *
 * Laws   1. only what is saved is finished
 *        2. however often it is called, a visit makes one profile and one plan; a second try after a failure offers
 *           the very same revisions, so that a commit whose answer was lost is not made twice
 * (tests/ui/plan/draft-finisher.test.ts)
 */
export const createDraftFinisher = ({ services, saving, store, when }: DraftFinisherDeps) => {
  let running: Promise<Result<void, FinishRefusal>> | undefined;
  let made: Made | undefined;

  const operationsFor = async (visit: Visit, version: number): Promise<Result<Made, FinishRefusal>> => {
    if (made?.visit === visit && made.version === version) return ok(made);
    const moment = when();
    const finished = finishAsChosen(visit, moment);
    if (!finished.ok) return finished;
    const operations = await toOperations(visit, finished.value, { ...services, nowMs: moment.nowMs });
    if (!operations.ok) return operations;
    made = { visit, version, operations: operations.value };
    return ok(made);
  };

  const finishOnce = async (): Promise<Result<void, FinishRefusal>> => {
    const saved = await saving.flush();
    if (saved.kind === "failed") return err(saved.reason);
    if (saved.kind !== "saved") return err({ type: "NotSaved" });
    const ready = await operationsFor(store.get(), saving.version());
    if (!ready.ok) return ready;
    const { visit, version, operations } = ready.value;
    const finished = await services.store.outbox.finish({
      draftId: visit.profileId,
      expectedVersion: version,
      operations,
    });
    if (finished.ok) saving.stop();
    return finished;
  };

  return {
    finish: (): Promise<Result<void, FinishRefusal>> => {
      running ??= resultOf(finishOnce).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
};

export type FinishRefusal = NotReadyAsChosen | TooLarge | NotSaved | ChangedElsewhere | StorageError;

/** Words are still on their way to the store. */
export interface NotSaved {
  readonly type: "NotSaved";
}

interface Made {
  readonly visit: Visit;
  readonly version: number;
  readonly operations: readonly Operation[];
}

const toOperations = async (
  { caseId, profileId, planId }: Visit,
  { profile, plan }: FinishedVisit,
  making: Pick<RevisionToMake<"profile">, "ids" | "sha256" | "nowMs">,
): Promise<Result<readonly Operation[], TooLarge>> => {
  const around = { caseId, parents: [], ids: making.ids, sha256: making.sha256, nowMs: making.nowMs };
  const first = await makeOperation({ ...around, recordType: "profile", recordId: profileId, body: profile });
  if (!first.ok) return first;
  const second = await makeOperation({ ...around, recordType: "plan", recordId: planId, body: plan });
  return second.ok ? ok([first.value, second.value]) : second;
};

/** A bug on the way must not leave people before a page that neither finishes nor says why. */
const resultOf = async (attempt: () => Promise<Result<void, FinishRefusal>>): Promise<Result<void, FinishRefusal>> => {
  try {
    return await attempt();
  } catch (thrown) {
    return err({ type: "Unknown", name: nameOf(thrown) });
  }
};
