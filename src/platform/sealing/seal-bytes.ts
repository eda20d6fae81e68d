import { err, ok, type Result } from "#core/result";
import { type Bytes, joined, randomBytes, utf8 } from "./bytes";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals bytes for one place: AES-256-GCM under a new random IV.
 *
 * Shape  the twelve bytes of the IV, then what AES-GCM gives; `where` has to be said again to open it.
 */
export const sealBytes = async (key: CryptoKey, content: Bytes, where: string): Promise<Bytes> => {
  const iv = randomBytes(IV_BYTES);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8(where) }, key, content);
  return joined(iv, new Uint8Array(sealed));
};

/**
 * Opens what was sealed under the same key for the same place.
 *
 * Errors  `DoesNotOpen` where the key, the place or a single bit is another; which of them, nobody can tell.
 */
export const openBytes = async (key: CryptoKey, sealed: Bytes, where: string): Promise<Result<Bytes, DoesNotOpen>> => {
  if (sealed.byteLength < IV_BYTES + TAG_BYTES) return err({ type: "DoesNotOpen" });
  try {
    const how = { name: "AES-GCM", iv: sealed.subarray(0, IV_BYTES), additionalData: utf8(where) };
    return ok(new Uint8Array(await crypto.subtle.decrypt(how, key, sealed.subarray(IV_BYTES))));
  } catch {
    return err({ type: "DoesNotOpen" });
  }
};

export interface DoesNotOpen {
  readonly type: "DoesNotOpen";
}
