import { createDecipheriv, hkdfSync } from "node:crypto";
import { err, ok, type Result } from "#core/result";
import type { StuckReason, UnsentTable } from "#core/schema/sealed-wire";
import type { RecoverySlot, SealedToArea } from "#core/sealed/keyring";
import { unpad } from "#core/sealed/padding";
import type { OpenAreaKeys } from "./area-keys";

const FORMAT = 1;
const HEAD_BYTES = 5;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SHORTEST_BYTES = HEAD_BYTES + IV_BYTES + TAG_BYTES;

/** Where a row lay, and whose it was: none other opens. */
export interface RowPlace {
  readonly table: UnsentTable;
  readonly id: string;
  readonly version: number;
  readonly userId: string;
}

/** Keys of drafts and outbox, by epoch; more than one where an epoch's slot came several times. */
export type UnsentKeys = ReadonlyMap<number, readonly Buffer[]>;

/**
 * Opens what was sealed to an area.
 *
 * Errors  undefined where it is another area's or another key's, or was changed; which of them, nobody can tell.
 * Source  docs/formats.md, "A sealed message"
 */
export const openFromArea = (
  keys: OpenAreaKeys,
  { areaKeyId, ephemeral, sealed }: SealedToArea,
  where: string,
): Buffer | undefined => {
  const key = keys.get(areaKeyId.toLowerCase());
  if (key === undefined) return undefined;
  try {
    const point = Buffer.from(ephemeral, "base64");
    const salt = Buffer.concat([point, key.pair.getPublicKey()]);
    const drawn = hkdfSync("sha256", key.pair.computeSecret(point), salt, "strandline to area v1", 32);
    return openBytes(Buffer.from(drawn), Buffer.from(sealed, "base64"), where);
  } catch {
    return undefined; // not a point of the curve
  }
};

/** Opens the slots that open, each for its epoch and this person alone. */
export const openSlots = (keys: OpenAreaKeys, slots: readonly RecoverySlot[], userId: string): UnsentKeys => {
  const byEpoch = new Map<number, Buffer[]>();
  for (const slot of slots) {
    const raw = openFromArea(keys, slot, `recovery|${slot.epoch}|${userId}`);
    if (raw?.length === 32) byEpoch.set(slot.epoch, [...(byEpoch.get(slot.epoch) ?? []), raw]);
  }
  return byEpoch;
};

/**
 * Opens one row of a device's drafts or outbox.
 *
 * Errors  `format` for what this build does not know, `no-slot` for an epoch without a key, `does-not-open` for what was
 *         changed, cut short or moved, or is another person's; `content` where it opens and is no text.
 */
export const openRow = (
  keys: UnsentKeys,
  { table, id, version, userId }: RowPlace,
  body: Buffer,
): Result<string, StuckReason> => {
  if (body.length < SHORTEST_BYTES || body[0] !== FORMAT) return err("format");
  const epoch = body.readUInt32BE(1);
  const tried = keys.get(epoch);
  if (tried === undefined) return err("no-slot");
  const where = `${table}|${id}|${version}|${epoch}|${userId}`;
  for (const key of tried) {
    const padded = openBytes(key, body.subarray(HEAD_BYTES), where);
    if (padded !== undefined) return textIn(padded);
  }
  return err("does-not-open");
};

const textIn = (padded: Buffer): Result<string, StuckReason> => {
  const content = unpad(new Uint8Array(padded));
  if (!content.ok) return err("content");
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content.value);
    return text.includes("\0") ? err("content") : ok(text);
  } catch {
    return err("content"); // not UTF-8
  }
};

const openBytes = (key: Buffer, sealed: Buffer, where: string): Buffer | undefined => {
  if (sealed.length < IV_BYTES + TAG_BYTES) return undefined;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(where))
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined; // the tag does not fit
  }
};
