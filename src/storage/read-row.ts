import { z } from "zod";
import { err, ok, type Result } from "#core/result";
import type { RowCodec, TableName } from "#core/sealed/row-codec";

/** A row whose content this device cannot read. It is left as it lies, and hides no other. */
export interface Unreadable {
  readonly type: "Unreadable";
  readonly id: string;
  /** Where in the content, as `profile/sections/frame/band`; empty for the whole of it. */
  readonly path: string;
  readonly reason: string;
}

const Row = z.looseObject({ id: z.string(), version: z.int().or(z.string()), body: z.unknown() });

/**
 * Reads one stored row.
 *
 * Shape   call it after the transaction; see [Note: Seal before the transaction].
 * Errors  `Unreadable` with the first place and reason, never with what was found there.
 */
export const readRow = async <T>(
  codec: RowCodec,
  table: TableName,
  stored: unknown,
  schema: z.ZodType<T>,
): Promise<Result<T, Unreadable>> => {
  const row = Row.safeParse(stored);
  if (!row.success) return err(unreadable(idOf(stored), row.error));
  const { id, version, body } = row.data;
  const text = await codec.decode({ table, id, version }, body);
  if (!text.ok) return err({ type: "Unreadable", id, path: "", reason: text.error.reason });
  return readText(id, text.value, schema);
};

/** Reads JSON text that is kept under an id. */
export const readText = <T>(id: string, text: string, schema: z.ZodType<T>): Result<T, Unreadable> => {
  const parsed = schema.safeParse(jsonOf(text), { reportInput: false });
  return parsed.success ? ok(parsed.data) : err(unreadable(id, parsed.error));
};

const unreadable = (id: string, error: z.ZodError): Unreadable => {
  const [issue] = error.issues;
  return { type: "Unreadable", id, path: issue?.path.map(String).join("/") ?? "", reason: issue?.message ?? "" };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's own message quotes the text, so it goes no further; no schema here takes `undefined`.
    return undefined;
  }
};

const idOf = (stored: unknown): string => {
  const named = z.looseObject({ id: z.string() }).safeParse(stored);
  return named.success ? named.data.id : "";
};
