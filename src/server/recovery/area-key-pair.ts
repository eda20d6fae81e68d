import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  type ECDH,
  hkdfSync,
  randomBytes,
  randomUUID,
} from "node:crypto";
import { err, ok, type Result } from "#core/result";
import type { AreaKey } from "#core/sealed/keyring";

/** The private half of an area's key, in memory while something is opened with it. */
export interface OpenAreaKey extends AreaKey {
  readonly pair: ECDH;
}

/** An area's key as it is stored: the private half under its kit. */
export interface WrappedAreaKey extends AreaKey {
  readonly wrapped: string;
}

const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Makes a key pair for an area, and wraps its private half.
 *
 * Shape   `wrapped` is base64 of salt, IV, AES-256-GCM of the private number, and tag; bound to the area and the key's id.
 * Source  docs/decisions/0013-a-kit-on-paper-and-sealed-delivery.md
 */
export const newAreaKey = (areaId: string, kit: string): WrappedAreaKey => {
  const pair = createECDH("prime256v1");
  const publicKey = pair.generateKeys("base64");
  const keyId = randomUUID();
  const [salt, iv] = [randomBytes(SALT_BYTES), randomBytes(IV_BYTES)];
  const cipher = createCipheriv("aes-256-gcm", keyOfKit(kit, salt), iv).setAAD(whose(areaId, keyId));
  // The number is given without leading zeros.
  const number = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
  const sealed = Buffer.concat([cipher.update(number), cipher.final()]);
  return { keyId, publicKey, wrapped: Buffer.concat([salt, iv, sealed, cipher.getAuthTag()]).toString("base64") };
};

/**
 * Opens an area's key with its kit.
 *
 * Errors  `OtherKit` where the kit is of another key, or what is stored was changed.
 */
export const openAreaKey = (
  areaId: string,
  kit: string,
  { keyId, publicKey, wrapped }: WrappedAreaKey,
): Result<OpenAreaKey, OtherKit> => {
  const bytes = Buffer.from(wrapped, "base64");
  const iv = bytes.subarray(SALT_BYTES, SALT_BYTES + IV_BYTES);
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyOfKit(kit, bytes.subarray(0, SALT_BYTES)), iv)
      .setAAD(whose(areaId, keyId))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    const sealed = bytes.subarray(SALT_BYTES + IV_BYTES, -TAG_BYTES);
    const pair = createECDH("prime256v1");
    pair.setPrivateKey(Buffer.concat([decipher.update(sealed), decipher.final()]));
    return ok({ keyId, publicKey, pair });
  } catch {
    return err({ type: "OtherKit" });
  }
};

export interface OtherKit {
  readonly type: "OtherKit";
}

/** The kit is 158 bits of chance: nobody can try them all, so making each try slow would win nothing. */
const keyOfKit = (kit: string, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync("sha256", kit.replaceAll(" ", ""), salt, "strandline recovery kit v1", 32));

const whose = (areaId: string, keyId: string): Buffer => Buffer.from(`area-key|${areaId}|${keyId}`);
