import type { BrowserContext } from "playwright-core";

/**
 * Takes the sealing away from a browser, from outside: AES-GCM gives back what it is given, with an empty tag. The app
 * has no such switch; this one shows that a test which finds nothing would have found it.
 */
export const takeSealingAway = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const TAG_BYTES = 16;
    const bytesOf = (data: BufferSource): Uint8Array<ArrayBuffer> =>
      ArrayBuffer.isView(data)
        ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
        : new Uint8Array(data);
    SubtleCrypto.prototype.encrypt = (_how, _key, data) => {
      const open = bytesOf(data);
      const untagged = new Uint8Array(open.byteLength + TAG_BYTES);
      untagged.set(open);
      return Promise.resolve(untagged.buffer);
    };
    SubtleCrypto.prototype.decrypt = (_how, _key, data) => Promise.resolve(bytesOf(data).slice(0, -TAG_BYTES).buffer);
  });
};
