import { sql } from "kysely";
import type { Tx } from "../access/as-account";
import type { Store } from "../store/store";
import { type ChainedEntry, type ChainName, hashOfEntry, NOTHING_BEFORE } from "./chain";

/** The end of one chain, to be kept where nobody who can write to the database can write. */
export interface ChainHead {
  readonly areaId: string;
  readonly chain: ChainName;
  readonly link: number;
  readonly hash: string;
}

/**
 * What is wrong with a chain, and where.
 *
 * Shape  `missing` counts none: it is the first place without an entry. `changed` is an entry whose bytes are not those
 *        that were hashed, or that does not follow the one before it. `cut-short` says that the database itself, a head
 *        that was kept or a receipt knows of an entry beyond the last.
 */
export interface BrokenLink {
  readonly areaId: string;
  readonly chain: ChainName;
  readonly link: number;
  readonly what: "missing" | "changed" | "cut-short" | "other-head" | "no-entry-for-receipt";
}

export interface Verified {
  readonly heads: readonly ChainHead[];
  /** The first broken link of each chain that has one. */
  readonly broken: readonly BrokenLink[];
}

const PAGE = 2_000;
const TABLES = { area: sql.table("audit"), private: sql.table("private_audit") } as const;

/**
 * Examines every chain from its first entry to its last, as of one moment, with hashes that are worked out here and not
 * by the database.
 *
 * Laws   1. a changed, a removed, an added and a moved entry is found, and the first broken place is named
 *        2. entries taken from the end are found where the database's head, a receipt or a head in `kept` knows of them
 * (tests/support/server/audit-rules.ts)
 */
export const verifyAudit = (store: Store, kept: readonly ChainHead[] = []): Promise<Verified> =>
  store.asAuditor(async (tx) => {
    const heads: ChainHead[] = [];
    const broken: BrokenLink[] = [];
    for (const at of await readChains(tx, kept)) {
      const found = await followChain(
        tx,
        at,
        kept.filter((head) => isSameChain(head, at)),
      );
      heads.push(found.head);
      const first = found.broken ?? (await receiptWithoutEntry(tx, found.head));
      if (first !== undefined) broken.push(first);
    }
    return { heads, broken };
  });

type Chain = Pick<ChainHead, "areaId" | "chain">;
const isSameChain = (one: Chain, other: Chain): boolean => one.areaId === other.areaId && one.chain === other.chain;

const readChains = async (tx: Tx, kept: readonly ChainHead[]): Promise<readonly Chain[]> => {
  const { rows } = await sql<Chain>`
    select area_id as "areaId", chain from audit_head union select area_id, 'area' from audit
    union select area_id, 'private' from private_audit order by 1, 2`.execute(tx);
  return [...rows, ...kept.filter((head) => !rows.some((row) => isSameChain(row, head)))];
};

const followChain = async (
  tx: Tx,
  at: Chain,
  kept: readonly ChainHead[],
): Promise<{ readonly head: ChainHead; readonly broken?: BrokenLink }> => {
  const keptByLink = new Map(kept.map((head) => [head.link, head.hash]));
  let [link, hash] = [0, NOTHING_BEFORE];
  for (let page = await readPage(tx, at, link); page.length > 0; page = await readPage(tx, at, link)) {
    for (const entry of page) {
      const head = { ...at, link, hash };
      const expected = link + 1;
      if (Number(entry.link) !== expected) return { head, broken: { ...at, link: expected, what: "missing" } };
      if (hashOfEntry(at.chain, hash, entry) !== entry.hash) {
        return { head, broken: { ...at, link: expected, what: "changed" } };
      }
      [link, hash] = [expected, entry.hash];
      if ((keptByLink.get(link) ?? hash) !== hash) return { head, broken: { ...at, link, what: "other-head" } };
    }
  }
  const head = { ...at, link, hash };
  const own = await readOwnHead(tx, at);
  const farthest = Math.max(own.link, ...kept.map((each) => each.link));
  if (farthest > link) return { head, broken: { ...at, link: link + 1, what: "cut-short" } };
  if (own.link !== link || own.hash !== hash) return { head, broken: { ...at, link, what: "other-head" } };
  return { head };
};

const readPage = async (tx: Tx, { areaId, chain }: Chain, after: number): Promise<readonly ChainedEntry[]> => {
  const { rows } = await sql<ChainedEntry>`
    select area_id as "areaId", link::text, seq::text, (extract(epoch from at) * 1000000)::bigint::text as at, kind,
      account_id as "accountId", device_id as "deviceId", record_id as "recordId", rev_id as "revId",
      event_id as "eventId", reason, client_time::text as "clientTime", array_to_string(puts, ',') as puts,
      array_to_string(gone, ',') as gone, encode(hash, 'hex') as hash
    from ${TABLES[chain]} as a where area_id = ${areaId} and link > ${after} order by a.link limit ${PAGE}`.execute(tx);
  return rows;
};

const readOwnHead = async (tx: Tx, { areaId, chain }: Chain): Promise<{ link: number; hash: string }> => {
  const { rows } = await sql<{ link: number | string; hash: string }>`
    select link, encode(hash, 'hex') as hash from audit_head where area_id = ${areaId} and chain = ${chain}`.execute(
    tx,
  );
  const [row] = rows;
  return row === undefined ? { link: 0, hash: NOTHING_BEFORE } : { link: Number(row.link), hash: row.hash };
};

/** Whatever has a receipt has an entry of the receipt's number, in one of the area's two chains. */
const receiptWithoutEntry = async (tx: Tx, { areaId, chain, link }: ChainHead): Promise<BrokenLink | undefined> => {
  if (chain === "private") return undefined;
  const { rows } = await sql`
    select from receipt r where r.area_id = ${areaId}
      and not exists (select from audit a where a.area_id = r.area_id and a.seq = r.audit_seq and a.rev_id = r.rev_id)
      and not exists (select from private_audit a where a.area_id = r.area_id and a.seq = r.audit_seq
        and a.rev_id = r.rev_id) limit 1`.execute(tx);
  return rows.length === 0 ? undefined : { areaId, chain, link: link + 1, what: "no-entry-for-receipt" };
};
