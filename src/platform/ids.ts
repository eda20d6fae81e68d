import type { Clock, Ids } from "#core/ports";

export interface IdsDeps {
  readonly clock: Clock;
  /** Fills the bytes with chance. */
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
}

const LARGEST_COUNT = 0xfff;

/**
 * Makes UUIDs of version 7: each sorts after the one before it on this device, also within one millisecond and when
 * the clock is set back.
 *
 * Source  RFC 9562 §5.7 and §6.2, method 1: the twelve bits after the time count within a millisecond.
 */
export const createIds = ({ clock, fillRandom }: IdsDeps): Ids => {
  let atMs = -1;
  let count = 0;
  return {
    next: () => {
      const bytes = new Uint8Array(16);
      fillRandom(bytes);
      const nowMs = clock.nowMs();
      if (nowMs > atMs) {
        atMs = nowMs;
        // The top bit starts at 0, which leaves room to count at least 2,048 ids in the millisecond.
        count = (byteAt(bytes, 6) & 0x07) * 256 + byteAt(bytes, 7);
      } else if (count < LARGEST_COUNT) {
        count += 1;
      } else {
        atMs += 1;
        count = 0;
      }
      writeTime(bytes, atMs);
      bytes[6] = 0x70 | (count >> 8);
      bytes[7] = count & 0xff;
      bytes[8] = 0x80 | (byteAt(bytes, 8) & 0x3f);
      return toText(bytes);
    },
  };
};

/** The browser's own source of chance. */
export const fillRandom: IdsDeps["fillRandom"] = (bytes) => {
  crypto.getRandomValues(bytes);
};

const byteAt = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;

/** Bit operators stop at 32 bits, and the time has 48. */
const writeTime = (bytes: Uint8Array, ms: number): void => {
  let rest = ms;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
};

const toText = (bytes: Uint8Array): string => {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};
