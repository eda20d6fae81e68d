import { createPublicKey, type KeyObject, verify } from "node:crypto";

/** The public half of a device's key, or undefined where the point is none of P-256. */
export const deviceKeyFrom = (publicKey: string): KeyObject | undefined => {
  const point = Buffer.from(publicKey, "base64");
  if (point.length !== 65 || point[0] !== 4) return undefined;
  const [x = "", y = ""] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  try {
    return createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x, y } });
  } catch {
    return undefined;
  }
};

/**
 * Whether a device's key signed a text: ECDSA with SHA-256 over its UTF-8, r and s of 32 bytes each.
 *
 * Source  src/core/sealed/signed-texts.ts
 */
export const isSignedBy = (key: KeyObject, text: string, signature: string): boolean =>
  verify("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64"));
