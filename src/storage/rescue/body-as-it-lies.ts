import type { RowAsItLay } from "#core/sealed/rescue-content";

/**
 * What was stored in a row, as text that a file can carry.
 *
 * Missing  what is neither bytes nor JSON is not carried; the row is still named.
 */
export const bodyAsItLies = (body: unknown): RowAsItLay["body"] => {
  if (body instanceof Uint8Array) return { kind: "bytes", text: base64Of(body) };
  if (body instanceof ArrayBuffer) return { kind: "bytes", text: base64Of(new Uint8Array(body)) };
  try {
    const text = JSON.stringify(body) as string | undefined;
    return text === undefined ? undefined : { kind: "json", text };
  } catch {
    return undefined; // a circle, or a number beyond JSON: nothing that this app has ever written
  }
};

/** The stored body again, as it lay; nothing where its text is damaged. */
export const bodyFrom = (lay: NonNullable<RowAsItLay["body"]>): unknown => {
  try {
    return lay.kind === "json"
      ? JSON.parse(lay.text)
      : Uint8Array.from(atob(lay.text), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
};

const PIECE = 32_768;

const base64Of = (bytes: Uint8Array): string => {
  let letters = "";
  for (let from = 0; from < bytes.length; from += PIECE) {
    letters += String.fromCharCode(...bytes.subarray(from, from + PIECE));
  }
  return btoa(letters);
};
