import { describe, expect, test } from "vitest";
import { type LockSettings, USUAL_LOCK_SETTINGS } from "#core/lock/lock-settings";
import { createLock, type Lock } from "../../../../src/ui/app/lock/create-lock";
import { createLockChannel } from "../../../../src/ui/app/lock/lock-channel";
import { windowsTogether } from "../../../support/windows-together";

const MINUTE = 60_000;

interface Window {
  readonly lock: Lock;
  readonly drops: () => number;
}

/** Windows of one person, on one clock. */
const twoWindows = (settings: LockSettings = USUAL_LOCK_SETTINGS) => {
  const channels = windowsTogether();
  const clock = { ms: 0 };
  const open = (): Window => {
    let drops = 0;
    const lock = createLock({
      now: () => ({ steadyMs: clock.ms, wallMs: clock.ms }),
      channel: createLockChannel(channels()),
      readSettings: async () => settings,
      drop: () => {
        drops += 1;
      },
    });
    return { lock, drops: () => drops };
  };
  const windows = [open(), open()] as const;
  const pass = (ms: number): void => {
    clock.ms += ms;
    for (const { lock } of windows) lock.heard("time-passed");
  };
  return { one: windows[0], other: windows[1], pass };
};
const kindOf = ({ lock }: Window) => lock.state.get().kind;

describe("several windows of one person", () => {
  test("stay open while somebody works in one of them, and are covered together once nobody does", () => {
    const { one, other, pass } = twoWindows();
    for (let each = 0; each < 3; each += 1) {
      pass(MINUTE);
      one.lock.heard("active");
    }
    expect([kindOf(one), kindOf(other)]).toEqual(["open", "open"]);
    pass(2 * MINUTE);
    expect([kindOf(one), kindOf(other)]).toEqual(["covered", "covered"]);
  });

  test("are locked together by the button, and each drops its key once", () => {
    const { one, other, pass } = twoWindows();
    one.lock.lockNow();
    pass(MINUTE);
    other.lock.lockNow();
    expect([kindOf(one), kindOf(other)]).toEqual(["locked", "locked"]);
    expect([one.drops(), other.drops()]).toEqual([1, 1]);
  });

  test("a window that is covered behind another in use is not locked meanwhile, and is not uncovered by it", () => {
    const { one, other, pass } = twoWindows();
    other.lock.heard("hidden");
    for (let each = 0; each < 40; each += 1) {
      pass(MINUTE);
      one.lock.heard("active");
    }
    one.lock.heard("uncovered");
    expect([kindOf(one), kindOf(other)]).toEqual(["open", "covered"]);
  });
});

describe("one window", () => {
  test("takes the area's minutes as soon as they are known", async () => {
    const { one, pass } = twoWindows({ ...USUAL_LOCK_SETTINGS, coverAfterMinutes: 5 });
    await Promise.resolve();
    pass(4 * MINUTE);
    expect(kindOf(one)).toBe("open");
    pass(MINUTE);
    expect(kindOf(one)).toBe("covered");
  });

  test("HAZ-18 another visit on the same page is a visit of its own, and leaving it brings back the usual minutes", () => {
    const { one, pass } = twoWindows();
    one.lock.visitOpened("first");
    pass(10 * MINUTE);
    expect(kindOf(one)).toBe("open");
    one.lock.heard("active");
    one.lock.visitOpened("second");
    one.lock.heard("ended");
    expect(kindOf(one)).toBe("open");
    one.lock.visitLeft();
    expect([kindOf(one), one.drops()]).toEqual(["locked", 1]);
  });
});
