import { unreachable } from "../result";
import type { LockSettings } from "./lock-settings";
import { type Around, isInVisit, type LockEvent, type LockState, openedAt } from "./lock-state";
import { laterBy, longestSince, type Moment, surelySince } from "./moment";

/** As long as a dialog of the app's own may keep the page open: some never say that they were closed. */
export const LONGEST_DIALOG_MS = 5 * 60_000;

/**
 * Covers, uncovers and locks a page. Whatever is heard, the time that has passed until then counts first: a key that is
 * pressed after an hour's sleep finds the page covered.
 *
 * Laws   1. a page is not locked before four hours from the visit's beginning on it have passed on its own clock,
 *           unless somebody locks it
 *        2. nothing is shown after the minutes without a touch by either clock, nor once the page was hidden, until it
 *           is uncovered; a dialog of the app's own puts that off, and for five minutes at most
 *        3. covered opens by being uncovered alone, and locked not at all
 *        4. outside a visit, covered is locked after its minutes by either clock
 *        5. what ends during a visit changes nothing until the visit is left, and locks then
 * (tests/property/lock.test.ts; see [Note: Two clocks])
 */
export const nextLock = (settings: LockSettings, state: LockState, { type, at }: LockEvent): LockState => {
  const now = afterTime(settings, state, at);
  if (now.kind === "locked") return now;
  switch (type) {
    case "time-passed":
      return now;
    case "lock":
      return { kind: "locked" };
    case "ended":
      return isInVisit(now) ? { ...now, locksAfterVisit: true } : { kind: "locked" };
    case "visit-opened":
      return isInVisit(now) ? now : { ...now, visitBeganAt: at };
    case "visit-left":
      return now.locksAfterVisit ? { kind: "locked" } : withoutVisit(now);
    case "uncovered":
      return now.kind === "covered" ? { ...openedAt(at), ...around(now) } : { ...now, activeAt: at };
    case "active-in-other-tab":
      return now.kind === "covered" ? { ...now, since: at } : { ...now, activeAt: at };
    case "active":
    case "hidden":
    case "shown":
    case "turned-away":
    case "turned-back":
    case "dialog-opened":
    case "dialog-closed":
      return now.kind === "open" ? afterTime(settings, afterSign(now, type, at), at) : now;
    default:
      return unreachable(type);
  }
};

type Open = Extract<LockState, { readonly kind: "open" }>;
type Sign = "active" | "hidden" | "shown" | "turned-away" | "turned-back" | "dialog-opened" | "dialog-closed";

const afterSign = (open: Open, sign: Sign, at: Moment): Open => {
  switch (sign) {
    case "active":
      // Whoever touches the page has turned back to it, also where the browser has not said so.
      return { ...open, activeAt: at, isAway: false };
    case "hidden":
      return { ...open, isHidden: true };
    case "shown":
      return { ...open, isHidden: false };
    case "turned-away":
      return { ...open, isAway: true };
    case "turned-back":
      return { ...open, isAway: false };
    case "dialog-opened":
      return { ...open, dialogSince: at };
    case "dialog-closed": {
      const { dialogSince: _over, ...rest } = open;
      return { ...rest, activeAt: at };
    }
    default:
      return unreachable(sign);
  }
};

/** What the time until then makes of a page, before anything else is heard. */
const afterTime = (settings: LockSettings, state: LockState, at: Moment): LockState => {
  switch (state.kind) {
    case "open": {
      const since = coveredSince(settings, state, at);
      return since === null ? state : afterTime(settings, { kind: "covered", since, ...around(state) }, at);
    }
    case "covered": {
      const isLong = longestSince(state.since, at) >= settings.lockAfterMinutes * MINUTE_MS;
      return isLong && mayLock(settings, state, at) ? { kind: "locked" } : state;
    }
    case "locked":
      return state;
    default:
      return unreachable(state);
  }
};

/** Since when an open page should be covered; `null` while it need not be. */
const coveredSince = (settings: LockSettings, open: Open, at: Moment): Moment | null => {
  const { activeAt, dialogSince } = open;
  const isInDialog = dialogSince !== undefined && longestSince(dialogSince, at) < LONGEST_DIALOG_MS;
  if (isInDialog) return null;
  const idleMs = (isInVisit(open) ? settings.visitCoverAfterMinutes : settings.coverAfterMinutes) * MINUTE_MS;
  if (longestSince(activeAt, at) >= idleMs) return laterBy(idleMs, activeAt);
  return open.isHidden ? at : null;
};

const mayLock = (settings: LockSettings, { visitBeganAt }: Around, at: Moment): boolean =>
  visitBeganAt === undefined || surelySince(visitBeganAt, at) >= settings.visitLockAfterHours * HOUR_MS;

const around = ({ visitBeganAt, locksAfterVisit }: Around): Around => ({
  locksAfterVisit,
  ...(visitBeganAt === undefined ? {} : { visitBeganAt }),
});

const withoutVisit = <S extends Around>(state: S): S => {
  const { visitBeganAt: _left, ...rest } = state;
  return rest as S;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
