import "fake-indexeddb/auto"; // before Dexie, which looks for a database when it is loaded
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { SealedMessage, SealedRequest } from "#core/schema/sealed-wire";
import { sha256Hex } from "#platform/digest";
import { makeDeviceKey, signText } from "#platform/sealing/device-key";
import { createKeyringWork } from "#platform/sealing/keyring-work";
import { createRowSeal } from "#platform/sealing/row-seal";
import { createDeviceIdentities } from "#storage/device-identity";
import { openStore } from "#storage/open-store";
import { createPeopleHere } from "#storage/people";
import { createDeviceDeliveries } from "#sync/device-deliveries";
import { anAreaKey } from "../../support/area-key";
import { aVisit } from "../../support/made-up-bodies";
import { createMemoryLocks } from "../../support/memory-locks";
import { quickDerive } from "../../support/quick-derive";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const [grace, amir, caseId] = [uuid(1), uuid(2), uuid(3)];
const WORDS = "She told us about the harbour";
const work = createKeyringWork(quickDerive);

/** A server that keeps what it is sent, and says of each row what `state` says. */
const aServer = () => {
  const said = {
    state: "opened" as "opened" | "sealed",
    enrols: true,
    sent: [] as SealedMessage[],
    texts: [] as string[],
  };
  const take = async ({ body }: RequestInit): Promise<Response> => {
    const unpacked = body instanceof Blob ? body.stream().pipeThrough(new DecompressionStream("gzip")) : body;
    const text = await new Response(unpacked ?? null).text();
    const message = SealedMessage.parse(JSON.parse(SealedRequest.parse(JSON.parse(text)).blob));
    said.texts.push(text);
    said.sent.push(message);
    const rows = said.sent.flatMap((each) => (each.database === message.database ? each.rows : []));
    const held = rows.map(({ table, id, version }) => ({ table, id, version, state: said.state }));
    return Response.json({ held, notTaken: [] });
  };
  const fetch = (async (path: string, request: RequestInit = {}) => {
    if (path === "/api/devices") {
      const { deviceId } = JSON.parse(request.body as string) as { deviceId: string };
      return said.enrols ? Response.json({ deviceId }) : new Response(null, { status: 401 });
    }
    return request.method === "POST" ? take(request) : Response.json({ drafts: [], more: false });
  }) as typeof globalThis.fetch;
  return Object.assign(said, { fetch });
};

const aDevice = async () => {
  const factory = new IDBFactory();
  const ids = countedIds(50_000);
  const people = createPeopleHere({ ids, factory });
  const identities = createDeviceIdentities({ ids, makeKey: makeDeviceKey, factory });
  const server = aServer();
  const locks = createMemoryLocks();
  /** A page that was loaded anew: it remembers nothing of what the server said. */
  const loadAnew = () =>
    createDeviceDeliveries({ people, identities, sign: signText, fetch: server.fetch, locks, factory });
  const { round } = loadAnew();
  const areaKey = await anAreaKey();
  /** Somebody comes, with the area's key or without, and begins a visit; what they wrote lies sealed. */
  const comes = async (userId: string, knowsArea = true) => {
    const person = { userId, practice: true, name: "Made up", role: "early-help", areaName: "Made up", training: [] };
    valueOf(await people.comes({ ...person, ...(knowsArea ? { areaKey } : {}) }));
    const { keyring, keys } = await work.enrol({
      userId,
      passphrase: "four made up words",
      areaKey: knowsArea ? areaKey : undefined,
    });
    valueOf(await people.changeKeyring(userId, () => keyring));
    const codec = createRowSeal({ epochs: () => keys.epochs, userId });
    const deps = { userId, practice: true, clock: { nowMs: () => 5_000 }, ids, factory, sha256: sha256Hex, codec };
    const store = valueOf(await openStore(deps));
    const draft = { kind: "visit", id: ids.next(), caseId, startedAtMs: 1_000, body: aVisit(caseId, WORDS) } as const;
    valueOf(await store.drafts.save(draft, 0));
    const here = valueOf(await people.everyone()).find((each) => each.userId === userId);
    if (here === undefined) throw new Error("nobody came");
    return { person: here, drafts: store.returnedDrafts };
  };
  const earlierOf = async (userId: string) =>
    valueOf(await people.everyone())
      .find((each) => each.userId === userId)
      ?.earlier.map(({ databaseName }) => databaseName);
  const databases = async () => (await factory.databases()).map(({ name }) => name);
  return { round, loadAnew, people, server, comes, earlierOf, databases };
};
let device: Awaited<ReturnType<typeof aDevice>>;
beforeEach(async () => {
  device = await aDevice();
});

test("HAZ-02 device deliveries, law 1: a database whose keys are lost stays until each row was opened, and goes then", async () => {
  const open = await device.comes(grace);
  await device.round(open);
  valueOf(await device.people.beginAnew(grace));
  const [lost] = (await device.earlierOf(grace)) ?? [];
  device.server.state = "sealed";
  device.server.sent.length = 0;
  await device.round(undefined);
  expect(device.server.sent.some(({ database, givenUp }) => database === lost && givenUp)).toBe(true);
  expect(await device.earlierOf(grace)).toEqual([lost]);
  expect(await device.databases()).toContain(lost);

  device.server.state = "opened";
  device.server.sent.length = 0;
  await device.loadAnew().round(undefined);
  expect(await device.earlierOf(grace)).toEqual([]);
  expect(await device.databases()).not.toContain(lost);
});

test("HAZ-02 device deliveries, law 1: one that has no slot for the area is not sent, and never forgotten", async () => {
  const open = await device.comes(grace, false);
  await device.round(open);
  valueOf(await device.people.beginAnew(grace));
  const [lost] = (await device.earlierOf(grace)) ?? [];
  device.server.sent.length = 0;
  await device.round(undefined);
  expect(device.server.sent.filter(({ rows }) => rows.length > 0)).toEqual([]);
  expect(await device.earlierOf(grace)).toEqual([lost]);
  expect(await device.databases()).toContain(lost);
});

test("device deliveries, law 2: a locked person's rows go as they lie, and no word of them is in what is sent", async () => {
  await device.round(await device.comes(grace));
  await device.loadAnew().round(undefined);
  expect(device.server.texts.length).toBeGreaterThan(0);
  expect(device.server.texts.join()).not.toContain("harbour");
});

test("device deliveries, law 3: who was never enrolled by their own session is not spoken for", async () => {
  await device.round(await device.comes(grace));
  await device.comes(amir);
  device.server.sent.length = 0;
  await device.round(undefined);
  expect(device.server.sent.map(({ accountId }) => accountId)).not.toContain(amir);
});

test("device deliveries, law 3: where enrolling is turned away nothing is sent for anybody", async () => {
  device.server.enrols = false;
  await device.round(await device.comes(grace));
  expect(device.server.sent).toEqual([]);
});
