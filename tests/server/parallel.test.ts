import { afterAll, beforeAll, expect, test } from "vitest";
import { caseOperation, profileBody, profileOperation } from "../support/server/bodies";
import { type Keeper, keepInPostgres } from "../support/server/keepers";
import {
  createTestServer,
  manifestOf,
  newDevice,
  type TestDevice,
  type TestServer,
} from "../support/server/test-server";

// PGlite is one connection and can show none of this.
const CLIENTS = 8;
let keeper: Keeper;
let server: TestServer;
let devices: readonly TestDevice[];
let caseId: string;

beforeAll(async () => {
  keeper = await keepInPostgres();
  server = await createTestServer(keeper.store);
  const jo = await server.newPerson(await server.newArea());
  devices = await Promise.all(Array.from({ length: CLIENTS }, () => newDevice(server.app, keeper.store, jo.who)));
  const theCase = caseOperation(false);
  await jo.deliver(theCase);
  ({ caseId } = theCase);
});
afterAll(async () => {
  await server.close();
  await keeper.close();
});

const count = async (query: string, values: readonly unknown[]): Promise<unknown> =>
  (await keeper.look(`select count(*) as n from ${query}`, values))[0]?.["n"];

test("the same push from eight devices at once is kept once, and all are answered the same", async () => {
  for (let round = 0; round < 10; round += 1) {
    const first = profileOperation(false, caseId);
    const second = profileOperation(false, caseId, { recordId: first.recordId, parents: [first.opId] });
    const answers = await Promise.all(devices.map((device) => device.push([first, second])));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.map(({ status }) => status)).toEqual(["accepted", "accepted"]);
    expect(await count("revision where record_id = $1", [first.recordId])).toBe(2);
    expect(await count("audit where record_id = $1 and kind = 'op-accepted'", [first.recordId])).toBe(2);
    expect(await count("branch where record_id = $1", [first.recordId])).toBe(0);
  }
});

test("of eight amendments of one head, one becomes the head and the others branches: none is lost, none wins twice", async () => {
  for (let round = 0; round < 10; round += 1) {
    const first = profileOperation(false, caseId);
    await devices[0]?.deliver(first);
    const amendments = devices.map((_, index) =>
      profileOperation(false, caseId, {
        ...{ recordId: first.recordId, parents: [first.opId] },
        body: profileBody(false, { "loves/a": { loves: `trains ${String(index)}` } }),
      }),
    );
    const answers = await Promise.all(
      devices.map(async (device, index) => (await device.push([amendments[index]]))[0]),
    );
    const winners = answers.filter((answer) => answer?.status === "accepted");
    expect(winners).toHaveLength(1);
    expect(answers.filter((answer) => answer?.status === "branched")).toHaveLength(CLIENTS - 1);
    const put = (await devices[0]!.pull()).puts.find(({ recordId }) => recordId === first.recordId);
    expect(put?.revId).toBe(winners[0]?.opId);
    expect(put?.branches).toHaveLength(CLIENTS - 1);
  }
});

test("eight devices that begin eight records each at once lose none, and each sees all", async () => {
  const made = devices.map(() => Array.from({ length: 8 }, () => profileOperation(false, caseId)));
  const answers = await Promise.all(devices.map((device, index) => device.push(made[index] ?? [])));
  expect(answers.flat().every(({ status }) => status === "accepted")).toBe(true);
  const seen = await Promise.all(
    devices.map(async (device) => {
      const first = await device.pull();
      return new Set([...first.puts, ...(await device.pull(manifestOf(first))).puts].map(({ recordId }) => recordId));
    }),
  );
  for (const ids of seen) for (const { recordId } of made.flat()) expect(ids.has(recordId)).toBe(true);
});

test("a pull while others push is of one moment: what it says it gave is what it gave", async () => {
  const [puller, ...pushers] = devices;
  const state = { isDone: false };
  const pushing = Promise.all(
    pushers.map(async (device) => {
      for (let n = 0; n < 10; n += 1) await device.deliver(profileOperation(false, caseId));
    }),
  ).finally(() => (state.isDone = true));
  const held = new Map<string, string>();
  for (let isLast = false; !isLast;) {
    isLast = state.isDone;
    let more = true;
    while (more) {
      const pulled = await puller!.pull([...held]);
      for (const { recordId, ver } of pulled.puts) held.set(recordId, ver);
      expect(pulled.gone).toEqual([]);
      ({ more } = pulled);
    }
  }
  await pushing;
  expect((await puller!.digest([...held])).statusCode).toBe(204);
});

test("what a pull calls a record is what it gives of it, however fast it changes", async () => {
  const [puller, pusher] = devices;
  const first = profileOperation(false, caseId);
  const verByRevId = new Map([[first.opId, (await pusher!.deliver(first)).ver]]);
  const given: { readonly revId: string; readonly ver: string }[] = [];
  // How many changes fall between two pulls depends on the machine: it goes on until enough were seen on their way.
  const isEnough = () => new Set(given.map(({ revId }) => revId)).size > 5 || verByRevId.size > 2_000;
  const pushing = (async () => {
    let head = first.opId;
    while (!isEnough()) {
      const next = profileOperation(false, caseId, { recordId: first.recordId, parents: [head] });
      verByRevId.set(next.opId, (await pusher!.deliver(next)).ver);
      head = next.opId;
    }
  })();
  while (!isEnough()) {
    const { puts } = await puller!.pull();
    given.push(...puts.filter(({ recordId }) => recordId === first.recordId));
  }
  await pushing;
  expect(new Set(given.map(({ revId }) => revId)).size).toBeGreaterThan(5);
  for (const { revId, ver } of given) expect(ver).toBe(verByRevId.get(revId));
});
