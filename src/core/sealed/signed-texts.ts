/**
 * What a device's key signs, letter for letter, as UTF-8: on the device when it signs, on the server when it looks.
 *
 * [Note: What a device signs] The first line names the use, so that what was signed for one use counts for no other.
 * A message is signed as the text that is sent, and not as what was read from it: two readers of JSON never have to
 * agree on how it would be written.
 */

/** Signed when a device enrols for somebody: that whoever asks has the key, and for whom. */
export const deviceProofText = (deviceId: string, accountId: string, publicKey: string): string =>
  ["strandline device v1", deviceId, accountId, publicKey].join("\n");

/** Signed with every sealed message. */
export const sealedMessageText = (blob: string): string => `strandline sealed v1\n${blob}`;
