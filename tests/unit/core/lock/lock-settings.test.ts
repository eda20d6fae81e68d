import { expect, test } from "vitest";
import { LockSettings, USUAL_LOCK_SETTINGS } from "#core/lock/lock-settings";

test("an area that says nothing has the usual minutes", () => {
  expect(USUAL_LOCK_SETTINGS).toEqual({
    coverAfterMinutes: 2,
    lockAfterMinutes: 30,
    visitCoverAfterMinutes: 15,
    visitLockAfterHours: 4,
  });
});

test("what an area says counts, up to the limits", () => {
  expect(
    LockSettings.parse({ coverAfterMinutes: 5, lockAfterMinutes: 0, visitCoverAfterMinutes: 900, other: "kept apart" }),
  ).toEqual({ coverAfterMinutes: 5, lockAfterMinutes: 5, visitCoverAfterMinutes: 60, visitLockAfterHours: 4 });
});

test("what is no number counts as the usual one", () => {
  expect(LockSettings.parse({ coverAfterMinutes: "never", lockAfterMinutes: NaN, visitLockAfterHours: null })).toEqual(
    USUAL_LOCK_SETTINGS,
  );
});
