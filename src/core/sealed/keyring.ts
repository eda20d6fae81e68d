import { z } from "zod";
import { Id } from "../schema/ids";

/** Bytes as text, so that what is kept can be written down, compared and sent. */
const Base64 = z.base64();

/**
 * A secret that only the holder of an area's recovery kit can open.
 *
 * Shape   `ephemeral` is a P-256 point, uncompressed; `sealed` is the twelve bytes of chance and then AES-GCM.
 * Source  docs/assurance/keys.md
 */
export const SealedToArea = z.looseObject({ areaKeyId: Id, ephemeral: Base64, sealed: Base64 });
export type SealedToArea = z.infer<typeof SealedToArea>;

/** The public half of an area's recovery key: an uncompressed P-256 point. */
export const AreaKey = z.looseObject({ keyId: Id, publicKey: Base64 });
export type AreaKey = z.infer<typeof AreaKey>;

/**
 * The key that drafts and outbox of one epoch are sealed under, sealed to the area.
 *
 * Shape  of the records it opens nothing: the server has those.
 */
export const RecoverySlot = SealedToArea.extend({ epoch: z.int().min(1) });
export type RecoverySlot = z.infer<typeof RecoverySlot>;

/** A passphrase's slot: the master key under what Argon2id makes of the passphrase. */
const PassphraseSlot = z.looseObject({
  salt: Base64,
  memoryKiB: z.int().min(8),
  passes: z.int().min(1),
  wrapped: Base64,
});

/** A passkey's slot: the master key under what the passkey answers to `salt`. */
const PasskeySlot = z.looseObject({
  credentialId: Base64,
  salt: Base64,
  wrapped: Base64,
  addedAtMs: z.int().optional(),
});
export type PasskeySlot = z.infer<typeof PasskeySlot>;

/**
 * One person's ways in on one device. It lies in the open and opens nothing by itself.
 *
 * Shape    `epochs` has the newest last: rows are written under that one, and read under any of them.
 * Missing  no `passphrase` after ten wrong ones: the other slots stay, and so does all that is sealed.
 *          `renew` asks for a new epoch at the next unlock that finds no other window of theirs open.
 * Units    `wrong.waitUntilMs` is milliseconds since 1970 as the device believes.
 */
export const Keyring = z.looseObject({
  epochs: z.array(z.looseObject({ epoch: z.int().min(1), salt: Base64 })).min(1),
  passphrase: PassphraseSlot.optional(),
  passkeys: z.array(PasskeySlot).default([]),
  recovery: z.array(RecoverySlot),
  renew: z.boolean().optional(),
  wrong: z.looseObject({ count: z.int().min(1), waitUntilMs: z.int() }).optional(),
});
export type Keyring = z.infer<typeof Keyring>;
