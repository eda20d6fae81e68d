import { toBase64, utf8 } from "./bytes";

const CURVE = { name: "ECDSA", namedCurve: "P-256" } as const;

/** Makes a device's signing key: its private half can be used here, and can be read by nobody. */
export const makeDeviceKey = async (): Promise<{ readonly key: CryptoKey; readonly publicKey: string }> => {
  const pair = await crypto.subtle.generateKey(CURVE, false, ["sign", "verify"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return { key: pair.privateKey, publicKey: toBase64(point) };
};

/** Signs a text: ECDSA with SHA-256 over its UTF-8, r and s of 32 bytes each, in base64. See [Note: What a device signs]. */
export const signText = async (key: CryptoKey, text: string): Promise<string> =>
  toBase64(new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, utf8(text))));
