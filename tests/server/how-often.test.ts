import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Config, readConfig } from "#server/config";
import { aDeviceOnTheRoad } from "../support/afternoon/device";
import { fetchInto } from "../support/fetch-into";
import { caseBody } from "../support/server/bodies";
import { type Keeper, keepInMemory } from "../support/server/keepers";
import { createTestServer, newDevice, ORIGIN, type TestServer } from "../support/server/test-server";
import { valueOf } from "../support/value-of";

const DIGEST = { digest: "0".repeat(64) };
let keeper: Keeper;
let generous: TestServer;
const open: TestServer[] = [];

beforeAll(async () => {
  keeper = await keepInMemory();
  generous = await serverWith({});
}, 120_000);
afterAll(async () => {
  for (const server of open) await server.close();
  await keeper.close();
});

const serverWith = async (config: Partial<Config>): Promise<TestServer> => {
  const server = await createTestServer(keeper.store, config);
  open.push(server);
  return server;
};

const asking = async (server: TestServer, cookie: string, from: string, headers: Record<string, string> = {}) =>
  server.app.inject({
    ...{ method: "POST", url: "/api/sync/digest", remoteAddress: from, payload: DIGEST },
    headers: { origin: ORIGIN, cookie, ...headers },
  });

describe("whoever asks for delivery too often is told when to come back", () => {
  test("by account, over all of its devices and addresses, while others are answered", async () => {
    const server = await serverWith({ howOften: { perAccount: 3, perAddress: 1_000 } });
    const areaId = await server.newArea();
    const [jo, other] = [await server.newPerson(areaId), await server.newPerson(areaId)];
    const again = await newDevice(server.app, server.store, jo.who);
    for (const [index, { cookie }] of [jo, again, jo].entries())
      expect((await asking(server, cookie, `10.0.0.${index}`)).statusCode).toBe(200);
    const answer = await asking(server, again.cookie, "10.0.0.9");
    expect([answer.statusCode, answer.json()]).toEqual([429, { error: "too-often" }]);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    for (const path of ["/api/sync/pull", "/api/sync/push"]) expect((await jo.send(path, {})).statusCode).toBe(429);
    expect((await asking(server, other.cookie, "10.0.0.1")).statusCode).toBe(200);
    expect((await jo.ask("/api/session")).statusCode).toBe(200);
  });

  test("by address, over all accounts, signed in or not", async () => {
    const server = await serverWith({ howOften: { perAccount: 1_000, perAddress: 3 } });
    const jo = await server.newPerson(await server.newArea());
    for (const cookie of ["", jo.cookie, "strandline-session=made-up"]) await asking(server, cookie, "10.0.1.1");
    const answer = await asking(server, jo.cookie, "10.0.1.1");
    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect((await asking(server, jo.cookie, "10.0.1.2")).statusCode).toBe(200);
  });

  test("by the address that a trusted proxy names, and never by one that somebody else made up", async () => {
    const howOften = { perAccount: 1_000, perAddress: 1 };
    const server = await serverWith({ howOften, trustedProxies: ["10.0.2.1"] });
    const jo = await server.newPerson(await server.newArea());
    const statuses = [];
    for (const [from, forwarded] of [
      ["10.0.2.1", "203.0.113.1"],
      ["10.0.2.1", "203.0.113.2"],
      ["10.0.2.1", "203.0.113.1"],
      ["10.0.2.7", "203.0.113.3"],
      ["10.0.2.7", "203.0.113.4"],
    ] as const)
      statuses.push((await asking(server, jo.cookie, from, { "x-forwarded-for": forwarded })).statusCode);
    expect(statuses).toEqual([200, 200, 429, 200, 429]);
  });
});

test("HAZ-02 a device that is told to come back keeps what waits, and delivers it later, once", async () => {
  const server = await serverWith({ howOften: { perAccount: 2, perAddress: 1_000 } });
  const jo = await generous.newPerson(await generous.newArea());
  let now = server;
  const fetch: typeof globalThis.fetch = (path, init) => fetchInto(now.app, jo.cookie).fetch(path, init);
  const device = await aDeviceOnTheRoad(generous, jo, { fetch });
  for (let n = 0; n < 120; n += 1) await device.begin(caseBody(generous.practice));
  expect(await device.sync()).toEqual({
    ok: false,
    error: { type: "ServerBusy", status: 429, waitMs: expect.any(Number) as number },
  });
  expect(await device.pending()).toHaveLength(20);
  now = generous;
  expect((await device.sync()).ok).toBe(true);
  expect(await device.pending()).toEqual([]);
  const kept = await keeper.look("select body from revision where author_id = $1", [jo.who.accountId]);
  expect(kept).toHaveLength(120);
  device.close();
});

const usually = valueOf(readConfig({}, ["--practice"])).howOften;

test("a device that comes back after a week with 500 records is not turned away, many times over", async () => {
  const usual = await serverWith({ howOften: usually });
  const jo = await generous.newPerson(await generous.newArea());
  const { fetch, asked } = fetchInto(usual.app, jo.cookie);
  const device = await aDeviceOnTheRoad(generous, jo, { fetch });
  for (let n = 0; n < 500; n += 1) await device.begin(caseBody(generous.practice));
  expect((await device.sync()).ok).toBe(true);
  expect(await device.pending()).toEqual([]);
  expect(asked.length * 10).toBeLessThan(usually.perAccount);
  device.close();
}, 120_000);
