import type { PlainDate } from "#core/schema/plain-date";

/** The day of a moment in this machine's time zone, as the app takes the device's. */
export const dayHere = (atMs: number): PlainDate => {
  const at = new Date(atMs);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};
