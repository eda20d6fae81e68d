import type { Result } from "#core/result";
import { ok } from "#core/result";
import type { CannotDecode, RowCodec } from "#core/sealed/row-codec";

/** Where in a sealed row its IV and its tag stand: no two rows of one key share them. */
const IV = [5, 17] as const;
const TAG_BYTES = 16;

/**
 * Opens each row once: what was opened stays in memory, and is searched and sorted there.
 *
 * Shape   a row is known again by where it lies and by its IV and tag, so one that was written anew, or changed, is
 *         opened anew. Nothing of it outlives the page.
 */
export const rememberRows = (rows: RowCodec, most = 2_000): RowCodec => {
  const opened = new Map<string, { readonly mark: string; readonly content: string }>();
  return {
    encode: rows.encode,
    decode: async (at, body): Promise<Result<string, CannotDecode>> => {
      if (!(body instanceof Uint8Array)) return rows.decode(at, body);
      const place = `${at.table}|${at.id}`;
      const mark = `${String(at.version)}|${body.slice(...IV).join()}|${body.slice(-TAG_BYTES).join()}`;
      const known = opened.get(place);
      if (known?.mark === mark) return ok(known.content);
      const content = await rows.decode(at, body);
      if (!content.ok) return content;
      opened.delete(place);
      opened.set(place, { mark, content: content.value });
      const [oldest] = opened.keys();
      if (opened.size > most && oldest !== undefined) opened.delete(oldest);
      return content;
    },
  };
};
