import { ok, type Result } from "#core/result";
import type { Id } from "#core/schema/ids";
import type { DraftHold } from "#platform/draft-lock";
import { createAutosave } from "#storage/autosave";
import { createDraftWriter } from "#storage/draft-writer";
import type { AmendmentDraft, AmendmentInProgress } from "#storage/drafts";
import type { StorageError } from "#storage/storage-error";
import type { Services } from "../../app/services";
import type { Saving } from "../../app/visit/saving";
import { type AmendmentValues, keptAmendmentValues } from "./amendment-form";

/** What is being written to put something right, open in this window and saved at every change. */
export interface OpenAmendment {
  readonly draftId: Id;
  readonly opened: AmendmentValues;
  readonly changed: (values: AmendmentValues) => void;
  readonly saving: Saving;
  /** Throws it away, saved or not. */
  readonly discard: () => Promise<Result<void, StorageError>>;
  /** Saves what is unsaved and lets go of it. */
  readonly close: () => void;
}

export type OpenedAmendment =
  | { readonly kind: "open"; readonly draft: OpenAmendment }
  | { readonly kind: "held-elsewhere" }
  | { readonly kind: "storage-failed" };

/** The profile that something is put right in. */
export interface AmendedProfile {
  readonly profileId: Id;
  readonly caseId: Id;
}

/** Opens what was begun for this profile and not added, or an empty form. One window writes at a time. */
export const openAmendmentDraft = async (services: Services, of: AmendedProfile): Promise<OpenedAmendment> => {
  const hold = await services.draftLocks.holdDraft(`amendment/${of.profileId}`);
  if (!hold.held) return { kind: "held-elsewhere" };
  const kept = await begunAmendment(services, of.profileId);
  if (!kept.ok) {
    hold.release();
    return { kind: "storage-failed" };
  }
  return { kind: "open", draft: openHeld(services, of, kept.value, hold) };
};

/** What was begun for a profile and not added. */
export const begunAmendment = async (
  { store }: Pick<Services, "store">,
  profileId: Id,
): Promise<Result<AmendmentDraft | undefined, StorageError>> => {
  const listed = await store.drafts.list();
  if (!listed.ok) return listed;
  return ok(
    listed.value.drafts.find(
      (draft): draft is AmendmentDraft => draft.kind === "amendment" && draft.body.profileId === profileId,
    ),
  );
};

const openHeld = (
  services: Services,
  { profileId, caseId }: AmendedProfile,
  kept: AmendmentDraft | undefined,
  hold: DraftHold,
): OpenAmendment => {
  const { clock, ids, store } = services;
  const begun: AmendmentInProgress & { readonly version: number } = kept ?? {
    kind: "amendment",
    id: ids.next(),
    caseId,
    startedAtMs: clock.nowMs(),
    body: { profileId },
    version: 0,
  };
  const writer = createDraftWriter(store.drafts, begun);
  const autosave = createAutosave({
    save: writer.save,
    clock,
    ...(kept === undefined ? {} : { savedAtMs: kept.savedAtMs }),
  });
  let isOver = false;
  const stop = (): void => {
    isOver = true;
    autosave.stop();
    hold.release();
  };
  return {
    draftId: begun.id,
    opened: keptAmendmentValues(begun.body),
    changed: (values) => {
      // What a newer version wrote beside these fields stays.
      if (!isOver) autosave.changed({ ...begun.body, ...values });
    },
    saving: { status: autosave.status, flush: autosave.flush, version: writer.version, stop },
    discard: async () => {
      await autosave.flush();
      const removed = await store.drafts.remove(begun.id);
      if (removed.ok) stop();
      return removed;
    },
    close: () => {
      if (!isOver) void autosave.flush().then(stop);
    },
  };
};
