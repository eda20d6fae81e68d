import { err, ok } from "#core/result";
import type { RowCodec } from "#core/sealed/row-codec";

/** Keeps content as it is: for tests that read what was written. */
export const plainRows: RowCodec = {
  encode: (_at, content) => Promise.resolve(content),
  decode: (_at, body) => Promise.resolve(typeof body === "string" ? ok(body) : err({ reason: "not text" })),
};
