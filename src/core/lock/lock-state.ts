import type { Moment } from "./moment";

/** What holds whether a page is open or covered. */
export interface Around {
  /** When the visit that is open was opened on this page. */
  readonly visitBeganAt?: Moment;
  /** Something ran out during the visit, and takes effect when it is left. */
  readonly locksAfterVisit: boolean;
}

/**
 * What a page shows: everything, nothing, or nothing for good.
 *
 * Shape  `isHidden`: another tab or app is in front. `isAway`: the page is in sight, but another program has the keys.
 *        `dialogSince`: a print, share or file dialog that the app opened is up.
 */
export type LockState =
  | (Around & {
      readonly kind: "open";
      readonly activeAt: Moment;
      readonly isHidden: boolean;
      readonly isAway: boolean;
      readonly dialogSince?: Moment;
    })
  | (Around & { readonly kind: "covered"; readonly since: Moment })
  | { readonly kind: "locked" };

/** What a page hears that may cover, uncover or lock it. `ended` is a lease, a training date or a sign-in. */
export interface LockEvent {
  readonly type:
    | "time-passed"
    | "active"
    | "active-in-other-tab"
    | "hidden"
    | "shown"
    | "turned-away"
    | "turned-back"
    | "dialog-opened"
    | "dialog-closed"
    | "visit-opened"
    | "visit-left"
    | "ended"
    | "uncovered"
    | "lock";
  readonly at: Moment;
}

/** A page that has just been unlocked. */
export const openedAt = (at: Moment): LockState => ({
  kind: "open",
  activeAt: at,
  isHidden: false,
  isAway: false,
  locksAfterVisit: false,
});

/** Whether anything of any family may be on the screen. A dialog of the app's own has the keys, and is no reason to hide. */
export const isContentShown = (state: LockState): boolean =>
  state.kind === "open" && (!state.isAway || state.dialogSince !== undefined);

export const isInVisit = (state: LockState): boolean => state.kind !== "locked" && state.visitBeganAt !== undefined;
