/**
 * The wrong passphrases since the last right one, as a keyring keeps them.
 *
 * Units  `waitUntilMs` is by the wall's clock, because it outlives the page: somebody may set it.
 */
export interface WrongPassphrases {
  readonly count: number;
  readonly waitUntilMs: number;
}

/** With so many wrong passphrases in a row, the slot that the passphrase opens is erased. */
export const MOST_WRONG_PASSPHRASES = 10;

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** After the first wrong passphrase, the second … */
const WAITS_MS = [
  SECOND_MS,
  2 * SECOND_MS,
  5 * SECOND_MS,
  15 * SECOND_MS,
  30 * SECOND_MS,
  MINUTE_MS,
  2 * MINUTE_MS,
  4 * MINUTE_MS,
  8 * MINUTE_MS,
];

/**
 * The wrong passphrases as they count at this moment: whoever asks keeps the answer while the page is open.
 *
 * Laws   1. nobody waits longer than their last wrong passphrase asks for, though the clock was set back by a year
 *        2. the count stays, whatever the clock says
 * (tests/unit/core/lock/passphrase-tries.test.ts)
 */
export const wrongPassphrasesNow = ({ count, waitUntilMs }: WrongPassphrases, nowMs: number): WrongPassphrases => ({
  count,
  waitUntilMs: Math.min(waitUntilMs, nowMs + waitAfter(count)),
});

/** How long until the next try. */
export const waitLeftMs = ({ waitUntilMs }: WrongPassphrases, nowMs: number): number =>
  Math.max(0, waitUntilMs - nowMs);

/**
 * The wrong passphrases after one more, to be kept before the answer is shown.
 *
 * Shape  `erase` says that the passphrase slot goes; what a passkey or the area can open stays.
 */
export const afterWrongPassphrase = (
  { count }: WrongPassphrases,
  nowMs: number,
): { readonly wrong: WrongPassphrases; readonly erase: boolean } => {
  const wrong = count + 1;
  return { wrong: { count: wrong, waitUntilMs: nowMs + waitAfter(wrong) }, erase: wrong >= MOST_WRONG_PASSPHRASES };
};

const waitAfter = (count: number): number => (count === 0 ? 0 : (WAITS_MS[Math.min(count, WAITS_MS.length) - 1] ?? 0));
