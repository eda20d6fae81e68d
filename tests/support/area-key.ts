import type { AreaKey } from "#core/sealed/keyring";
import { toBase64 } from "#platform/sealing/bytes";
import { uuid } from "./uuid";

/** The public half of a made-up area's recovery key. */
export const anAreaKey = async (): Promise<AreaKey> => {
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return { keyId: uuid(90), publicKey: toBase64(point) };
};
