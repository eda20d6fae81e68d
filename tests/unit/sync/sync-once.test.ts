import { aDeliveringDevice, deviceId } from "../../support/delivering"; // first: it brings the database
import { IDBFactory } from "fake-indexeddb";
import { makeDeviceKey } from "#platform/sealing/device-key";
import { createDeviceIdentities } from "#storage/device-identity";
import { describe, expect, test, vi } from "vitest";
import { err, ok } from "#core/result";
import type { Operation } from "#core/schema/operation";
import { PROTOCOL, type PullRequest, type PullResponse, type PushRequest, type PushResult } from "#core/schema/wire";
import { batches } from "#sync/batches";
import { syncOnce, type SyncProgress } from "#sync/sync-once";
import type { TransportError } from "#sync/ask-server";
import type { Transport } from "#sync/transport";
import { operation, receiptOf, remoteHead } from "../../support/revisions";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const sha256 = async (text: string): Promise<string> => `digest of ${text.length}`;
const nothing: PullResponse = {
  puts: [],
  gone: [],
  more: false,
  storeEpoch: "e",
  policy: { version: "1", withdrawnWording: [], questionnaires: [], settings: {}, minimumProtocol: 1 },
};

const takenIn = ({ opId, sha256: of }: Operation): PushResult => ({
  opId,
  status: "accepted",
  receipt: { ...receiptOf(0), revId: opId, sha256: of },
});

const different: Transport["compare"] = async () => ok({ isSame: false });

/** A server by hand: it takes everything in, and writes down what it was asked, in order. */
const aServer = (change: Partial<Transport> = {}) => {
  const asked: string[] = [];
  const pushes: PushRequest[] = [];
  const transport: Transport = {
    push: async (request) => {
      asked.push(`push ${request.ops.length}`);
      pushes.push(request);
      return ok({ results: request.ops.map(takenIn) });
    },
    compare: async () => {
      asked.push("digest");
      return ok({ isSame: true, policyVersion: undefined });
    },
    pull: async () => {
      asked.push("pull");
      return ok(nothing);
    },
    questionnaire: async ({ id }) => {
      asked.push(`questionnaire ${id}`);
      return ok({ structure: { id }, words: {} });
    },
    ...change,
  };
  return { asked, pushes, transport };
};

test("nothing new is one request, and nothing is fetched", async () => {
  const { deliveries, events, questionnaires } = await aDeliveringDevice();
  const { asked, transport } = aServer();
  expect(valueOf(await syncOnce({ transport, deliveries, events, questionnaires, sha256, deviceId }))).toEqual({
    waiting: 0,
    needPerson: 0,
  });
  expect(asked).toEqual(["digest"]);
});

test("what is pushed bears the id under which the device's own key is enrolled, and no other", async () => {
  const { deliveries, events, questionnaires, outbox } = await aDeliveringDevice();
  valueOf(await outbox.add([operation(1, 10)]));
  const identities = createDeviceIdentities({
    ids: countedIds(700),
    makeKey: makeDeviceKey,
    factory: new IDBFactory(),
  });
  const enrolled = async () => ok(valueOf(await identities.ensure()).deviceId);
  const server = aServer({ compare: different });
  valueOf(
    await syncOnce({ transport: server.transport, deliveries, events, questionnaires, sha256, deviceId: enrolled }),
  );
  expect(server.pushes.map((push) => push.deviceId)).toEqual([valueOf(await identities.saved())?.deviceId]);
});

test("what waits is delivered first and in its order, then what is different is fetched page by page", async () => {
  const { deliveries, events, questionnaires, outbox } = await aDeliveringDevice();
  valueOf(await outbox.add([operation(1, 10), operation(2, 10, [1]), operation(3, 11)]));
  const pages = [
    { ...nothing, puts: [{ ...remoteHead(8, 20), ver: "x", branches: [] }], more: true },
    { ...nothing, puts: [{ ...remoteHead(9, 21), ver: "y", branches: [] }] },
  ];
  const server = aServer({ compare: different, pull: async () => ok(pages.shift() ?? nothing) });
  valueOf(await syncOnce({ transport: server.transport, deliveries, events, questionnaires, sha256, deviceId }));
  expect(server.pushes.flatMap(({ ops }) => ops.map(({ opId }) => opId))).toEqual([uuid(1), uuid(2), uuid(3)]);
  expect([...valueOf(await deliveries.held()).versions.keys()]).toEqual(expect.arrayContaining([uuid(20), uuid(21)]));
});

test.each<TransportError>([{ type: "NoAnswer" }, { type: "SignedOut" }, { type: "ServerBusy", status: 503 }])(
  "law 3: a round that ends in %j leaves what waits, and the next round delivers it once",
  async (error) => {
    const { deliveries, events, questionnaires, outbox } = await aDeliveringDevice();
    valueOf(await outbox.add([operation(1, 10)]));
    const failing = aServer({ push: async () => err(error) });
    expect(
      await syncOnce({ transport: failing.transport, deliveries, events, questionnaires, sha256, deviceId }),
    ).toEqual(err(error));
    expect(valueOf(await deliveries.count()).waiting).toBe(1);
    const server = aServer();
    valueOf(await syncOnce({ transport: server.transport, deliveries, events, questionnaires, sha256, deviceId }));
    expect(server.pushes).toHaveLength(1);
    expect(valueOf(await deliveries.count()).waiting).toBe(0);
  },
);

test("a round that ends between two pushes has put away what the first was told", async () => {
  const { deliveries, events, questionnaires, outbox } = await aDeliveringDevice();
  valueOf(await outbox.add(Array.from({ length: 60 }, (_, index) => operation(index + 1, index + 100))));
  const server = aServer();
  const noAnswer = err<TransportError>({ type: "NoAnswer" });
  const push: Transport["push"] = async (request) =>
    server.pushes.length === 0 ? server.transport.push(request) : noAnswer;
  expect(
    await syncOnce({ transport: { ...server.transport, push }, deliveries, events, questionnaires, sha256, deviceId }),
  ).toEqual(noAnswer);
  expect(valueOf(await deliveries.count()).waiting).toBe(10);
});

test("a round whose last answer cannot be put away says so", async () => {
  const full = err({ type: "QuotaExceeded" } as const);
  const { deliveries, events, questionnaires, outbox } = await aDeliveringDevice();
  valueOf(await outbox.add([operation(1, 10)]));
  const { transport } = aServer({ compare: different });
  const cannotSettle = { ...deliveries, settle: async () => full };
  expect(await syncOnce({ transport, deliveries: cannotSettle, events, questionnaires, sha256, deviceId })).toEqual(
    full,
  );
  const cannotTake = { ...deliveries, take: async () => full };
  expect(await syncOnce({ transport, deliveries: cannotTake, events, questionnaires, sha256, deviceId })).toEqual(full);
});

test("the next page is asked for with what the last one brought and took away", async () => {
  const { deliveries, events, questionnaires } = await aDeliveringDevice();
  const pages = [
    { ...nothing, puts: [8, 9].map((id) => ({ ...remoteHead(id, id), ver: "x", branches: [] })), more: true },
    { ...nothing, gone: [{ id: uuid(8), reason: "not-here" as const }], more: true },
  ];
  const manifests: PullRequest["manifest"][] = [];
  const pull: Transport["pull"] = async ({ manifest }) => {
    manifests.push(manifest);
    return ok(pages.shift() ?? nothing);
  };
  const { transport } = aServer({ compare: different, pull });
  valueOf(await syncOnce({ transport, deliveries, events, questionnaires, sha256, deviceId }));
  const [kept, gone] = [uuid(9), uuid(8)];
  expect(manifests).toEqual([
    [],
    [
      [gone, "x"],
      [kept, "x"],
    ],
    [[kept, "x"]],
  ]);
  expect([...valueOf(await deliveries.held()).versions]).toEqual([[kept, "x"]]);
});

test("pushes are cut by number and by size, in order, and one large operation still goes alone", () => {
  const many = Array.from({ length: 120 }, (_, index) => operation(index, index));
  expect(batches(many, (text) => text.length).map((batch) => batch.length)).toEqual([50, 50, 20]);
  expect(batches(many.slice(0, 3), () => 600_000).map((batch) => batch.length)).toEqual([1, 1, 1]);
  expect(batches(many, (text) => text.length).flat()).toEqual(many);
});

test("a server that will not take what is sent is still asked for what is new", async () => {
  const device = await aDeliveringDevice();
  valueOf(await device.outbox.add([operation(1, 10)]));
  const { transport, asked } = aServer({ push: async () => err<TransportError>({ type: "SaidNo", status: 400 }) });
  const round = await syncOnce({ transport, ...device, sha256, deviceId });
  expect(round).toEqual({ ok: false, error: { type: "SaidNo", status: 400 } });
  expect(asked).toEqual(["digest"]);
});

describe("what the area says", () => {
  const named = (id: string) => ({ id, version: 1, sha256: "0".repeat(64) });
  const saying = (questionnaires: PullResponse["policy"]["questionnaires"]): Transport["pull"] => {
    const policy = { ...nothing.policy, version: "2", questionnaires };
    return async () => ok({ ...nothing, policy });
  };

  test("is heard where nothing else is new, and asked for no more once it is known", async () => {
    const device = await aDeliveringDevice();
    const server = aServer({ compare: async () => ok({ isSame: true, policyVersion: "2" }), pull: saying([]) });
    valueOf(await syncOnce({ ...device, transport: server.transport, sha256, deviceId }));
    expect(valueOf(await device.deliveries.policy())?.version).toBe("2");
    const pull = vi.fn(saying([]));
    valueOf(await syncOnce({ ...device, transport: { ...server.transport, pull }, sha256, deviceId }));
    expect(pull).not.toHaveBeenCalled();
  });

  test("brings its own questionnaires once each, and one that cannot be had stops no other", async () => {
    const device = await aDeliveringDevice();
    const server = aServer({ compare: different, pull: saying(["lost", "getting-about"].map(named)) });
    const questionnaire: Transport["questionnaire"] = async (name) =>
      name.id === "lost" ? err({ type: "NoAnswer" }) : server.transport.questionnaire(name);
    const transport = { ...server.transport, questionnaire };
    valueOf(await syncOnce({ ...device, transport, sha256, deviceId }));
    valueOf(await syncOnce({ ...device, transport, sha256, deviceId }));
    expect(server.asked.filter((each) => each.startsWith("questionnaire"))).toEqual(["questionnaire getting-about"]);
    const kept = valueOf(await device.questionnaires.kept());
    expect(kept.map(({ name }) => name.id)).toEqual(["getting-about"]);
    valueOf(await syncOnce({ ...device, transport: server.transport, sha256, deviceId }));
    expect(valueOf(await device.questionnaires.kept())).toHaveLength(2);
  });
});

describe("law 5: what was done with a record", () => {
  test("is told after the record itself, once, and is then forgotten", async () => {
    const { deliveries, events, questionnaires, outbox } = await aDeliveringDevice();
    const { pushes, transport } = aServer();
    valueOf(await outbox.add([operation(1, 1)]));
    valueOf(await events.keep("opened", uuid(1)));
    valueOf(await syncOnce({ transport, deliveries, events, questionnaires, sha256, deviceId }));
    valueOf(await syncOnce({ transport, deliveries, events, questionnaires, sha256, deviceId }));
    expect(pushes.map(({ ops, events: told }) => [ops.length, told.map(({ kind }) => kind)])).toEqual([
      [1, []],
      [0, ["opened"]],
    ]);
  });

  test("stays where the way back was lost, and is told again under the same id", async () => {
    const { deliveries, events, questionnaires } = await aDeliveringDevice();
    const { transport, pushes } = aServer();
    const lost: Transport["push"] = async (request) => {
      pushes.push(request);
      return err({ type: "NoAnswer" });
    };
    valueOf(await events.keep("printed", uuid(1)));
    const parts = { deliveries, events, questionnaires, sha256, deviceId };
    expect(await syncOnce({ ...parts, transport: { ...transport, push: lost } })).toEqual(err({ type: "NoAnswer" }));
    valueOf(await syncOnce({ ...parts, transport }));
    const [first, second] = pushes.map((push) => push.events);
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
  });
});

test("HAZ-02 an app that the server calls too old keeps all but concerns here, and delivers once it is understood", async () => {
  const device = await aDeliveringDevice();
  const [profile, concern] = [operation(1, 10), { ...operation(2, 11), recordType: "concern" as const }];
  valueOf(await device.outbox.add([profile, concern]));
  const saying = (version: string, minimumProtocol: number): Transport["pull"] => {
    const policy = { ...nothing.policy, version, minimumProtocol };
    return async () => ok({ ...nothing, policy });
  };
  const round = (server: ReturnType<typeof aServer>) => syncOnce({ ...device, ...server, sha256, deviceId });
  const nobody = aServer({
    compare: different,
    pull: saying("2", PROTOCOL + 1),
    push: async () => err({ type: "SaidNo", status: 400 }),
  });
  await round(nobody);

  const stern = aServer({ compare: different, pull: saying("2", PROTOCOL + 1) });
  expect(await round(stern)).toEqual(err({ type: "AppTooOld" }));
  expect(stern.pushes.flatMap(({ ops }) => ops)).toEqual([concern]);
  expect(valueOf(await device.deliveries.pending())).toEqual([profile]);

  const kind = aServer({ compare: different, pull: saying("3", PROTOCOL) });
  for (let rounds = 0; rounds < 2; rounds += 1) expect((await round(kind)).ok).toBe(true);
  expect(kind.pushes.flatMap(({ ops }) => ops)).toEqual([profile]);
});

describe("law 6: a round that is stopped", () => {
  test("has delivered what went, and the next one goes on from there", async () => {
    const device = await aDeliveringDevice();
    const ops = Array.from({ length: 120 }, (_, at) => operation(at + 1, at + 1_001));
    valueOf(await device.outbox.add(ops));
    const server = aServer({ compare: different });
    const told: SyncProgress[] = [];
    const goesOn = (progress: SyncProgress): boolean => told.push(progress) < 1;
    expect(await syncOnce({ ...device, ...server, sha256, deviceId, goesOn })).toEqual(err({ type: "Stopped" }));
    expect(told).toEqual([{ kind: "sending", done: 50, of: 120 }]);
    expect(valueOf(await device.deliveries.pending())).toHaveLength(70);
    expect((await syncOnce({ ...device, ...server, sha256, deviceId })).ok).toBe(true);
    const sent = server.pushes.flatMap((push) => push.ops.map(({ opId }) => opId));
    expect([sent.length, new Set(sent).size]).toEqual([120, 120]);
  });

  test("keeps what came, and the next one asks for the rest", async () => {
    const device = await aDeliveringDevice();
    const all = [1, 2, 3, 4, 5].map((at) => ({ ...remoteHead(at, at + 50), ver: `v${at}`, branches: [] }));
    const asked: PullRequest[] = [];
    const pull: Transport["pull"] = async (request) => {
      asked.push(request);
      const missing = all.filter(({ recordId }) => !request.manifest.some(([id]) => id === recordId));
      const puts = missing.slice(0, 2);
      const left = missing.length - puts.length;
      return ok({ ...nothing, puts, more: left > 0, left });
    };
    const server = aServer({ compare: different, pull });
    const told: SyncProgress[] = [];
    const goesOn = (progress: SyncProgress): boolean => told.push(progress) < 1;
    expect(await syncOnce({ ...device, ...server, sha256, deviceId, goesOn })).toEqual(err({ type: "Stopped" }));
    expect(told).toEqual([{ kind: "fetching", done: 2, of: 5 }]);
    expect(valueOf(await device.deliveries.held()).versions.size).toBe(2);
    asked.length = 0;
    expect((await syncOnce({ ...device, ...server, sha256, deviceId })).ok).toBe(true);
    expect(asked[0]?.manifest).toHaveLength(2);
    expect(valueOf(await device.deliveries.held()).versions.size).toBe(5);
  });
});
