import { createContext, use, useSyncExternalStore } from "react";
import type { Observed } from "#core/observed";
import type { CarriedRow } from "#core/sealed/rescue-content";
import type { SaveStatus } from "#storage/autosave";
import type { CannotSave } from "#storage/drafts";

export type DraftSaveStatus = SaveStatus<CannotSave>;

/** How the open draft is being saved. A finished profile has nothing to save. */
export interface Saving {
  readonly status: Observed<DraftSaveStatus>;
  /** Resolves once the newest state was committed or refused. */
  readonly flush: () => Promise<DraftSaveStatus>;
  /** The draft's version after the last write. */
  readonly version: () => number;
  /** Begins no further save: the draft was finished. */
  readonly stop: () => void;
  /** The draft with what is on the page now, saved or not, for a file that rescues it. */
  readonly unsaved: () => CarriedRow;
}

export const SavingContext = createContext<Saving | null>(null);

export const useSaving = (): Saving | null => use(SavingContext);

const subscribeToNothing = () => () => undefined;
const nothing = () => null;

export const useSaveStatus = (saving: Saving | null): DraftSaveStatus | null =>
  useSyncExternalStore(saving?.status.subscribe ?? subscribeToNothing, saving?.status.get ?? nothing);
