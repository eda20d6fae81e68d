import { sql } from "kysely";
import { isPrivateType, schemaOfProtocol } from "#core/schema/operation";
import { type Gone, LIMITS, OLDEST_PROTOCOL, type Put, PullRequest, PullResponse } from "#core/schema/wire";
import { difference } from "#core/sync/manifest";
import type { Tx, Who } from "../access/as-account";
import { type Api, problems } from "../api-shape";
import type { AreaFiles } from "../area-files/area-files";
import { writeAudit } from "../audit/write-audit";
import { whoIs } from "../identity/session-hook";
import { say } from "../request-log";
import type { Store } from "../store/store";
import { acceptGzip } from "./inflate";
import { packAnswers } from "./pack-answers";
import { readPolicy } from "./policy";
import { readPuts } from "./read-puts";
import type { Reader } from "./reader";
import { readVersions, versionsOf, type VisibleRecord } from "./visible-records";

/** One answer holds at most so many records, and no further one once it is so large: few requests, and little memory. */
const PAGE = { records: 200, characters: 4_000_000, atATime: 50 };
const MANIFEST_BYTES = LIMITS.manifestRecords * 120;

/** Gives a device what is different from what it says it has, as of one moment, under row security. */
export const pullRoute = (api: Api, store: Store, areaFiles: AreaFiles): void => {
  void api.register((scope: Api, _options, done) => {
    // A long manifest comes packed, as a push does.
    acceptGzip(scope, MANIFEST_BYTES);
    packAnswers(scope);
    scope.post(
      "/api/sync/pull",
      { bodyLimit: MANIFEST_BYTES, schema: { body: PullRequest, response: { 200: PullResponse, ...problems } } },
      async (request) => {
        const who = whoIs(request);
        const pulled = await store.asAccount(who, (tx) => pull(tx, who, request.body, areaFiles), "one-moment");
        await writePull(store, who, pulled.answer);
        for (const recordId of pulled.unreadable) {
          say(request.log, "error", "failed", { route: "/api/sync/pull", err: new Error("unreadable"), recordId });
        }
        return { ...pulled.answer, storeEpoch: store.facts.epoch, policy: pulled.policy };
      },
    );
    done();
  });
};

const pull = async (tx: Tx, who: Who, { protocol = OLDEST_PROTOCOL, manifest }: PullRequest, areaFiles: AreaFiles) => {
  const held = new Map(manifest.map(([id, ver]) => [id.toLowerCase(), ver]));
  const visible = await readVersions(tx, who);
  const { put, gone } = difference(held, versionsOf(visible));
  const page = await readPage(tx, { ...who, reads: schemaOfProtocol(protocol) }, wanted(visible, put));
  const answer = { puts: page.puts, gone: await whyGone(tx, who, gone), more: page.left > 0, left: page.left };
  return { answer, policy: await readPolicy(tx, who, areaFiles), unreadable: page.unreadable };
};

const wanted = (visible: readonly VisibleRecord[], ids: readonly string[]): readonly VisibleRecord[] => {
  const isWanted = new Set(ids);
  return visible.filter(({ id }) => isWanted.has(id));
};

interface Page {
  readonly puts: Put[];
  readonly unreadable: string[];
  readonly left: number;
}

const readPage = async (tx: Tx, who: Reader, records: readonly VisibleRecord[]): Promise<Page> => {
  const puts: Put[] = [];
  const unreadable: string[] = [];
  let characters = 0;
  let next = 0;
  while (next < records.length && puts.length < PAGE.records && characters < PAGE.characters) {
    const read = await readPuts(tx, who, records.slice(next, next + PAGE.atATime));
    next += PAGE.atATime;
    puts.push(...read.puts);
    unreadable.push(...read.unreadable);
    characters += read.puts.reduce((sum, put) => sum + put.body.length, 0);
  }
  return { puts, unreadable, left: Math.max(0, records.length - next) };
};

/**
 * Why each record is gone: access ended, where this person once had it; else only that it is not here, in the same words
 * for a record of other people and for an id that nobody has.
 */
const whyGone = async (tx: Tx, { areaId }: Who, ids: readonly string[]): Promise<Gone[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select record_id as id from record where area_id = ${areaId} and record_id = any (${ids}::uuid[])`.execute(tx);
  const known = new Set(rows.map(({ id }) => id));
  return ids.map((id) => ({ id, reason: known.has(id) ? "access-ended" : "not-here" }));
};

/**
 * Says in the audit what is about to be given. It is given once that is kept, and not otherwise.
 *
 * Shape  in a transaction of its own, after the one that read: that one is of an earlier moment, and the audit's next
 *        place is of now. See [Note: One order in an area].
 */
const writePull = async (
  store: Store,
  who: Who,
  { puts, gone }: { readonly puts: readonly Put[]; readonly gone: readonly Gone[] },
): Promise<void> => {
  if (puts.length + gone.length === 0) return;
  // What was never theirs to know of, as far as anyone may tell, may have been a private record that they were let read.
  const isApart = {
    puts: ({ recordType }: Put) => isPrivateType(recordType),
    gone: ({ reason }: Gone) => reason === "not-here",
  };
  const notFound = gone.filter(isApart.gone).map(({ id }) => id);
  await store.asAccount(who, async (tx) => {
    for (const isPrivate of [true, false]) {
      const row = {
        puts: puts.filter((put) => isApart.puts(put) === isPrivate).map(({ recordId }) => recordId),
        gone: isPrivate ? [] : gone.filter((each) => !isApart.gone(each)).map(({ id }) => id),
      };
      if (row.puts.length + row.gone.length > 0) await writeAudit(tx, { ...who, kind: "pulled", ...row }, isPrivate);
    }
    if (notFound.length > 0) await writeAudit(tx, { ...who, kind: "not-found", puts: [], gone: notFound }, true);
  });
};
