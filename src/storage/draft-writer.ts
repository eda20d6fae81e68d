import type { Result } from "#core/result";
import type { CarriedRow } from "#core/sealed/rescue-content";
import { type CannotSave, draftContent, type DraftInProgress, type Drafts, type Saved } from "./drafts";

/** Saves one open draft again and again, and knows which version comes next. */
export interface DraftWriter<T extends DraftInProgress["body"]> {
  readonly save: (body: T) => Promise<Result<Saved, CannotSave>>;
  /** The version last written or loaded; what `finish` expects once all is saved. */
  readonly version: () => number;
  /** The row that saving this body next would write, for a file that rescues what could not be saved. */
  readonly carried: (body: T, nowMs: number) => CarriedRow;
}

/**
 * Keeps the version of a draft that one tab edits, for autosave to write through.
 *
 * Shape  `draft` is what was loaded, or a new one with `version` 0. One save at a time: autosave sees to that.
 */
export const createDraftWriter = <D extends DraftInProgress>(
  drafts: Pick<Drafts, "save">,
  draft: D & { readonly version: number },
): DraftWriter<D["body"]> => {
  let { version } = draft;
  let mayBeWritten = false;
  const saveOver = (body: D["body"], expectedVersion: number) =>
    drafts.save({ ...draft, body } as DraftInProgress, expectedVersion);
  return {
    version: () => version,
    carried: (body, nowMs) => ({
      id: draft.id,
      version: version + 1,
      content: draftContent({ ...draft, body } as DraftInProgress, nowMs),
    }),
    save: async (body) => {
      let saved = await saveOver(body, version);
      // After an error nobody knows whether the write before this one was made. This tab alone has the draft, so a
      // version more than the last known is its own.
      if (mayBeWritten && isChangedElsewhere(saved)) saved = await saveOver(body, version + 1);
      // What is too large is refused before anything is tried: what is known of the write before it stands.
      if (saved.ok || saved.error.type !== "TooLarge") mayBeWritten = !saved.ok && !isChangedElsewhere(saved);
      if (saved.ok) version = saved.value.version;
      return saved;
    },
  };
};

const isChangedElsewhere = (saved: Result<Saved, CannotSave>): boolean =>
  !saved.ok && saved.error.type === "ChangedElsewhere";
