import { err, ok, type Result } from "#core/result";
import type { Id } from "#core/schema/ids";
import type { Person } from "#core/schema/person";
import { addAmendment, amendmentSectionId, type CannotAmendProfile, type SaidAmendment } from "#core/visit/amendments";
import type { ChangedElsewhere, NotFound } from "#storage/drafts";
import { makeOperation, type TooLarge } from "#storage/make-operation";
import type { Unreadable } from "#storage/read-row";
import type { StorageError } from "#storage/storage-error";
import type { Services } from "../../app/services";
import type { OpenAmendment } from "./amendment-draft";

export interface AmendmentAdderDeps {
  readonly services: Pick<Services, "clock" | "ids" | "sha256"> & {
    readonly store: {
      readonly records: Pick<Services["store"]["records"], "get">;
      readonly outbox: Pick<Services["store"]["outbox"], "finish">;
    };
  };
  readonly draft: Pick<OpenAmendment, "draftId" | "saving">;
  readonly profileId: Id;
}

/**
 * Adds what was written to a finished profile, as the next revision of its record.
 *
 * Laws   1. it follows the newest version there is, not the one that was on the screen, so that what another window or
 *           a delivery brought meanwhile does not become a second version
 *        2. the draft goes and the amendment comes in one transaction
 *        3. however often it is called, there is one amendment; also where the answer to a commit was lost
 * (tests/ui/amendments/amendment-adder.test.ts)
 */
export const createAmendmentAdder = ({ services, draft, profileId }: AmendmentAdderDeps) => {
  const { clock, ids, sha256, store } = services;
  const amendmentId = ids.next();
  let running: Promise<Result<Id, CannotAdd>> | undefined;

  const addOnce = async (said: SaidAmendment, people: readonly Person[]): Promise<Result<Id, CannotAdd>> => {
    const saved = await draft.saving.flush();
    if (saved.kind === "failed") return err(saved.reason);
    if (saved.kind !== "saved") return err({ type: "NotSaved" });
    const record = await store.records.get(profileId);
    if (!record.ok) return record;
    if (record.value.recordType !== "profile") return err({ type: "NotFound", id: profileId });
    const { revId, caseId, body } = record.value;
    if (body.sections[amendmentSectionId(amendmentId)] === undefined) {
      const nowMs = clock.nowMs();
      const amended = addAmendment(body, { ...said, id: amendmentId, atMs: nowMs }, people);
      if (!amended.ok) return amended;
      const operation = await makeOperation({
        recordType: "profile",
        recordId: profileId,
        caseId,
        parents: [revId],
        body: amended.value,
        nowMs,
        ids,
        sha256,
      });
      if (!operation.ok) return operation;
      const { draftId } = draft;
      const expectedVersion = draft.saving.version();
      const finished = await store.outbox.finish({ draftId, expectedVersion, operations: [operation.value] });
      if (!finished.ok) return finished;
    }
    draft.saving.stop();
    return ok(amendmentId);
  };

  return {
    add: (said: SaidAmendment, people: readonly Person[]): Promise<Result<Id, CannotAdd>> => {
      running ??= addOnce(said, people).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
};

export type CannotAdd =
  CannotAmendProfile | NotSaved | NotFound | Unreadable | TooLarge | ChangedElsewhere | StorageError;

/** Words are still on their way to the store. */
export interface NotSaved {
  readonly type: "NotSaved";
}
