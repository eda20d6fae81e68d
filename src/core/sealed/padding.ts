import { err, ok, type Result } from "../result";

const KB = 1_024;
const LENGTH_BYTES = 4;

/**
 * Fills content up to 1, 4, 16 or 32 KB, or to the next 32 KB, so that its length says little about it.
 *
 * Units  bytes; the first four of the answer say how long the content is.
 */
export const pad = (content: Uint8Array): Uint8Array<ArrayBuffer> => {
  const padded = new Uint8Array(paddedLength(content.byteLength + LENGTH_BYTES));
  new DataView(padded.buffer).setUint32(0, content.byteLength);
  padded.set(content, LENGTH_BYTES);
  return padded;
};

/** Gives back what was padded. */
export const unpad = (padded: Uint8Array<ArrayBuffer>): Result<Uint8Array<ArrayBuffer>, "not-padded"> => {
  if (padded.byteLength < LENGTH_BYTES) return err("not-padded");
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  if (length > padded.byteLength - LENGTH_BYTES) return err("not-padded");
  return ok(padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
};

const paddedLength = (least: number): number =>
  [1, 4, 16, 32].map((size) => size * KB).find((size) => size >= least) ?? Math.ceil(least / (32 * KB)) * 32 * KB;
