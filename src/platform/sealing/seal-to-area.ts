import type { AreaKey, SealedToArea } from "#core/sealed/keyring";
import { type Bytes, fromBase64, joined, toBase64 } from "./bytes";
import { drawKey, rootOf } from "./hkdf";
import { sealBytes } from "./seal-bytes";

const CURVE = { name: "ECDH", namedCurve: "P-256" } as const;
const SHARED_BITS = 256;

/**
 * Seals bytes so that only the holder of the area's recovery kit can open them.
 *
 * Shape   an ephemeral P-256 key and the area's agree on a secret; HKDF-SHA-256 draws the key from it, salted with both
 *         public points. `where` says what it is, and has to be said again to open it.
 * Source  docs/assurance/keys.md
 */
export const sealToArea = async (areaKey: AreaKey, content: Bytes, where: string): Promise<SealedToArea> => {
  const areaPoint = fromBase64(areaKey.publicKey);
  const area = await crypto.subtle.importKey("raw", areaPoint, CURVE, false, []);
  const ephemeral = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  const ephemeralPoint = new Uint8Array(await crypto.subtle.exportKey("raw", ephemeral.publicKey));
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: area }, ephemeral.privateKey, SHARED_BITS);
  const salt = joined(ephemeralPoint, areaPoint);
  const key = await drawKey(await rootOf(new Uint8Array(shared)), salt, "strandline to area v1");
  const sealed = await sealBytes(key, content, where);
  return { areaKeyId: areaKey.keyId, ephemeral: toBase64(ephemeralPoint), sealed: toBase64(sealed) };
};
