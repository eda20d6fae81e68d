import { ok, type Result } from "#core/result";
import type { DraftHold } from "#platform/draft-lock";
import { createAutosave } from "#storage/autosave";
import { createDraftWriter } from "#storage/draft-writer";
import type { NewFamilyDraft, NewFamilyInProgress } from "#storage/drafts";
import type { StorageError } from "#storage/storage-error";
import type { Services } from "../../app/services";
import type { Saving } from "../../app/visit/saving";
import { type FamilyValues, keptFamilyValues } from "./family-form";

/** The form of a new family, open in this window and saved at every change. */
export interface FamilyDraft {
  readonly draftId: string;
  readonly opened: FamilyValues;
  readonly changed: (values: FamilyValues) => void;
  readonly saving: Saving;
  /** Throws the form away, saved or not. */
  readonly discard: () => Promise<Result<void, StorageError>>;
  /** Saves what is unsaved and lets go of the form. */
  readonly close: () => void;
}

export type OpenedFamilyDraft =
  | { readonly kind: "open"; readonly draft: FamilyDraft }
  | { readonly kind: "held-elsewhere" }
  | { readonly kind: "storage-failed" };

/** There is one such form at a time, so its name says no more. */
const HELD_AS = "new-family";

/** Opens the form that was begun and not finished, or an empty one. */
export const openFamilyDraft = async (services: Services): Promise<OpenedFamilyDraft> => {
  const hold = await services.draftLocks.holdDraft(HELD_AS);
  if (!hold.held) return { kind: "held-elsewhere" };
  const kept = await keptDraft(services);
  if (!kept.ok) {
    hold.release();
    return { kind: "storage-failed" };
  }
  return { kind: "open", draft: openHeld(services, kept.value, hold) };
};

const keptDraft = async ({ store }: Services): Promise<Result<NewFamilyDraft | undefined, StorageError>> => {
  const listed = await store.drafts.list();
  if (!listed.ok) return listed;
  return ok(listed.value.drafts.find((draft): draft is NewFamilyDraft => draft.kind === "new-family"));
};

const openHeld = (services: Services, kept: NewFamilyDraft | undefined, hold: DraftHold): FamilyDraft => {
  const { clock, ids, store } = services;
  const begun: NewFamilyInProgress & { readonly version: number } = kept ?? {
    kind: "new-family",
    id: ids.next(),
    caseId: null,
    startedAtMs: clock.nowMs(),
    body: {},
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
    opened: keptFamilyValues(begun.body),
    changed: (values) => {
      if (!isOver) autosave.changed(values);
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
