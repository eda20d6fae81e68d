/**
 * Runs in a page before anything else and takes the sealing away from beneath the app: AES-GCM gives back what it was
 * given, with sixteen bytes where a tag would stand. So the product needs no switch, and has none.
 */
export const takeSealingAway = (): void => {
  const TAG_BYTES = 16;
  const bytesOf = (data: BufferSource): Uint8Array =>
    ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
  crypto.subtle.encrypt = (_how, _key, data) => {
    const open = new Uint8Array(data.byteLength + TAG_BYTES);
    open.set(bytesOf(data));
    return Promise.resolve(open.buffer);
  };
  crypto.subtle.decrypt = (_how, _key, data) =>
    Promise.resolve(bytesOf(data).slice(0, data.byteLength - TAG_BYTES).buffer);
};
