import { type Bytes, utf8 } from "./bytes";

const AES = { name: "AES-GCM", length: 256 } as const;

/** Takes secret bytes as what other keys are drawn from. It cannot be read back. */
export const rootOf = (secret: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey", "deriveBits"]);

const drawing = (salt: Bytes, use: string) => ({ name: "HKDF", hash: "SHA-256", salt, info: utf8(use) });

/** Draws one key for one use; it cannot be read back. */
export const drawKey = (root: CryptoKey, salt: Bytes, use: string): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(drawing(salt, use), root, AES, false, ["encrypt", "decrypt"]);

/** Draws the same key as bytes, for the one who seals it for somebody else. */
export const drawBytes = async (root: CryptoKey, salt: Bytes, use: string): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.deriveBits(drawing(salt, use), root, AES.length));
