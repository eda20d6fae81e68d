import type { Result } from "../result";

/** The tables of a person's database on this device. */
export type TableName = "remote" | "draft" | "outbox" | "meta";

/** Where a row lies. What is kept there cannot be read from anywhere else. */
export interface RowAddress {
  readonly table: TableName;
  readonly id: string;
  readonly version: number | string;
}

/**
 * Turns a row's content into the one value that is written, and back.
 *
 * [Note: Seal before the transaction] IndexedDB commits a transaction as soon as it is given nothing to do, and work
 * that is awaited elsewhere, such as sealing, is nothing: the transaction would commit half-way. So whoever writes
 * encodes first and opens the transaction after; whoever reads closes it first and decodes after. Both ways are
 * promises even where the work is done at once, so that no caller can come to depend on that.
 *
 * Errors  `decode` gives a reason that names no content.
 */
export interface RowCodec {
  readonly encode: (at: RowAddress, content: string) => Promise<unknown>;
  readonly decode: (at: RowAddress, body: unknown) => Promise<Result<string, CannotDecode>>;
}

export interface CannotDecode {
  readonly reason: string;
}
