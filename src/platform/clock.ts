import type { Clock } from "#core/ports";

/** This device's clock. It may be set back or forward at any moment, so nothing may be ordered by it. */
export const createClock = (): Clock => ({ nowMs: () => Date.now() });

/** The day that a moment falls on where this device is, as `2026-11-22`. */
export const localDay = (atMs: number): string => {
  const day = new Date(atMs);
  return `${String(day.getFullYear()).padStart(4, "0")}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

/** The time of day at that moment where this device is, as `14:02`. */
export const localTimeOfDay = (atMs: number): string => {
  const moment = new Date(atMs);
  return `${two(moment.getHours())}:${two(moment.getMinutes())}`;
};

const two = (part: number): string => String(part).padStart(2, "0");
