import { nextLock } from "#core/lock/lock";
import { type LockSettings, USUAL_LOCK_SETTINGS } from "#core/lock/lock-settings";
import { isInVisit, type LockEvent, type LockState, openedAt } from "#core/lock/lock-state";
import type { Moment } from "#core/lock/moment";
import { createObserved, type Observed } from "#core/observed";
import type { LockChannel } from "./lock-channel";

/** What a page knows of being covered and locked, and what its screens may tell it. */
export interface Lock {
  readonly state: Observed<LockState>;
  /** How long the area lets a device be; the usual minutes until it is known. */
  readonly settings: Observed<LockSettings>;
  readonly heard: (type: Exclude<LockEvent["type"], "lock" | "visit-opened" | "visit-left">) => void;
  /** Somebody locks this device: every window of theirs. */
  readonly lockNow: () => void;
  /** A visit that is being made is on this page, until `visitLeft` or until another one is. */
  readonly visitOpened: (profileId: string) => void;
  readonly visitLeft: () => void;
  /** The visit that is on this page, if there is one. */
  readonly openVisitId: () => string | null;
}

export interface LockDeps {
  readonly now: () => Moment;
  readonly channel: LockChannel;
  /** What the area's settings say of it, read again whenever the page is shown. */
  readonly readSettings: () => Promise<LockSettings>;
  /** Drops the key and all that it opened; called once. */
  readonly drop: () => void;
}

/** Other windows hear of somebody at most this often. */
const TOLD_EVERY_MS = 5_000;

/** Holds a page's lock: everything that is heard goes through `nextLock`, and other windows hear what concerns them. */
export const createLock = ({ now, channel, readSettings, drop }: LockDeps): Lock => {
  const state = createObserved<LockState>(openedAt(now()));
  const settings = createObserved<LockSettings>(USUAL_LOCK_SETTINGS);
  let visitId: string | null = null;
  let toldMs = -TOLD_EVERY_MS;

  const takes = (type: LockEvent["type"]): void => {
    const before = state.get();
    if (before.kind === "locked") return;
    const after = nextLock(settings.get(), before, { type, at: now() });
    state.set(after);
    if (after.kind === "locked") drop();
  };
  const readAgain = (): void => {
    void readSettings().then(settings.set);
  };
  const tellActive = (): void => {
    const { steadyMs } = now();
    if (state.get().kind !== "open" || steadyMs - toldMs < TOLD_EVERY_MS) return;
    toldMs = steadyMs;
    channel.tell("active");
  };

  channel.subscribe((message) => {
    if (message === "active") takes("active-in-other-tab");
    if (message === "lock") takes("lock");
  });
  readAgain();

  return {
    state,
    settings,
    heard: (type) => {
      takes(type);
      if (type === "active") tellActive();
      if (type === "shown" || type === "uncovered") readAgain();
    },
    lockNow: () => {
      channel.tell("lock");
      takes("lock");
    },
    visitOpened: (profileId) => {
      if (visitId !== profileId && isInVisit(state.get())) takes("visit-left");
      visitId = profileId;
      takes("visit-opened");
    },
    visitLeft: () => {
      visitId = null;
      takes("visit-left");
    },
    openVisitId: () => visitId,
  };
};
