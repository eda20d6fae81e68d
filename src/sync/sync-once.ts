import { z } from "zod";
import { err, ok, type Result } from "#core/result";
import { isPrivateType, type Operation } from "#core/schema/operation";
import { PROTOCOL } from "#core/schema/wire";
import { digestText } from "#core/sync/manifest";
import type { Deliveries } from "#storage/deliveries";
import type { Events } from "#storage/events";
import type { OwnQuestionnaires } from "#storage/own-questionnaires";
import type { StorageError } from "#storage/storage-error";
import { batches } from "./batches";
import type { TransportError } from "./ask-server";
import type { Transport } from "./transport";

export interface SyncDeps {
  readonly transport: Transport;
  readonly deliveries: Deliveries;
  readonly events: Events;
  readonly questionnaires: OwnQuestionnaires;
  readonly sha256: (text: string) => Promise<string>;
  /** The id under which the server knows this device's key: the one that is enrolled, and no other. */
  readonly deviceId: () => Promise<Result<string, StorageError>>;
  /** Is told between two messages how far the round is; false ends it there. */
  readonly goesOn?: (progress: SyncProgress) => boolean;
}

/** How far a round is that takes several messages. Units  `done` and `of` count operations or records. */
export const SyncProgress = z.object({ kind: z.enum(["sending", "fetching"]), done: z.int(), of: z.int() });
export type SyncProgress = z.infer<typeof SyncProgress>;

/** What one round came to. `waiting` counts the operations that the server does not have yet. */
export interface SyncedOnce {
  readonly waiting: number;
  readonly needPerson: number;
}

const MOST_PULLS = 200;

/**
 * One round: what waits is delivered, then what is different is fetched, and what the area added.
 *
 * Laws   1. an operation leaves the device's outbox only with a receipt for it
 *        2. nothing that waits is touched by what is fetched
 *        3. a round that is broken off anywhere can be done again
 *        4. concerns go before everything else, also those that are written during the round
 *        5. what was done with a record is told after the record itself, and until it is answered for
 *        6. a round that is stopped keeps all that came and went until then
 *        7. an app that the server calls too old keeps everything here until it is up to date, but for concerns
 * (tests/unit/sync/sync-once.test.ts)
 */
export const syncOnce = async (deps: SyncDeps): Promise<Result<SyncedOnce, TransportError | StorageError>> => {
  const wasTooOld = await calledTooOld(deps);
  if (!wasTooOld.ok) return wasTooOld;
  const pushed = await pushAll(deps, wasTooOld.value ? ({ recordType }) => isPrivateType(recordType) : () => true);
  // A no to what is sent is no reason to miss what is new.
  if (!pushed.ok && pushed.error.type !== "SaidNo") return pushed;
  const pulled = await pullAll(deps);
  if (!pulled.ok) return pulled;
  const fetched = await fetchQuestionnaires(deps);
  if (!fetched.ok) return fetched;
  if (!pushed.ok) return pushed;
  const isTooOld = await calledTooOld(deps);
  if (!isTooOld.ok) return isTooOld;
  return isTooOld.value ? err({ type: "AppTooOld" }) : deps.deliveries.count();
};

/** By what the server said when it was last heard; a later round hears of it if that has changed. */
const calledTooOld = async ({ deliveries }: SyncDeps): Promise<Result<boolean, StorageError>> => {
  const policy = await deliveries.policy();
  return policy.ok ? ok((policy.value?.minimumProtocol ?? 0) > PROTOCOL) : policy;
};

const pushAll = async (
  { transport, deliveries, events, deviceId, goesOn = always }: SyncDeps,
  mayGo: (op: Operation) => boolean,
): Promise<Result<void, TransportError | StorageError>> => {
  const device = await deviceId();
  if (!device.ok) return device;
  const pending = await deliveries.pending();
  if (!pending.ok) return pending;
  // While the server takes in the next ones, this device puts away what it was told of the last.
  let settling: ReturnType<Deliveries["settle"]> = Promise.resolve(ok(undefined));
  const known = new Set(pending.value.map(({ opId }) => opId));
  const queue = [...batches(pending.value.filter(mayGo), utf8Bytes)];
  let done = 0;
  for (let ops = queue.shift(); ops !== undefined; ops = queue.shift()) {
    const answer = await transport.push({ protocol: PROTOCOL, deviceId: device.value, ops: [...ops], events: [] });
    const settled = await settling;
    if (!settled.ok) return settled;
    if (!answer.ok) return answer;
    settling = deliveries.settle(ops, answer.value.results);
    // A concern that was written meanwhile does not wait for the rest of a long delivery.
    const concerns = await deliveries.concernsSince(known);
    if (!concerns.ok) return concerns;
    for (const { opId } of concerns.value) known.add(opId);
    queue.unshift(...batches(concerns.value, utf8Bytes));
    done += ops.length;
    const left = queue.reduce((sum, each) => sum + each.length, 0);
    if (left > 0 && !goesOn({ kind: "sending", done, of: done + left })) {
      const last = await settling;
      return last.ok ? err({ type: "Stopped" }) : last;
    }
  }
  const settled = await settling;
  return settled.ok ? tellEvents({ transport, events }, device.value) : settled;
};

/** Until nothing is left to tell: a push that is answered took all that it held. */
const tellEvents = async (
  { transport, events }: Pick<SyncDeps, "transport" | "events">,
  deviceId: string,
): Promise<Result<void, TransportError | StorageError>> => {
  for (let pushes = 0; pushes < MOST_PULLS; pushes += 1) {
    const untold = await events.untold();
    if (!untold.ok) return untold;
    if (untold.value.length === 0) break;
    const answer = await transport.push({ protocol: PROTOCOL, deviceId, ops: [], events: [...untold.value] });
    if (!answer.ok) return answer;
    const told = await events.told(untold.value);
    if (!told.ok) return told;
  }
  return ok(undefined);
};

const pullAll = async ({
  transport,
  deliveries,
  deviceId,
  sha256,
  goesOn = always,
}: SyncDeps): Promise<Result<void, TransportError | StorageError>> => {
  const held = await deliveries.held();
  if (!held.ok) return held;
  const known = await deliveries.policy();
  if (!known.ok) return known;
  const device = await deviceId();
  if (!device.ok) return device;
  const left = await deliveries.count();
  if (!left.ok) return left;
  const unsent = { deviceId: device.value, waiting: left.value.waiting + left.value.needPerson };
  const digest = await sha256(digestText(held.value.storeEpoch, held.value.versions));
  const compared = await transport.compare(digest, unsent);
  if (!compared.ok) return compared;
  // The same records, and yet something to hear: wording that was withdrawn, say.
  if (compared.value.isSame && isKnown(compared.value.policyVersion, known.value?.version)) return ok(undefined);
  const versions = new Map(held.value.versions);
  let done = 0;
  let taking: ReturnType<Deliveries["take"]> = Promise.resolve(ok(undefined));
  for (let pulls = 0; pulls < MOST_PULLS; pulls += 1) {
    const answer = await transport.pull({ protocol: PROTOCOL, manifest: [...versions] });
    const taken = await taking;
    if (!taken.ok) return taken;
    if (!answer.ok) return answer;
    taking = deliveries.take(answer.value);
    if (!answer.value.more) return taking;
    // What the device will have once that is put away: the next page is asked for meanwhile.
    for (const { recordId, ver } of answer.value.puts) versions.set(recordId, ver);
    for (const { id } of answer.value.gone) versions.delete(id);
    done += answer.value.puts.length;
    if (!goesOn({ kind: "fetching", done, of: done + (answer.value.left ?? 0) })) {
      const last = await taking;
      return last.ok ? err({ type: "Stopped" }) : last;
    }
  }
  const taken = await taking;
  if (!taken.ok) return taken;
  return err({ type: "ServerBusy", status: 0 });
};

const always = (): boolean => true;

/** A server that does not name its policy has nothing new to say of it. */
const isKnown = (version: string | undefined, known: string | undefined): boolean =>
  version === undefined || version === known;

/** What the area added and this device does not have. One that cannot be had now is no reason to stop. */
const fetchQuestionnaires = async ({
  transport,
  deliveries,
  questionnaires,
}: SyncDeps): Promise<Result<void, StorageError>> => {
  const policy = await deliveries.policy();
  if (!policy.ok) return policy;
  const missing = await questionnaires.missing(policy.value?.questionnaires ?? []);
  if (!missing.ok) return missing;
  for (const name of missing.value) {
    const files = await transport.questionnaire(name);
    if (!files.ok) continue;
    const kept = await questionnaires.keep({ name, files: files.value });
    if (!kept.ok) return kept;
  }
  return ok(undefined);
};

const encoder = new TextEncoder();
const utf8Bytes = (text: string): number => encoder.encode(text).byteLength;
