import fc from "fast-check";
import { expect, test } from "vitest";
import {
  coveredIsLockedInTheEnd,
  coveredStaysCovered,
  leftAloneIsCovered,
  visitIsNotLocked,
  whatEndsWaitsForTheVisit,
} from "../property/laws/lock";
import "../support/runs";
import { type Core, coreWith, type SeededBug } from "../support/seed-bug";

// A seeded bug is caught or it is not; nobody needs the smallest example of it.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

type Seeded = SeededBug & { readonly bug: string; readonly caughtBy: (core: Core) => void };

const file = "lock/lock.ts";
const bugs: readonly Seeded[] = [
  {
    bug: "HAZ-18 the hours of a visit are counted by the clock on the wall",
    file,
    from: "surelySince(visitBeganAt, at) >=",
    to: "longestSince(visitBeganAt, at) >=",
    caughtBy: visitIsNotLocked,
  },
  {
    bug: "HAZ-18 an area may lock a visit sooner",
    file: "lock/lock-settings.ts",
    from: "within(4, 4, 12)",
    to: "within(1, 4, 12)",
    caughtBy: visitIsNotLocked,
  },
  {
    bug: "HAZ-18 the visit is forgotten once the page is covered",
    file,
    from: `{ kind: "covered", since, ...around(state) }`,
    to: `{ kind: "covered", since, locksAfterVisit: state.locksAfterVisit }`,
    caughtBy: visitIsNotLocked,
  },
  {
    bug: "HAZ-18 what ends locks at once",
    file,
    from: "isInVisit(now) ? { ...now, locksAfterVisit: true } : ",
    to: "",
    caughtBy: visitIsNotLocked,
  },
  {
    bug: "HAZ-18 what ended during a visit is forgotten",
    file,
    from: `now.locksAfterVisit ? { kind: "locked" } : withoutVisit(now)`,
    to: "withoutVisit(now)",
    caughtBy: whatEndsWaitsForTheVisit,
  },
  {
    bug: "what ended is forgotten by uncovering",
    file,
    from: "{ ...openedAt(at), ...around(now) }",
    to: "{ ...openedAt(at), ...around({ ...now, locksAfterVisit: false }) }",
    caughtBy: whatEndsWaitsForTheVisit,
  },
  {
    bug: "a clock set back keeps the device open",
    file: "lock/moment.ts",
    from: "Math.max(0, at.steadyMs - from.steadyMs, at.wallMs - from.wallMs)",
    to: "Math.max(0, at.wallMs - from.wallMs)",
    caughtBy: leftAloneIsCovered,
  },
  {
    bug: "sleep does not count towards being left alone",
    file: "lock/moment.ts",
    from: "Math.max(0, at.steadyMs - from.steadyMs, at.wallMs - from.wallMs)",
    to: "Math.max(0, at.steadyMs - from.steadyMs)",
    caughtBy: leftAloneIsCovered,
  },
  {
    bug: "a key pressed after an hour finds the page open",
    file,
    from: "const now = afterTime(settings, state, at);",
    to: "const now = state;",
    caughtBy: leftAloneIsCovered,
  },
  {
    bug: "a hidden page stays open",
    file,
    from: "return open.isHidden ? at : null;",
    to: "return null;",
    caughtBy: leftAloneIsCovered,
  },
  {
    bug: "a dialog keeps the page open for ever",
    file,
    from: "dialogSince !== undefined && longestSince(dialogSince, at) < LONGEST_DIALOG_MS",
    to: "dialogSince !== undefined",
    caughtBy: leftAloneIsCovered,
  },
  {
    bug: "being shown again uncovers",
    file,
    from: `return now.kind === "open" ? afterTime(settings, afterSign(now, type, at), at) : now;`,
    to: `return now.kind === "open" ? afterTime(settings, afterSign(now, type, at), at) : type === "shown" ? openedAt(at) : now;`,
    caughtBy: coveredStaysCovered,
  },
  {
    bug: "a locked page can be uncovered",
    file,
    from: `if (now.kind === "locked") return now;`,
    to: `if (now.kind === "locked") return type === "uncovered" ? openedAt(at) : now;`,
    caughtBy: coveredStaysCovered,
  },
  {
    bug: "what another program has in front is shown",
    file: "lock/lock-state.ts",
    from: "(!state.isAway || state.dialogSince !== undefined)",
    to: "true",
    caughtBy: coveredStaysCovered,
  },
  {
    bug: "covered is never locked",
    file,
    from: "return isLong && mayLock(settings, state, at) ?",
    to: "return isLong && mayLock(settings, state, at) && state.locksAfterVisit ?",
    caughtBy: coveredIsLockedInTheEnd,
  },
];

test.each(bugs)("$bug: caught", async ({ caughtBy, bug: _bug, ...seeded }) => {
  const withBug = await coreWith(seeded);
  expect(() => {
    caughtBy(withBug);
  }, caughtBy.name).toThrow();
});
