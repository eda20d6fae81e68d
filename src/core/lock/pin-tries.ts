/**
 * The wrong PINs since the last right one, on this page.
 *
 * Units  `waitUntilMs` is by the page's own clock, which nobody sets.
 */
export interface PinTries {
  readonly wrong: number;
  readonly waitUntilMs: number;
}

export const NO_WRONG_PINS: PinTries = { wrong: 0, waitUntilMs: 0 };

/** After so many wrong PINs, only a passphrase or a passkey uncovers. */
export const MOST_WRONG_PINS = 5;

/** After the first wrong PIN, the second … */
const WAITS_MS = [1_000, 2_000, 5_000, 15_000];

export type PinAsk =
  | { readonly kind: "may-try" }
  | { readonly kind: "wait"; readonly waitMs: number }
  | { readonly kind: "asks-passphrase" };

/**
 * What a person with a PIN may do now.
 *
 * Laws   1. a wrong PIN locks nothing and erases nothing: it only slows down
 *        2. each wait is longer than the one before
 * (tests/unit/core/lock/pin-tries.test.ts)
 */
export const pinAsk = ({ wrong, waitUntilMs }: PinTries, steadyMs: number): PinAsk => {
  if (wrong >= MOST_WRONG_PINS) return { kind: "asks-passphrase" };
  const waitMs = waitUntilMs - steadyMs;
  return waitMs > 0 ? { kind: "wait", waitMs } : { kind: "may-try" };
};

/** The tries after one more wrong PIN. */
export const afterWrongPin = ({ wrong }: PinTries, steadyMs: number): PinTries => ({
  wrong: wrong + 1,
  waitUntilMs: steadyMs + (WAITS_MS[wrong] ?? 0),
});
