import { unpad, pad } from "#core/sealed/padding";
import { err, ok } from "#core/result";
import type { RowAddress, RowCodec, TableName } from "#core/sealed/row-codec";
import { type Bytes, joined, utf8 } from "./bytes";
import { openBytes, sealBytes } from "./seal-bytes";

/** The keys of one epoch, in memory only: one for what the server has too, one for what only this device has. */
export interface EpochKeys {
  readonly epoch: number;
  readonly kept: CryptoKey;
  readonly unsent: CryptoKey;
}

export interface RowSealDeps {
  /** Every epoch that rows may be sealed under, the newest last. */
  readonly epochs: () => readonly EpochKeys[];
  readonly userId: string;
}

const FORMAT = 1;
const HEAD_BYTES = 5;
const unsentTables: ReadonlySet<TableName> = new Set(["draft", "outbox"]);

/**
 * Seals rows under the newest epoch and opens them under their own.
 *
 * Shape   one byte of format, four of the epoch, the twelve of the IV, AES-256-GCM of the padded content; bound to table,
 *         id, version, epoch and person.
 * Errors  an epoch that this device no longer has; a row that was changed, cut, moved, or is another person's.
 */
export const createRowSeal = ({ epochs, userId }: RowSealDeps): RowCodec => {
  const keyOf = (keys: EpochKeys, { table }: RowAddress): CryptoKey =>
    unsentTables.has(table) ? keys.unsent : keys.kept;
  const where = ({ table, id, version }: RowAddress, epoch: number): string =>
    `${table}|${id}|${String(version)}|${epoch}|${userId}`;

  return {
    encode: async (at, content) => {
      const newest = epochs().at(-1);
      if (newest === undefined) throw new Error("no key to seal with");
      return joined(
        headOf(newest.epoch),
        await sealBytes(keyOf(newest, at), pad(utf8(content)), where(at, newest.epoch)),
      );
    },
    decode: async (at, body) => {
      if (!(body instanceof Uint8Array) || body.byteLength <= HEAD_BYTES) return err({ reason: "is not sealed" });
      if (body[0] !== FORMAT) return err({ reason: "was sealed by a newer version of this app" });
      const bytes = body as Bytes;
      const epoch = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
      const keys = epochs().find((each) => each.epoch === epoch);
      if (keys === undefined) return err({ reason: "was sealed under an older key, which this device no longer has" });
      const opened = await openBytes(keyOf(keys, at), bytes.subarray(HEAD_BYTES), where(at, epoch));
      const content = opened.ok ? unpad(opened.value) : opened;
      return content.ok
        ? ok(new TextDecoder().decode(content.value))
        : err({ reason: "was changed, cut short or moved, or is another person's" });
    },
  };
};

/** The epoch that a row was sealed under, which stands in the open before it; undefined for what was never sealed. */
export const epochOfRow = (body: unknown): number | undefined =>
  body instanceof Uint8Array && body.byteLength > HEAD_BYTES
    ? new DataView(body.buffer, body.byteOffset).getUint32(1)
    : undefined;

const headOf = (epoch: number): Bytes => {
  const head = new Uint8Array(HEAD_BYTES);
  head[0] = FORMAT;
  new DataView(head.buffer).setUint32(1, epoch);
  return head;
};
