import { createHash } from "node:crypto";

/** An entry of the audit as it lies there, everything as text, hashes in hex. */
export interface ChainedEntry {
  readonly areaId: string;
  readonly link: string;
  readonly seq: string;
  /** Microseconds since 1970. */
  readonly at: string;
  readonly kind: string;
  readonly accountId: string | null;
  readonly deviceId: string | null;
  readonly recordId: string | null;
  readonly revId: string | null;
  readonly eventId: string | null;
  readonly reason: string | null;
  readonly clientTime: string | null;
  readonly puts: string | null;
  readonly gone: string | null;
  readonly hash: string;
}

/** Which of an area's two chains: its audit, or that of private records. */
export type ChainName = "area" | "private";

/** The hash before the first entry of a chain. */
export const NOTHING_BEFORE = "0".repeat(64);

/**
 * The hash that an entry must have: over the hash before it and its own bytes.
 *
 * Shape   the bytes are the chain's name and every field with its length, so that no two entries are written the same.
 * Source  docs/formats.md, "The audit's chain"
 */
export const hashOfEntry = (chain: ChainName, before: string, entry: ChainedEntry): string => {
  const { areaId, link, seq, at, kind, accountId, deviceId, recordId, revId, eventId, reason, clientTime } = entry;
  const fields = [areaId, link, seq, at, kind, accountId, deviceId, recordId, revId, eventId, reason, clientTime];
  const written = [...fields, entry.puts, entry.gone].map((field) =>
    field === null ? "-" : `${Buffer.byteLength(field)}:${field}`,
  );
  return createHash("sha256")
    .update(Buffer.from(before, "hex"))
    .update(`strandline-audit-1 ${chain} ${written.join(" ")}`)
    .digest("hex");
};
