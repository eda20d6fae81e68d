import { err, ok } from "#core/result";
import type { Operation } from "#core/schema/operation";
import { concernsFirst } from "#core/sync/concerns-first";
import type { RemoteRecord } from "#core/sync/remote-record";
import { givenAs, keptAs } from "#storage/kept-as";
import { heldAgain, offeredAgain } from "#storage/offer-again";
import { HELD } from "#storage/waiting";
import type { TransportError } from "#sync/ask-server";
import { syncOnce, type SyncDeps } from "#sync/sync-once";
import { countedIds } from "../uuid";
import { type ModelServer, sha256 } from "./server";
import type { ModelWay } from "./steps";

/**
 * A device in memory, with the real round, the real rules of what it keeps, and a way to the server that loses what it is
 * told to lose. What it has put away outlives its death; everything else does not.
 */
export const aModelDevice = (server: ModelServer, who: string, number: number) => {
  const remote = new Map<string, { readonly ver: string; readonly record: RemoteRecord }>();
  let outbox: Operation[] = [];
  const written: Operation[] = [];
  const ids = countedIds(900_000 + number * 10_000);
  let epoch = "";
  let ways: ModelWay[] = [];
  let stepsToLive = Infinity;
  let die = (): void => undefined;
  const noAnswer: TransportError = { type: "NoAnswer" };

  const onTheRoad = async <T>(ask: () => T) => {
    const way = ways.shift() ?? "good";
    if (way === "request-lost") return err(noAnswer);
    if (way === "late") {
      server.arrivesLater(ask);
      return err(noAnswer);
    }
    const first = ask();
    if (way === "answer-lost") return err(noAnswer);
    return ok(way === "twice" ? ask() : first);
  };
  const push = async (ops: readonly Operation[]) => {
    if (ways[0] !== "server-dies") return onTheRoad(() => ({ results: server.push(ops, who) }));
    ways.shift();
    // What it had committed until then stays; the operation that it was at does not.
    server.push(ops.slice(0, ops.length >> 1), who);
    return err(noAnswer);
  };
  const putAgain = async (again: readonly Operation[]): Promise<void> => {
    outbox = [...again, ...outbox.filter(({ opId }) => !again.some((each) => each.opId === opId))];
  };

  const world: SyncDeps = {
    deviceId: async () => ok(who),
    sha256: async (text) => sha256(text),
    questionnaires: { missing: async () => ok([]) } as unknown as SyncDeps["questionnaires"],
    events: { untold: async () => ok([]) } as unknown as SyncDeps["events"],
    transport: {
      push: ({ ops }) => push(ops),
      compare: (digest) =>
        onTheRoad(() =>
          server.digest(who) === digest
            ? { isSame: true as const, policyVersion: undefined }
            : { isSame: false as const },
        ),
      pull: ({ manifest }) => onTheRoad(() => server.pull(manifest, who)),
      questionnaire: async () => err(noAnswer),
    },
    deliveries: {
      pending: async () => ok(concernsFirst(outbox)),
      concernsSince: async () => ok([]),
      isAnythingWaiting: async () => ok(outbox.length > 0),
      count: async () => ok({ waiting: outbox.length, needPerson: 0 }),
      policy: async () => ok(undefined),
      held: async () =>
        ok({
          storeEpoch: epoch,
          versions: new Map([...remote].flatMap(([id, { ver }]) => (ver === HELD ? [] : [[id, ver] as const]))),
        }),
      settle: async (sent, results) => {
        for (const result of results) {
          const op = sent.find(({ opId }) => opId === result.opId);
          if (op === undefined || result.receipt?.sha256 !== op.sha256) continue;
          const { receipt } = result;
          const { id, version, record } = keptAs(op, { ...result, receipt }, remote.get(op.recordId)?.record);
          remote.set(id, { ver: version, record });
          outbox = outbox.filter(({ opId }) => opId !== op.opId);
        }
        return ok(undefined);
      },
      take: async ({ puts, gone, storeEpoch }) => {
        const before = new Map(
          [...puts.map(({ recordId }) => recordId), ...gone.map(({ id }) => id)].flatMap((id) => {
            const record = remote.get(id)?.record;
            return record === undefined ? [] : [[id, record] as const];
          }),
        );
        const wasPutBack = epoch !== storeEpoch;
        const hash = async (text: string) => sha256(text);
        const found = await offeredAgain({ puts, gone, wasPutBack, before, ids, sha256: hash });
        const held = wasPutBack
          ? [...remote.values()].filter(({ ver }) => ver === HELD).map((each) => each.record)
          : [];
        const unheld = await heldAgain(held, hash);
        await putAgain([...found, ...unheld]);
        for (const { opId } of unheld) remote.delete(opId);
        for (const { id } of gone) remote.delete(id);
        for (const put of puts)
          remote.set(put.recordId, { ver: put.ver, record: givenAs(put, before.get(put.recordId)) });
        epoch = storeEpoch;
        return ok(undefined);
      },
    },
  };

  /** Each call may be the last: done and then dead, or dead before it is done. Who is dead is never answered. */
  const mortal = <T extends object>(calls: T): T =>
    new Proxy(calls, {
      get: (target, name, receiver) => {
        const call: unknown = Reflect.get(target, name, receiver);
        if (typeof call !== "function") return call;
        return async (...args: unknown[]): Promise<unknown> => {
          stepsToLive -= 1;
          const done: unknown = stepsToLive >= 0 ? await Reflect.apply(call, target, args) : undefined;
          if (stepsToLive > 0) return done;
          die();
          return new Promise(() => undefined);
        };
      },
    });
  const deps: SyncDeps = { ...world, transport: mortal(world.transport), deliveries: mortal(world.deliveries) };

  return {
    who,
    number,
    remote: remote as ReadonlyMap<string, { readonly ver: string; readonly record: RemoteRecord }>,
    outbox: (): readonly Operation[] => outbox,
    written: written as readonly Operation[],
    write: (op: Operation) => {
      outbox.push(op);
      written.push(op);
    },
    /** One round, through ways that lose what they are told to, until the device dies. */
    sync: async (through: readonly ModelWay[] = [], diesAfter = Infinity): Promise<void> => {
      ways = [...through];
      stepsToLive = diesAfter;
      const death = new Promise<void>((resolve) => (die = resolve));
      await Promise.race([syncOnce(deps), death]);
    },
  };
};
export type ModelDevice = ReturnType<typeof aModelDevice>;
