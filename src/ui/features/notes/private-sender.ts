import { err, ok, type Result } from "#core/result";
import type { Id } from "#core/schema/ids";
import type { Operation } from "#core/schema/operation";
import type { ChangedElsewhere, NotFound } from "#storage/drafts";
import { makeOperation, type RevisionToMake, type TooLarge } from "#storage/make-operation";
import type { Unreadable } from "#storage/read-row";
import type { StorageError } from "#storage/storage-error";
import type { Services } from "../../app/services";
import type { OpenPrivate, PrivateType } from "./private-draft";

type Revision<T extends PrivateType> = Omit<RevisionToMake<T>, "nowMs" | "ids" | "sha256">;
/** The next revision of a private record. */
export type ToSend = Revision<"concern"> | Revision<"note">;

export interface SenderDeps<V extends object> {
  readonly services: Pick<Services, "clock" | "ids" | "sha256"> & {
    readonly store: { readonly outbox: Pick<Services["store"]["outbox"], "finish"> };
  };
  readonly draft: Pick<OpenPrivate<V>, "draftId" | "saving">;
  readonly make: (values: V, id: Id, nowMs: number) => Promise<Result<ToSend, CannotSend>>;
}

/**
 * Sends what was written: the draft goes and the record comes in one transaction.
 *
 * Laws  1. however often it is called, there is one; also where the answer to a commit was lost
 * (tests/ui/notes/private-sender.test.ts)
 */
export const createSender = <V extends object>({ services, draft, make }: SenderDeps<V>) => {
  const { clock, ids, sha256, store } = services;
  const id = ids.next();
  let made: { readonly version: number; readonly operation: Operation } | undefined;
  let running: Promise<Result<void, CannotSend>> | undefined;

  const operationFor = async (values: V, version: number): Promise<Result<Operation, CannotSend>> => {
    if (made?.version === version) return ok(made.operation);
    const nowMs = clock.nowMs();
    const revision = await make(values, id, nowMs);
    if (!revision.ok) return revision;
    const operation = await makeOperation({ ...revision.value, nowMs, ids, sha256 });
    if (operation.ok) made = { version, operation: operation.value };
    return operation;
  };

  const sendOnce = async (values: V): Promise<Result<void, CannotSend>> => {
    const saved = await draft.saving.flush();
    if (saved.kind === "failed") return err(saved.reason);
    if (saved.kind !== "saved") return err({ type: "NotSaved" });
    const expectedVersion = draft.saving.version();
    const operation = await operationFor(values, expectedVersion);
    if (!operation.ok) return operation;
    const { draftId } = draft;
    const finished = await store.outbox.finish({ draftId, expectedVersion, operations: [operation.value] });
    if (finished.ok) draft.saving.stop();
    return finished;
  };

  return {
    send: (values: V): Promise<Result<void, CannotSend>> => {
      running ??= sendOnce(values).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
};

export type CannotSend = NotSaved | NotFound | Unreadable | TooLarge | ChangedElsewhere | StorageError;

/** Words are still on their way to the store. */
export interface NotSaved {
  readonly type: "NotSaved";
}
