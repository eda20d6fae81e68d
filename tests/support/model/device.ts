import { err, ok } from "#core/result";
import type { Operation } from "#core/schema/operation";
import { concernsFirst } from "#core/sync/concerns-first";
import type { RemoteRecord } from "#core/sync/remote-record";
import type { TransportError } from "#sync/ask-server";
import { syncOnce, type SyncDeps } from "#sync/sync-once";
import type { Way } from "../afternoon/steps";
import { type ModelServer, sha256 } from "./server";

/** A device in memory, with the real round and a way to the server that loses what it is told to lose. */
export const aModelDevice = (server: ModelServer, who: string) => {
  const remote = new Map<string, { readonly ver: string; readonly record: RemoteRecord }>();
  const outbox: Operation[] = [];
  const written: Operation[] = [];
  let epoch = "";
  let ways: Way[] = [];
  const noAnswer: TransportError = { type: "NoAnswer" };
  const onTheRoad = <T>(ask: () => T) => {
    const way = ways.shift() ?? "good";
    if (way === "request-lost") return Promise.resolve(err(noAnswer));
    const first = ask();
    if (way === "answer-lost") return Promise.resolve(err(noAnswer));
    return Promise.resolve(ok(way === "twice" ? ask() : first));
  };
  const deps: SyncDeps = {
    deviceId: () => Promise.resolve(ok(who)),
    sha256: (text) => Promise.resolve(sha256(text)),
    questionnaires: { missing: () => Promise.resolve(ok([])) } as unknown as SyncDeps["questionnaires"],
    events: { untold: () => Promise.resolve(ok([])) } as unknown as SyncDeps["events"],
    transport: {
      push: ({ ops }) => onTheRoad(() => ({ results: server.push(ops, who) })),
      compare: (digest) =>
        onTheRoad(() =>
          server.digest(who) === digest
            ? { isSame: true as const, policyVersion: undefined }
            : { isSame: false as const },
        ),
      pull: ({ manifest }) => onTheRoad(() => server.pull(manifest, who)),
      questionnaire: () => Promise.resolve(err(noAnswer)),
    },
    deliveries: {
      pending: () => Promise.resolve(ok(concernsFirst(outbox))),
      concernsSince: () => Promise.resolve(ok([])),
      isAnythingWaiting: () => Promise.resolve(ok(outbox.length > 0)),
      count: () => Promise.resolve(ok({ waiting: outbox.length, needPerson: 0 })),
      policy: () => Promise.resolve(ok(undefined)),
      held: () =>
        Promise.resolve(ok({ storeEpoch: epoch, versions: new Map([...remote].map(([id, { ver }]) => [id, ver])) })),
      settle: (sent, results) => {
        for (const { opId, receipt } of results) {
          const op = sent.find((each) => each.opId === opId);
          const at = outbox.findIndex((each) => each.opId === opId);
          if (op !== undefined && at >= 0 && receipt?.sha256 === op.sha256) outbox.splice(at, 1);
        }
        return Promise.resolve(ok(undefined));
      },
      take: ({ puts, gone, storeEpoch }) => {
        for (const { id } of gone) remote.delete(id);
        for (const { ver, ...put } of puts) remote.set(put.recordId, { ver, record: put });
        epoch = storeEpoch;
        return Promise.resolve(ok(undefined));
      },
    },
  };
  return {
    who,
    remote: remote as ReadonlyMap<string, { readonly record: RemoteRecord }>,
    outbox: outbox as readonly Operation[],
    written: written as readonly Operation[],
    write: (op: Operation) => {
      outbox.push(op);
      written.push(op);
    },
    sync: (through: readonly Way[] = []) => {
      ways = [...through];
      return syncOnce(deps);
    },
  };
};
export type ModelDevice = ReturnType<typeof aModelDevice>;
