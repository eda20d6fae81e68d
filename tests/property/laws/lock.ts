import fc from "fast-check";
import { expect } from "vitest";
import type { LockEvent, LockState } from "#core/lock/lock-state";
import type { LockSettings } from "#core/lock/lock-settings";
import type { Moment } from "#core/lock/moment";
import { runs } from "../../support/runs";
import type { Core } from "../../support/seed-bug";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;
const DIALOG = 5 * MINUTE;

/** What an area may have written, sensible or not. */
const asked = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  fc.double({ noNaN: false }),
  fc.integer({ min: -3, max: 500 }),
  fc.constant("soon"),
);
const askedSettings = fc.record({
  coverAfterMinutes: asked,
  lockAfterMinutes: asked,
  visitCoverAfterMinutes: asked,
  visitLockAfterHours: asked,
});

/** The device awake, asleep, or with its clock set. */
const passing = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: MINUTE }).map((ms) => ({ steady: ms, wall: ms })) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 * MINUTE }).map((ms) => ({ steady: ms, wall: ms })) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 5 * HOUR }).map((ms) => ({ steady: ms, wall: ms })) },
  fc.integer({ min: 0, max: 20 * HOUR }).map((ms) => ({ steady: 0, wall: ms })),
  fc.constantFrom(YEAR, -YEAR, HOUR, -HOUR).map((ms) => ({ steady: 5 * SECOND, wall: ms })),
);
const TYPES: readonly LockEvent["type"][] = [
  "time-passed",
  "active",
  "active-in-other-tab",
  "hidden",
  "shown",
  "turned-away",
  "turned-back",
  "dialog-opened",
  "dialog-closed",
  "visit-opened",
  "visit-left",
  "ended",
  "uncovered",
];
const step = fc.record({
  passing,
  type: fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...TYPES) }, fc.constant("lock" as const)),
});
const atOnce = { steady: 0, wall: 0 };
/** Half of the pages begin with a visit: chance alone seldom keeps a page open for long. */
const steps = fc
  .tuple(fc.boolean(), fc.array(step, { maxLength: 40, size: "max" }))
  .map(([isVisit, each]) => (isVisit ? [{ passing: atOnce, type: "visit-opened" as const }, ...each] : each));
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Told {
  readonly before: LockState;
  readonly event: LockEvent;
  readonly after: LockState;
}

/** Plays the steps from a page that was just unlocked, and tells each. */
const play = (core: Core, settings: LockSettings, each: readonly Step[], look: (told: Told) => void): void => {
  let at: Moment = { steadyMs: 0, wallMs: YEAR };
  let state = core.openedAt(at);
  for (const { passing: by, type } of each) {
    at = { steadyMs: at.steadyMs + by.steady, wallMs: at.wallMs + by.wall };
    const event = { type, at };
    const after = core.nextLock(settings, state, event);
    look({ before: state, event, after });
    state = after;
  }
};

const holds = (core: Core, check: (settings: LockSettings, each: readonly Step[]) => void): void => {
  fc.assert(
    fc.property(askedSettings, steps, (said, each) => {
      check(core.LockSettings.parse(said), each);
    }),
    runs,
  );
};

/** Law 1: in a visit's first four hours nothing but somebody's hand locks the page. */
export const visitIsNotLocked = (core: Core): void => {
  holds(core, (settings, each) => {
    let beganMs: number | null = null;
    play(core, settings, each, ({ before, event, after }) => {
      if (event.type === "visit-opened" && after.kind !== "locked") beganMs ??= event.at.steadyMs;
      const isYoung = beganMs !== null && event.at.steadyMs - beganMs < 4 * HOUR;
      if (before.kind !== "locked" && isYoung && event.type !== "lock" && event.type !== "visit-left")
        expect(after.kind).not.toBe("locked");
      if (event.type === "visit-left") beganMs = null;
    });
  });
};

/** Law 2: nothing is shown once the page was hidden or left alone, but for a while behind a dialog of the app's own. */
export const leftAloneIsCovered = (core: Core): void => {
  holds(core, (settings, each) => {
    const notes = { touched: { steadyMs: 0, wallMs: YEAR }, isHidden: false, dialog: null as Moment | null };
    play(core, settings, each, ({ before, event: { type, at }, after }) => {
      const longest = (from: Moment) => Math.max(at.steadyMs - from.steadyMs, at.wallMs - from.wallMs);
      const idle = (core.isInVisit(before) ? settings.visitCoverAfterMinutes : settings.coverAfterMinutes) * MINUTE;
      const isInDialog = notes.dialog !== null && longest(notes.dialog) < DIALOG;
      const isLeftAlone = before.kind === "open" && !isInDialog && longest(notes.touched) >= idle;
      if (isLeftAlone && type !== "uncovered") expect(after.kind).not.toBe("open");

      const isTouch = ["active", "active-in-other-tab", "dialog-closed", "uncovered"].includes(type);
      if (isTouch && after.kind === "open") notes.touched = at;
      if (type === "hidden") notes.isHidden = true;
      if (type === "shown" || (type === "uncovered" && before.kind === "covered")) notes.isHidden = false;
      if (type === "dialog-opened" && before.kind === "open") notes.dialog = at;
      if (type === "dialog-closed" || after.kind !== "open") notes.dialog = null;
      const isDialogUp = notes.dialog !== null && longest(notes.dialog) < DIALOG;
      if (notes.isHidden && !isDialogUp) expect(core.isContentShown(after)).toBe(false);
    });
  });
};

/** Law 3: the way out of covered is to be uncovered, and out of locked there is none. */
export const coveredStaysCovered = (core: Core): void => {
  holds(core, (settings, each) => {
    play(core, settings, each, ({ before, event, after }) => {
      if (before.kind === "covered" && event.type !== "uncovered") expect(after.kind).not.toBe("open");
      if (before.kind === "locked") expect(after).toEqual({ kind: "locked" });
      if (after.kind !== "open") expect(core.isContentShown(after)).toBe(false);
      if (event.type === "turned-away" && !isInDialog(after)) expect(core.isContentShown(after)).toBe(false);
      if (event.type === "lock") expect(after.kind).toBe("locked");
    });
  });
};

const isInDialog = (state: LockState): boolean => state.kind === "open" && state.dialogSince !== undefined;

/** Law 4: covered for long, outside a visit, is locked; and in a visit it is once the hours have passed. */
export const coveredIsLockedInTheEnd = (core: Core): void => {
  holds(core, (settings, each) => {
    play(core, settings, each, ({ before, event: { at }, after }) => {
      if (before.kind !== "covered") return;
      const { since, visitBeganAt } = before;
      const coveredMs = Math.max(at.steadyMs - since.steadyMs, at.wallMs - since.wallMs);
      const isOld =
        visitBeganAt === undefined || at.steadyMs - visitBeganAt.steadyMs >= settings.visitLockAfterHours * HOUR;
      if (isOld && coveredMs >= settings.lockAfterMinutes * MINUTE) expect(after.kind).toBe("locked");
    });
  });
};

/** Law 5: what ends during a visit waits until it is left; outside one it counts at once. */
export const whatEndsWaitsForTheVisit = (core: Core): void => {
  holds(core, (settings, each) => {
    let waits = false;
    play(core, settings, each, ({ before, event: { type }, after }) => {
      const wasInVisit = core.isInVisit(before);
      if (type === "ended" && !wasInVisit) expect(after.kind).toBe("locked");
      if (type === "ended" && wasInVisit) waits = true;
      if (type === "visit-left" && waits) expect(after.kind).toBe("locked");
    });
  });
};
