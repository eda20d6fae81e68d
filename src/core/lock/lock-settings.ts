import { z } from "zod";

/** A number between two limits: beyond them it counts as the nearer one, and what is no number as the usual one. */
const within = (fewest: number, usual: number, most: number) =>
  z
    .number()
    .catch(usual)
    .transform((asked) => Math.min(most, Math.max(fewest, asked)));

/**
 * How long an area lets a device be before it is covered and locked; part of the settings in its policy.
 *
 * Units    minutes, and hours for the last.
 * Missing  the usual value; an area that set none of them has them all.
 * Laws     1. no setting locks a visit in its first four hours (tests/property/lock.test.ts)
 */
export const LockSettings = z.object({
  coverAfterMinutes: within(1, 2, 15),
  lockAfterMinutes: within(5, 30, 120),
  visitCoverAfterMinutes: within(2, 15, 60),
  visitLockAfterHours: within(4, 4, 12),
});
export type LockSettings = z.infer<typeof LockSettings>;

/** What holds until an area says otherwise. */
export const USUAL_LOCK_SETTINGS: LockSettings = LockSettings.parse({});
