import { SEALED_LIMITS, type SealedRow } from "#core/schema/sealed-wire";
import type { UnsentRow } from "#storage/unsent-rows";

/** Room in a message for what stands around its rows: ids, slots, what is gone. */
const AROUND_BYTES = 131_072;
/** What a row costs beside its body. */
const ROW_BYTES = 400;

/** Cuts rows, in their order, into messages that the server takes: by number and by size. */
export const sealedBatches = (rows: readonly UnsentRow[]): readonly (readonly UnsentRow[])[] => {
  const cut: UnsentRow[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Math.ceil(row.body.byteLength / 3) * 4 + ROW_BYTES;
    const last = cut.at(-1);
    if (last === undefined || last.length >= SEALED_LIMITS.rows || bytes + size > ROOM_BYTES) {
      cut.push([row]);
      bytes = size;
    } else {
      last.push(row);
      bytes += size;
    }
  }
  return cut;
};

const ROOM_BYTES = SEALED_LIMITS.messageBytes - AROUND_BYTES;

/** The epoch that a row was sealed under, which stands in the open before what is sealed. */
export const epochOf = ({ body }: UnsentRow): number | undefined =>
  body.byteLength < 5 ? undefined : new DataView(body.buffer, body.byteOffset).getUint32(1);

/** A row as it is sent. */
export const toSealedRow = ({ body, ...at }: UnsentRow): SealedRow => ({ ...at, body: toBase64(body) });

const AT_ONCE = 8_192;
const toBase64 = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.byteLength; at += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(text);
};
