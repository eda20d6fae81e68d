import { err, ok, type Result } from "../result";

/**
 * Turns UTF-8 bytes into text, as strictly as the standard says: nothing is replaced and nothing is guessed.
 *
 * Units   `byte` counts from 0.
 * Errors  `NotUtf8` with the first byte that does not fit: overlong forms, surrogates, past U+10FFFF, cut off.
 */
export const decodeUtf8 = (bytes: Uint8Array): Result<string, NotUtf8> => {
  let text = "";
  let units: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const sign = signAt(bytes, at);
    if (sign === undefined) return err({ type: "NotUtf8", byte: at });
    if (sign.code > 0xffff) units.push(0xd7c0 + (sign.code >> 10), 0xdc00 + (sign.code & 0x3ff));
    else units.push(sign.code);
    // In pieces: a call takes only so many arguments.
    if (units.length > 4_096) {
      text += String.fromCharCode(...units);
      units = [];
    }
    at += sign.length;
  }
  return ok(text + String.fromCharCode(...units));
};

export interface NotUtf8 {
  readonly type: "NotUtf8";
  readonly byte: number;
}

interface Sign {
  readonly code: number;
  readonly length: number;
}

const signAt = (bytes: Uint8Array, at: number): Sign | undefined => {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { code: first, length: 1 };
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return undefined;
  let code = first & (0xff >> (length + 1));
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes[next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const smallest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code < smallest || code > 0x10ffff || isSurrogate ? undefined : { code, length };
};
