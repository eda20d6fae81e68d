import { z } from "zod";
import { DOORS } from "./concern";
import { PlainDate } from "./plain-date";

/**
 * When the screen is covered and when it is locked.
 *
 * Missing  what an area does not say is as written here.
 */
export const LockSettings = z.looseObject({
  coverAfterMinutes: z.int().min(1).default(2),
  lockAfterMinutes: z.int().min(1).default(30),
  visitCoverAfterMinutes: z.int().min(1).default(15),
  visitLockAfterHours: z.int().min(1).default(4),
});
export type LockSettings = z.infer<typeof LockSettings>;

/**
 * Whom one rings about somebody who may not be safe: a number, when it is answered, and who answers.
 *
 * Missing  without `checkedOn` the area has not said when it last rang the number itself, and the screen says so.
 */
export const SafetyLine = z.looseObject({
  number: z.string().min(1).max(40),
  hours: z.string().min(1).max(200),
  who: z.string().min(1).max(200),
  checkedOn: PlainDate.optional(),
});
export type SafetyLine = z.infer<typeof SafetyLine>;

/** One of the five doors, with the area's own lines. */
export const SafetyDoor = z.looseObject({
  id: z.enum(DOORS),
  lines: z.array(SafetyLine).min(1),
});
export type SafetyDoor = z.infer<typeof SafetyDoor>;

/**
 * What of an area's settings every device is told, as `policy.settings`.
 *
 * Missing  no `safetyDoors` before the area has said its numbers: none is made up in their place.
 * Source   practice/area.json
 */
export const AreaSettings = LockSettings.extend({ safetyDoors: z.array(SafetyDoor).default([]) });
export type AreaSettings = z.infer<typeof AreaSettings>;
