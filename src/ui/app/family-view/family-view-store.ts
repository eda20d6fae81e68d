import { visitToReturnTo } from "#core/case/family";
import { createObserved, type Observed } from "#core/observed";
import type { Id } from "#core/schema/ids";
import type { HandedTo } from "#core/schema/visit";
import type { VisitDraft } from "#storage/drafts";
import type { Services } from "../services";
import type { FamilyView } from "./may-show";

/** Until the device has been read, nobody knows who is at the table: nothing is shown. */
export type FamilyViewState = FamilyView | { readonly kind: "reading" };

/**
 * Who the screen is for, in this window.
 *
 * [Note: Family view outlives the page] A visit that nobody left on purpose is kept as such, with its draft, and so is
 * what was handed over: a page that is loaded anew, at whatever address, finds both. What was finished has no draft any
 * more: then this window remembers, and a window that is loaded anew asks for the passphrase anyhow.
 */
export interface FamilyViewStore {
  readonly state: Pick<Observed<FamilyViewState>, "get" | "subscribe">;
  /** Another window of this browser had a visit open when this one began. */
  readonly isOpenElsewhere: () => boolean;
  /** A page of a visit is on the screen: family view is on; a finished profile does not turn it on, but keeps it. */
  readonly shows: (page: { readonly profileId: Id; readonly place: string; readonly finished: boolean }) => void;
  readonly handedOver: (handedTo: HandedTo) => void;
  readonly givenBack: () => void;
  /** The practitioner has left the visit. */
  readonly ends: () => void;
}

export const createFamilyView = ({ store, draftLocks }: Pick<Services, "store" | "draftLocks">): FamilyViewStore => {
  const state = createObserved<FamilyViewState>({ kind: "reading" });
  let openElsewhere = false;
  void Promise.all([store.drafts.list(), draftLocks.isAnyDraftHeld()]).then(([listed, isAnyHeld]) => {
    openElsewhere = isAnyHeld;
    const drafts = listed.ok ? listed.value.drafts : [];
    const visit = visitToReturnTo(drafts.filter((draft): draft is VisitDraft => draft.kind === "visit"));
    state.set(visit === undefined ? { kind: "off" } : viewOf(visit));
  });
  return {
    state,
    isOpenElsewhere: () => openElsewhere,
    shows: ({ profileId, place, finished }) => {
      const view = state.get();
      const isThis = view.kind !== "reading" && view.kind !== "off" && view.profileId === profileId;
      if (isThis ? view.place !== place : view.kind === "off" && !finished)
        state.set(isThis ? { ...view, place } : { kind: "on", profileId, place });
    },
    handedOver: (handedTo) => {
      const view = state.get();
      if (view.kind === "on") state.set({ ...view, kind: "guest", handedTo });
    },
    givenBack: () => {
      const view = state.get();
      if (view.kind === "guest") state.set({ kind: "on", profileId: view.profileId, place: view.place });
    },
    ends: () => {
      state.set({ kind: "off" });
    },
  };
};

const viewOf = ({ profileId, place, handedTo }: VisitDraft["body"]): FamilyView =>
  handedTo === undefined ? { kind: "on", profileId, place } : { kind: "guest", profileId, place, handedTo };
