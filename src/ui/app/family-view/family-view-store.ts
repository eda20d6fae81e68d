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
 *
 * [Note: Family view in every window] A visit that is begun, handed over, given back or left in one window is so in
 * every other one of this browser, whichever screen it was at: a family that sits beside one of them sits beside all.
 * The practitioner may leave it in one of them, and stay in it in the other.
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
  /** This window shows the visit itself: it knows for whom it is, and follows nobody. */
  let isOwn = false;
  /** The visit of another window that the practitioner has left in this one. */
  let leftHere: Id | undefined;

  const visits = async (): Promise<readonly VisitDraft[]> => {
    const listed = await store.drafts.list();
    return listed.ok ? listed.value.drafts.filter((draft): draft is VisitDraft => draft.kind === "visit") : [];
  };
  let asked = 0;
  const isFollowing = (): boolean => !isOwn && state.get().kind !== "reading";
  const follow = async (isLookedAgain = false): Promise<void> => {
    if (!isFollowing()) return;
    asked += 1;
    const askedAt = asked;
    const found = await visits();
    const visit = visitToReturnTo(found);
    if (visit === undefined || visit.profileId !== leftHere) leftHere = undefined;
    const isElsewhere = visit !== undefined && (await draftLocks.isHeldElsewhere(visit.profileId));
    const view = state.get();
    // An answer that comes late must not take back a newer one.
    if (askedAt !== asked || !isFollowing() || view.kind === "reading") return;
    if (view.kind === "off") {
      if (isElsewhere && visit.profileId !== leftHere) state.set(viewOf(visit));
      // Where it has only just begun, the window that began it has still to open it.
      else if (visit !== undefined && !isElsewhere && !isLookedAgain)
        setTimeout(() => void follow(true), LOOK_AGAIN_MS);
      return;
    }
    const shown = found.find(({ id }) => id === view.profileId)?.body;
    // What is finished has no draft any more, and whoever is at the table is still there.
    if (shown === undefined) return;
    const next: FamilyViewState = shown.left ? { kind: "off" } : viewOf(shown);
    if (JSON.stringify(next) !== JSON.stringify(view)) state.set(next);
  };

  void Promise.all([visits(), draftLocks.isAnyDraftHeld()]).then(([found, isAnyHeld]) => {
    openElsewhere = isAnyHeld;
    const visit = visitToReturnTo(found);
    state.set(visit === undefined ? { kind: "off" } : viewOf(visit));
  });
  store.watch.subscribe("drafts", () => void follow());
  return {
    state,
    isOpenElsewhere: () => openElsewhere,
    shows: ({ profileId, place, finished }) => {
      if (!finished) isOwn = true;
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
      const view = state.get();
      if (!isOwn && (view.kind === "on" || view.kind === "guest")) leftHere = view.profileId;
      isOwn = false;
      state.set({ kind: "off" });
    },
  };
};

/** A visit is opened within this time of being begun. */
const LOOK_AGAIN_MS = 1_000;

const viewOf = ({ profileId, place, handedTo }: VisitDraft["body"]): FamilyView =>
  handedTo === undefined ? { kind: "on", profileId, place } : { kind: "guest", profileId, place, handedTo };
