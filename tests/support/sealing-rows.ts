import { err, ok } from "#core/result";
import type { RowAddress, RowCodec } from "#core/sealed/row-codec";

/**
 * Rows that are truly sealed, with a throw-away key: bytes instead of text, made by work that has to be awaited, and
 * bound to where the row lies.
 */
export const createSealingRows = async (): Promise<RowCodec> => {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  return {
    encode: async (at, content) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const how = { name: "AES-GCM", iv, additionalData: bytesOf(at) };
      return { iv, sealed: await crypto.subtle.encrypt(how, key, new TextEncoder().encode(content)) };
    },
    decode: async (at, body) => {
      const { iv, sealed } = body as { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer };
      try {
        const how = { name: "AES-GCM", iv, additionalData: bytesOf(at) };
        return ok(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, sealed)));
      } catch {
        return err({ reason: "sealed for somewhere else" });
      }
    },
  };
};

const bytesOf = ({ table, id, version }: RowAddress): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${table}|${id}|${version}`);
