import { ok, type Result } from "#core/result";
import type { DraftHold } from "#platform/draft-lock";
import { createAutosave } from "#storage/autosave";
import { createDraftWriter } from "#storage/draft-writer";
import type { FormDraft, FormInProgress } from "#storage/drafts";
import type { StorageError } from "#storage/storage-error";
import type { Services } from "../services";
import { leftUnsavedOf } from "../unsaved/left-unsaved";
import type { Saving } from "../visit/saving";

/** One sort of form that is kept as a draft: how it is found again, begun, and read. */
export interface FormKind<V extends object> {
  /** The name of its lock: one window writes at a time. */
  readonly heldAs: string;
  readonly isKept: (draft: FormDraft) => boolean;
  readonly begin: (place: Pick<FormInProgress, "id" | "startedAtMs">) => FormInProgress;
  /** What was typed so far, as the fields want it. */
  readonly read: (kept: Readonly<Record<string, unknown>>) => V;
}

/** A form that is open in this window and saved at every change. */
export interface OpenForm<V extends object> {
  readonly draftId: string;
  readonly opened: V;
  readonly changed: (values: V) => void;
  readonly saving: Saving;
  /** Throws the form away, saved or not. */
  readonly discard: () => Promise<Result<void, StorageError>>;
  /** Saves what is unsaved and lets go of the form. */
  readonly close: () => void;
}

export type OpenedForm<V extends object> =
  | { readonly kind: "open"; readonly draft: OpenForm<V> }
  | { readonly kind: "held-elsewhere" }
  | { readonly kind: "storage-failed" };

/** Opens the form that was begun and not finished, or an empty one. */
export const openForm = async <V extends object>(services: Services, kind: FormKind<V>): Promise<OpenedForm<V>> => {
  const left = leftUnsavedOf(services).takeUp(kind.heldAs) as OpenForm<V> | undefined;
  if (left !== undefined) return { kind: "open", draft: left };
  const hold = await services.draftLocks.holdDraft(kind.heldAs);
  if (!hold.held) return { kind: "held-elsewhere" };
  const kept = await keptForm(services, kind);
  if (!kept.ok) {
    hold.release();
    return { kind: "storage-failed" };
  }
  return { kind: "open", draft: openHeld(services, kind, kept.value, hold) };
};

/** What was begun in a form of this kind and is not finished. */
export const keptForm = async (
  { store }: Pick<Services, "store">,
  kind: Pick<FormKind<object>, "isKept">,
): Promise<Result<FormDraft | undefined, StorageError>> => {
  const listed = await store.drafts.list();
  if (!listed.ok) return listed;
  return ok(listed.value.drafts.find((draft): draft is FormDraft => draft.kind !== "visit" && kind.isKept(draft)));
};

const openHeld = <V extends object>(
  services: Services,
  kind: FormKind<V>,
  kept: FormDraft | undefined,
  hold: DraftHold,
): OpenForm<V> => {
  const { clock, ids, store } = services;
  const begun: FormInProgress & { readonly version: number } = kept ?? {
    ...kind.begin({ id: ids.next(), startedAtMs: clock.nowMs() }),
    version: 0,
  };
  const writer = createDraftWriter<FormInProgress>(store.drafts, begun);
  const autosave = createAutosave({
    save: writer.save,
    clock,
    ...(kept === undefined ? {} : { savedAtMs: kept.savedAtMs }),
  });
  let isOver = false;
  let newest: FormInProgress["body"] = begun.body;
  const stop = (): void => {
    isOver = true;
    autosave.stop();
    hold.release();
  };
  const form: OpenForm<V> = {
    draftId: begun.id,
    get opened() {
      return kind.read(newest);
    },
    changed: (values) => {
      if (isOver) return;
      // What a newer version wrote beside these fields stays.
      newest = { ...begun.body, ...values };
      autosave.changed(newest);
    },
    saving: {
      status: autosave.status,
      flush: autosave.flush,
      version: writer.version,
      stop,
      unsaved: () => writer.carried(newest, clock.nowMs()),
    },
    discard: async () => {
      await autosave.flush();
      const removed = await store.drafts.remove(begun.id);
      if (removed.ok) stop();
      return removed;
    },
    close: () => {
      if (isOver) return;
      void leftUnsavedOf(services).leave(kind.heldAs, { opened: form, saving: autosave, letGo: stop });
    },
  };
  return form;
};
