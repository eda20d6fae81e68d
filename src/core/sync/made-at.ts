import type { Id } from "../schema/ids";

/**
 * When a revision was made, by the clock of the device that made it.
 *
 * Units    milliseconds since 1970.
 * Missing  undefined for an id that is not of version 7: it holds no time.
 */
export const madeAtMs = (revId: Id): number | undefined => {
  const digits = revId.replaceAll("-", "");
  return digits[VERSION_AT] === "7" ? Number.parseInt(digits.slice(0, VERSION_AT), 16) : undefined;
};

const VERSION_AT = 12;
