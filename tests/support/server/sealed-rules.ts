import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { Operation } from "#core/schema/operation";
import { ReturnedResponse, SEALED_LIMITS, type SealedHeld, type SealedResponse } from "#core/schema/sealed-wire";
import type { AreaKey } from "#core/sealed/keyring";
import { ensurePracticeKey, makeRecoveryKit, openAreaKeys } from "#server/recovery/area-keys";
import { recoverArea } from "#server/recovery/recover-area";
import { valueOf } from "../value-of";
import { caseBody, caseOperation, newId, profileBody, profileOperation } from "./bodies";
import type { Keeper } from "./keepers";
import {
  enrolled,
  newSigningDevice,
  newVault,
  sendSealed,
  type SealingDevice,
  signedMessage,
  type Vault,
} from "./sealing-device";
import { ORIGIN, type TestDevice, type TestServer } from "./test-server";

/** An area with a recovery key, and its kit where there is one to be typed. */
interface SealedArea {
  readonly areaId: string;
  readonly areaKey: AreaKey;
  readonly kit: string | undefined;
}

/** What sealed delivery promises, whether all is opened at once or waits for the kit. */
export const describeSealed = (server: () => TestServer, keeper: () => Keeper): void => {
  let area: SealedArea;
  let device: SealingDevice;
  let jo: TestDevice;
  const newArea = async (): Promise<SealedArea> => {
    const areaId = await server().newArea();
    const { store, practice } = server();
    if (practice) await ensurePracticeKey(store, areaId);
    const kit = practice ? undefined : valueOf(await makeRecoveryKit(store, areaId));
    const session = await (await server().newPerson(areaId)).ask("/api/session");
    const { area: told } = session.json<{ area: { recoveryKey: AreaKey } }>();
    return { areaId, areaKey: told.recoveryKey, kit };
  };
  beforeAll(async () => {
    area = await newArea();
  });
  const newDevice = async (): Promise<void> => {
    jo = await server().newPerson(area.areaId);
    device = await enrolled(server(), jo, area.areaKey);
  };
  /** In practice all was opened on its way; else with the kit, and asked for again. */
  const opened = async (answer: SealedResponse, vault?: Vault): Promise<SealedResponse> => {
    if (area.kit === undefined) return answer;
    expect(answer.held.filter(({ state }) => state === "sealed").length).toBeGreaterThan(0);
    await openWithKit();
    return device.post({}, vault === undefined ? {} : { vault });
  };
  const openWithKit = async (): Promise<void> => {
    if (area.kit === undefined) return;
    const keys = await openAreaKeys(server().store, area.areaId, area.kit);
    await recoverArea(server().store, area.areaId, keys, () => expect.fail("a fault of ours"));
  };
  const opRow = (op: Operation, seq: number, vault = device.vault) =>
    vault.row({ table: "outbox", id: op.opId, version: 1, seq }, JSON.stringify(op));
  const draftRow = (id: string, version: number, words: string, vault = device.vault) =>
    vault.row({ table: "draft", id, version }, JSON.stringify({ kind: "visit", body: { words } }));
  const returned = async (person = jo, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await person.ask("/api/sync/sealed", headers);
    expect(answer.statusCode).toBe(200);
    return ReturnedResponse.parse(answer.json());
  };
  const statesOf = ({ held }: { readonly held: readonly SealedHeld[] }) =>
    held.map(({ state, reason }) => (reason === undefined ? state : `${state}: ${reason}`));
  const heldOf = ({ held }: SealedResponse, id: string) => held.find((each) => each.id === id);

  describe("the area's key", () => {
    test("is told to whoever is signed in, the public half alone", async () => {
      expect(Buffer.from(area.areaKey.publicKey, "base64")).toHaveLength(65);
      const [row] = await keeper().look("select * from area_key where key_id = $1", [area.areaKey.keyId]);
      expect(row).toMatchObject({ public_key: area.areaKey.publicKey, practice: server().practice });
      // Only in practice does the kit lie beside what it opens.
      expect(typeof row?.["practice_kit"]).toBe(server().practice ? "string" : "object");
      const session = await (await server().newPerson(area.areaId)).ask("/api/session");
      expect(Object.keys(session.json<{ area: { recoveryKey: object } }>().area.recoveryKey).sort()).toEqual([
        "keyId",
        "publicKey",
      ]);
    });

    test("cannot be kept beside its kit where families are real", async () => {
      const add = keeper().look(
        `insert into area_key (area_id, key_id, public_key, wrapped, practice_kit)
         values ('${(await newArea()).areaId}', '${newId()}', '', '', 'kit')`,
      );
      if (server().practice) await add;
      else await expect(add).rejects.toThrow(/check constraint/);
    });
  });

  describe("slots that were made to do harm", () => {
    beforeAll(newDevice);
    const slotOf = async (of: object) => {
      const [slot] = await device.vault.slots(area.areaKey);
      return { ...slot!, ...of };
    };

    test.each([
      ["an epoch beyond what can be counted", { epoch: 2_147_483_648 }, "slots/0/epoch"],
      ["a point of four thousand bytes", { ephemeral: "A".repeat(4_000) }, "slots/0/ephemeral"],
      ["a key of a megabyte", { sealed: "A".repeat(1_000_000) }, "slots/0/sealed"],
    ])("%s is named, kept nowhere, and holds up nothing beside it", async (_, of, path) => {
      const draft = newId();
      const rows = [await draftRow(draft, 1, "boats")];
      const harm = await slotOf(of);
      const own = await slotOf({});
      const answer = await device.post({ slots: [harm, own], rows });
      expect(answer.notTaken.map((each) => each.path)).toEqual([path]);
      expect(heldOf(answer, draft)).toBeDefined();
      const [kept] = await keeper().look("select count(*)::int as n from sealed_slot where device_id = $1", [
        device.deviceId,
      ]);
      expect(kept).toEqual({ n: 1 });
    });

    test("of one device no more slots are kept than there is room for", async () => {
      const point = () => Buffer.concat([Buffer.from([4]), randomBytes(64)]).toString("base64");
      const first = await slotOf({});
      for (let n = 0; n < Math.ceil(SEALED_LIMITS.heldSlots / SEALED_LIMITS.slots) + 1; n += 1) {
        const slots = Array.from({ length: SEALED_LIMITS.slots }, () => ({ ...first, ephemeral: point() }));
        await device.post({ slots });
      }
      const [kept] = await keeper().look("select count(*)::int as n from sealed_slot where device_id = $1", [
        device.deviceId,
      ]);
      expect(kept).toEqual({ n: SEALED_LIMITS.heldSlots });
    });
  });

  describe("what opens", () => {
    beforeAll(newDevice);

    test("operations are delivered in their order, as their person's, each with a receipt", async () => {
      const { practice } = server();
      const theCase = caseOperation(practice);
      const profile = profileOperation(practice, theCase.caseId);
      const next = profileOperation(practice, theCase.caseId, { recordId: profile.recordId, parents: [profile.opId] });
      // The last first: what says the order is the sequence.
      const rows = [await opRow(next, 3), await opRow(theCase, 1), await opRow(profile, 2)];
      const answer = await opened(await device.post({ rows }));
      expect(answer.notTaken).toEqual([]);
      expect(answer.held.map(({ id, state, result }) => [id, state, result?.status])).toEqual([
        [theCase.opId, "opened", "accepted"],
        [profile.opId, "opened", "accepted"],
        [next.opId, "opened", "accepted"],
      ]);
      expect(answer.held.map(({ result }) => result?.receipt?.revId)).toEqual(
        [theCase, profile, next].map((op) => op.opId),
      );
      const pulled = await jo.pull();
      expect(pulled.puts.map(({ recordId }) => recordId).sort()).toEqual([theCase.recordId, profile.recordId].sort());
      const [kept] = await keeper().look("select author_id, device_id from revision where rev_id = $1", [next.opId]);
      expect(kept).toEqual({ author_id: jo.who.accountId, device_id: device.deviceId });
    });

    test("an operation that was pushed already is answered as it was then, and a push after it too", async () => {
      const [pushed, sealed] = [caseOperation(server().practice), caseOperation(server().practice)];
      const first = await jo.deliver(pushed);
      const rows = [await opRow(pushed, 10), await opRow(sealed, 11)];
      const answer = await opened(await device.post({ rows }));
      expect(heldOf(answer, pushed.opId)?.result).toEqual(first);
      const { receipt } = await jo.deliver(sealed);
      expect(receipt).toEqual(heldOf(answer, sealed.opId)?.result?.receipt);
      expect(await keeper().look("select 1 from revision where rev_id = $1", [sealed.opId])).toHaveLength(1);
    });

    test("the same message again is answered the same again, and leaves all as it was", async () => {
      const op = caseOperation(server().practice);
      const vault = await newVault(jo.who.accountId);
      const draft = newId();
      const rows = [await opRow(op, 1, vault), await draftRow(draft, 1, "boats", vault)];
      const message = await signedMessage(device, jo.who.accountId, {
        ...{ database: vault.name, rows, slots: await vault.slots(area.areaKey), givenUp: true },
      });
      await device.send(message);
      await openWithKit();
      const first = (await device.send(message)).json<SealedResponse>();
      expect(statesOf(first)).toEqual(["opened", "opened"]);
      expect((await device.send(message)).json()).toEqual(first);
      expect(await keeper().look("select 1 from revision where rev_id = $1", [op.opId])).toHaveLength(1);
      const audit = await keeper().look("select kind from private_audit where $1 = any (puts)", [draft]);
      expect(audit.map(({ kind }) => kind).sort()).toEqual(["sealed-held", "sealed-opened"]);
      // Which rows they were, and how many, would tell of a private record that was among them.
      const told = await keeper().look("select puts from audit where kind like 'sealed-%' and account_id = $1", [
        jo.who.accountId,
      ]);
      expect(told.length).toBeGreaterThan(1);
      expect(told.filter(({ puts }) => puts !== null)).toEqual([]);
    });

    test("rows of every epoch open, each with its own epoch's slot", async () => {
      const vault = await newVault(jo.who.accountId);
      const [old, young] = [newId(), newId()];
      const before = await draftRow(old, 1, "before", vault);
      await vault.newEpoch();
      const rows = [before, await draftRow(young, 1, "after", vault)];
      expect(statesOf(await opened(await device.post({ rows }, { vault }), vault))).toEqual(["opened", "opened"]);
    });

    test("an operation whose case is not here yet waits, and goes on its way when it is", async () => {
      const { practice } = server();
      const theCase = caseOperation(practice);
      const profile = profileOperation(practice, theCase.caseId);
      const vault = await newVault(jo.who.accountId);
      await device.post({ rows: [await opRow(profile, 2, vault)] }, { vault });
      await openWithKit();
      const waits = await device.post({}, { vault });
      expect(heldOf(waits, profile.opId)).toMatchObject({ state: "sealed", result: { status: "retry" } });
      await device.post({ rows: [await opRow(theCase, 1, vault)] }, { vault });
      await openWithKit();
      expect(statesOf(await device.post({}, { vault }))).toEqual(["opened", "opened"]);
    });

    test("an operation that does not hold together is named, and holds up no other", async () => {
      const { practice } = server();
      const bad = { ...caseOperation(practice), sha256: "0".repeat(64) };
      const mixed = caseOperation(practice, { body: caseBody(!practice) });
      const good = caseOperation(practice);
      const vault = await newVault(jo.who.accountId);
      const rows = [
        await opRow(bad, 1, vault),
        await opRow(mixed, 2, vault),
        await opRow(good, 3, vault),
        await vault.row({ table: "outbox", id: newId(), version: 1, seq: 4 }, JSON.stringify(good)),
        await vault.row({ table: "outbox", id: newId(), version: 1, seq: 5 }, "no JSON"),
      ];
      const answer = await opened(await device.post({ rows }, { vault }), vault);
      expect(statesOf(answer)).toEqual([
        "stuck: refused",
        "stuck: refused",
        "opened",
        "stuck: content",
        "stuck: content",
      ]);
      expect(answer.held.map(({ result }) => result?.reason)).toEqual([
        "hash",
        "practice-mixed",
        undefined,
        undefined,
        undefined,
      ]);
    });
  });

  describe("drafts", () => {
    beforeAll(newDevice);
    const contentOf = (words: string) => JSON.stringify({ kind: "visit", body: { words } });

    test("of a database that was given up come back to their writer, word for word, and to nobody else", async () => {
      const vault = await newVault(jo.who.accountId);
      const id = newId();
      const words = "é😀 boats ".repeat(4_000);
      const answer = await device.post({ rows: [await draftRow(id, 7, words, vault)], givenUp: true }, { vault });
      await opened(answer, vault);
      expect((await returned()).drafts).toMatchObject([
        { deviceId: device.deviceId, database: vault.name, id, version: 7, content: contentOf(words) },
      ]);
      const ash = await server().newPerson(area.areaId);
      expect(await returned(ash)).toEqual({ drafts: [], elsewhere: [], more: false });
      // Not to the very database that they lie in.
      expect((await returned(jo, { "strandline-database": vault.name })).drafts).toEqual([]);
      await take([{ deviceId: device.deviceId, database: vault.name, id, version: 7 }]);
    });

    const take = async (drafts: readonly object[], person = jo): Promise<void> => {
      expect((await person.send("/api/sync/sealed/taken", { drafts })).statusCode).toBe(204);
    };

    test("are offered until they were taken, and not again, whatever is replayed", async () => {
      const vault = await newVault(jo.who.accountId);
      const id = newId();
      const draft = { deviceId: device.deviceId, database: vault.name, id };
      const rows = [await draftRow(id, 2, "two", vault)];
      await opened(await device.post({ rows, givenUp: true }, { vault }), vault);
      const ash = await server().newPerson(area.areaId);
      await take([{ ...draft, version: 2 }], ash);
      await take([{ ...draft, version: 1 }]);
      expect((await returned()).drafts.map(({ version }) => version)).toEqual([2]);
      await take([{ ...draft, version: 2 }]);
      await take([{ ...draft, version: 2 }]);
      await device.post({ rows, givenUp: true }, { vault });
      await openWithKit();
      expect((await returned()).drafts).toEqual([]);
      await device.post({ rows: [await draftRow(id, 3, "three", vault)] }, { vault });
      await openWithKit();
      expect((await returned()).drafts.map(({ version }) => version)).toEqual([3]);
      await take([{ ...draft, version: 3 }]);
    });

    test("of a device that is in use are kept, told of by their number, and come back once it is given up", async () => {
      await newDevice();
      const [id, other] = [newId(), newId()];
      await device.post({ rows: [await draftRow(id, 1, "one"), await draftRow(other, 1, "two")] });
      await openWithKit();
      const { drafts, elsewhere } = await returned();
      expect([drafts, elsewhere]).toMatchObject([
        [],
        [{ deviceId: device.deviceId, database: device.vault.name, drafts: 2 }],
      ]);
      const lost = { deviceId: device.deviceId, database: device.vault.name };
      const ash = await server().newPerson(area.areaId);
      await ash.send("/api/sync/sealed/give-up", lost);
      expect((await returned()).drafts).toEqual([]);
      expect((await jo.send("/api/sync/sealed/give-up", lost)).statusCode).toBe(204);
      const after = await returned();
      expect([after.drafts.map((draft) => draft.id).sort(), after.elsewhere]).toEqual([[id, other].sort(), []]);
    });

    test("the newest version is held, in whatever order they come", async () => {
      await newDevice();
      const id = newId();
      const versions = await Promise.all([1, 2, 3].map((version) => draftRow(id, version, `v${version}`)));
      for (const at of [1, 2, 0]) await device.post({ rows: [versions[at]!] });
      await openWithKit();
      const answer = await device.post({ givenUp: true });
      expect(answer.held).toMatchObject([{ id, version: 3, state: "opened" }]);
      expect((await returned()).drafts).toMatchObject([{ version: 3, content: contentOf("v3") }]);
    });

    test("what a device no longer has goes, and is not brought back by an earlier message", async () => {
      await newDevice();
      const [id, op] = [newId(), caseOperation(server().practice)];
      const early = await draftRow(id, 1, "one");
      const outbox = await opRow(op, 1);
      await device.post({ rows: [early, await draftRow(id, 2, "two"), outbox].slice(1) });
      await openWithKit();
      const gone = [
        { table: "draft" as const, id, version: 2 },
        { table: "outbox" as const, id: op.opId, version: 1 },
      ];
      expect((await device.post({ gone })).held).toEqual([]);
      await device.post({ rows: [early], givenUp: true });
      await openWithKit();
      expect(await returned()).toEqual({ drafts: [], elsewhere: [], more: false });
      expect((await jo.pull()).puts.map(({ recordId }) => recordId)).toEqual([op.recordId]);
    });

    test("of many, the answer holds as many as a page may, and the rest after those were taken", async () => {
      await newDevice();
      const words = "x".repeat(900_000);
      const ids = Array.from({ length: 6 }, newId);
      for (const id of ids) await device.post({ rows: [await draftRow(id, 1, words)], givenUp: true });
      await openWithKit();
      const first = await returned();
      expect([first.drafts.length, first.more]).toEqual([5, true]);
      await take(first.drafts.map(({ deviceId, database, id, version }) => ({ deviceId, database, id, version })));
      const second = await returned();
      expect([second.drafts.length, second.more]).toEqual([1, false]);
      expect(new Set([...first.drafts, ...second.drafts].map(({ id }) => id))).toEqual(new Set(ids));
    });
  });

  describe("what does not open is named, and holds up no other", () => {
    beforeAll(newDevice);
    const flip = (body: string, at: number): string => {
      const bytes = Buffer.from(body, "base64");
      const place = at < 0 ? bytes.length + at : at;
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      return bytes.toString("base64");
    };
    const beside = async (vault: Vault, spoil: (body: string) => string | Promise<string>) => {
      const [id, good] = [newId(), newId()];
      const row = await draftRow(id, 1, "spoilt", vault);
      const rows = [{ ...row, body: await spoil(row.body) }, await draftRow(good, 1, "good", vault)];
      await device.post({ rows, givenUp: true }, { vault });
      await openWithKit();
      const answer = await device.post({}, { vault });
      const { drafts } = await returned();
      expect(drafts.some((draft) => draft.id === good)).toBe(true);
      expect(drafts.some((draft) => draft.id === id)).toBe(false);
      return heldOf(answer, id);
    };
    const cut = (body: string, bytes: number) => Buffer.from(body, "base64").subarray(0, bytes).toString("base64");

    test.each([
      ["a bit changed at its end", (body: string) => flip(body, -1), "does-not-open"],
      ["a bit changed in its IV", (body: string) => flip(body, 6), "does-not-open"],
      ["cut short", (body: string) => cut(body, 500), "does-not-open"],
      ["cut to nearly nothing", (body: string) => cut(body, 20), "format"],
      ["of a format to come", (body: string) => flip(body, 0), "format"],
      ["of an epoch that has no slot", (body: string) => flip(body, 4), "no-slot"],
    ])("a row that is %s", async (_, spoil, reason) => {
      expect(await beside(await newVault(jo.who.accountId), spoil)).toMatchObject({ state: "stuck", reason });
    });

    test.each([
      ["of another id", (vault: Vault) => draftRow(newId(), 1, "x", vault)],
      ["of an older version", (vault: Vault, id: string) => draftRow(id, 2, "x", vault)],
      ["of another table", (vault: Vault, id: string) => vault.row({ table: "outbox", id, version: 1, seq: 1 }, "{}")],
      ["of another person", async (_: Vault, id: string) => draftRow(id, 1, "x", await newVault(newId()))],
      ["of another key", async (_: Vault, id: string) => draftRow(id, 1, "x", await newVault(jo.who.accountId))],
    ])("a body that is %s in its place", async (_, other) => {
      const vault = await newVault(jo.who.accountId);
      const [id, good] = [newId(), newId()];
      const rows = [
        { table: "draft" as const, id, version: 1, body: (await other(vault, id)).body },
        await draftRow(good, 1, "good", vault),
      ];
      await device.post({ rows }, { vault });
      await openWithKit();
      const answer = await device.post({}, { vault });
      expect([heldOf(answer, id), heldOf(answer, good)]).toMatchObject([
        { state: "stuck", reason: "does-not-open" },
        { state: "opened" },
      ]);
    });

    test("two rows that were swapped", async () => {
      const vault = await newVault(jo.who.accountId);
      const [one, two] = [await draftRow(newId(), 1, "1", vault), await draftRow(newId(), 1, "2", vault)];
      const rows = [
        { ...one, body: two.body },
        { ...two, body: one.body },
      ];
      await device.post({ rows }, { vault });
      await openWithKit();
      expect(statesOf(await device.post({}, { vault }))).toEqual(["stuck: does-not-open", "stuck: does-not-open"]);
    });

    test("a slot that is sealed to another area, or for another person", async () => {
      const other = await newArea();
      const vault = await newVault(jo.who.accountId);
      const rows = [await draftRow(newId(), 1, "x", vault)];
      await device.post({ rows }, { vault, areaKey: other.areaKey });
      await openWithKit();
      expect(statesOf(await device.post({}, { vault, areaKey: other.areaKey }))).toEqual(["stuck: no-slot"]);
      // Another area's kit is no use either, and this one's slot mends it.
      if (other.kit !== undefined) expect((await openAreaKeys(server().store, area.areaId, other.kit)).size).toBe(0);
      await device.post({}, { vault });
      await openWithKit();
      expect(statesOf(await device.post({}, { vault }))).toEqual(["opened"]);

      const stranger = await newVault(newId());
      const theirs = [await draftRow(newId(), 1, "x", stranger)];
      await device.post({ rows: theirs }, { vault: stranger });
      await openWithKit();
      expect(statesOf(await device.post({}, { vault: stranger }))).toEqual(["stuck: no-slot"]);
    });

    test("content that is no text, or that cannot be kept", async () => {
      const vault = await newVault(jo.who.accountId);
      const rows = [await vault.row({ table: "draft", id: newId(), version: 1 }, "a\0b")];
      await device.post({ rows }, { vault });
      await openWithKit();
      expect(statesOf(await device.post({}, { vault }))).toEqual(["stuck: content"]);
    });
  });

  describe("a message that cannot be taken", () => {
    beforeAll(newDevice);

    test("of no device, of another person's, or with another signature is answered in the same words", async () => {
      const { accountId } = jo.who;
      const message = { database: device.vault.name, rows: [await draftRow(newId(), 1, "x")] };
      const stranger = await newSigningDevice();
      const ash = await server().newPerson(area.areaId);
      const elsewhere = await server().newPerson((await newArea()).areaId);
      const own = await signedMessage(device, accountId, message);
      const forged = { ...own, signature: (await signedMessage(stranger, accountId, message)).signature };
      for (const payload of [
        await signedMessage(stranger, accountId, message),
        await signedMessage(device, ash.who.accountId, message),
        await signedMessage(device, elsewhere.who.accountId, message),
        await signedMessage(device, newId(), message),
        await signedMessage(await newSigningDevice(device.deviceId), accountId, message),
        await signedMessage(device, accountId, message, (blob) => blob.replace('"givenUp":false', '"givenUp":true')),
        // Signed by the right key for something else.
        { ...own, signature: await device.sign(own.blob) },
        forged,
        { ...own, signature: Buffer.alloc(64).toString("base64") },
        // What was signed says another device, or another person, than it came under.
        await signedMessage(device, accountId, { ...message, deviceId: newId() }),
        await signedMessage(device, accountId, { ...message, accountId: ash.who.accountId }),
      ]) {
        const answer = await device.send(payload);
        expect([answer.statusCode, answer.json()]).toEqual([403, { error: "unknown-device" }]);
      }
      expect((await device.post({})).held).toEqual([]);
      const alarms = await keeper().look("select 1 from audit where reason = 'unknown-device' and device_id = $1", [
        device.deviceId,
      ]);
      expect(alarms.length).toBeGreaterThan(3);
    });

    test("in part is taken in part: each fault has its place, and what is right beside it is held", async () => {
      const vault = await newVault(jo.who.accountId);
      const [good, slot] = [await draftRow(newId(), 1, "good", vault), (await vault.slots(area.areaKey))[0]!];
      const large = Buffer.alloc(SEALED_LIMITS.rowBytes + 1).toString("base64");
      const rows = [
        { ...good, id: "Zephyrine" },
        { ...good, id: newId(), version: 0 },
        { ...good, id: newId(), table: "remote" },
        { ...good, id: newId(), table: "outbox" },
        { ...good, id: newId(), body: "no base64!" },
        { ...good, id: newId(), body: large },
        { ...good, id: newId(), Zephyrine: 1 },
        "Zephyrine",
        good,
        good,
      ];
      const slots = [{ ...slot, epoch: 0 }, { Zephyrine: 1 }, slot];
      const blob = { database: vault.name, rows, slots } as unknown as { database: string };
      const sent = await device.send(await signedMessage(device, jo.who.accountId, blob));
      const answer = sent.json<SealedResponse>();
      expect(answer.notTaken.map(({ path }) => path)).toEqual([
        ...["slots/0/epoch", "slots/1/areaKeyId", "slots/1/ephemeral", "slots/1/sealed", "slots/1/epoch"],
        ...["rows/0/id", "rows/1/version", "rows/2/table", "rows/3/seq", "rows/5/body", "rows/6", "rows/7"],
        ...["rows/4/body", "rows/9"],
      ]);
      expect(answer.held.map(({ id }) => id)).toEqual([good.id]);
      expect(sent.body).not.toContain("Zephyrine");
    });

    test.each([
      ["no JSON", "{"],
      ["no message", "[]"],
      ["a field that nobody knows", '{"protocol":1,"later":1}'],
      ["a prototype", '{"__proto__":{"rows":[]}}'],
      ["a deep one", "[".repeat(100_000)],
    ])("that is %s names the place", async (_, blob) => {
      const { deviceId, sign } = device;
      const { accountId } = jo.who;
      const payload = { deviceId, accountId, blob, signature: await sign(`strandline sealed v1\n${blob}`) };
      const answer = await device.send(payload);
      const { faults } = answer.json<{ faults: { path: string }[] }>();
      expect(answer.statusCode).toBe(400);
      expect(faults.every(({ path }) => path.startsWith("blob"))).toBe(true);
      expect(faults.length).toBeGreaterThan(0);
    });

    test("too large, packed or not, is not read to its end", async () => {
      const bomb = gzipSync(Buffer.alloc(SEALED_LIMITS.messageBytes * 30, 32));
      expect(bomb.length).toBeLessThan(SEALED_LIMITS.messageBytes);
      expect((await device.send(bomb)).statusCode).toBe(413);
      const plain = await server().app.inject({
        ...{ method: "POST", url: "/api/sync/sealed", remoteAddress: "10.200.1.1" },
        headers: { origin: ORIGIN, "content-type": "application/json" },
        payload: `"${"x".repeat(SEALED_LIMITS.messageBytes)}"`,
      });
      expect(plain.statusCode).toBe(413);
      expect((await device.send(Buffer.from("no gzip"))).statusCode).toBe(400);
    });

    test("comes too often is told so, from one address and from one device", async () => {
      const statuses: number[] = [];
      for (let n = 0; n < 122; n += 1) {
        statuses.push((await sendSealed(server(), {}, "10.201.1.1")).statusCode);
      }
      expect(statuses.slice(-3)).toEqual([400, 429, 429]);
      const hasty = await newSigningDevice();
      const message = await signedMessage(hasty, newId(), { database: "x" });
      for (let n = 0; n < 60; n += 1) await sendSealed(server(), message);
      const answer = await sendSealed(server(), message);
      expect([answer.statusCode, answer.json()]).toEqual([429, { error: "too-often" }]);
    });

    test("finds no more room than a device may have", async () => {
      await newDevice();
      const { areaId, accountId } = jo.who;
      await device.post({});
      await keeper().look(
        `insert into sealed_row (area_id, account_id, device_id, database_name, table_name, row_id, version, body, state)
         select $1::uuid, $2::uuid, $3::uuid, $4, 'draft', gen_random_uuid(), 1, '\\x00', 'stuck'
         from generate_series(1, $5::int)`,
        [areaId, accountId, device.deviceId, device.vault.name, SEALED_LIMITS.heldRows - 1],
      );
      const rows = [await draftRow(newId(), 1, "one"), await draftRow(newId(), 1, "two")];
      const answer = await device.post({ rows });
      expect(answer.notTaken).toEqual([{ path: "rows", reason: "no room for 1 of 2" }]);
      expect(heldOf(answer, rows[0]!.id)).toBeDefined();
      expect(heldOf(answer, rows[1]!.id)).toBeUndefined();
    });
  });

  describe("in the database", () => {
    beforeAll(newDevice);

    test("nothing that was sealed can be read in it, before it is opened", async () => {
      const vault = await newVault(jo.who.accountId);
      const row = await draftRow(newId(), 1, "Zephyrine", vault);
      await device.post({ rows: [{ ...row, version: 2 }] }, { vault });
      const rows = await keeper().look("select encode(body, 'escape') as body, reason, result from sealed_row");
      expect(JSON.stringify(rows)).not.toContain("Zephyrine");
    });

    test("what was opened keeps no sealed body, and its words stand nowhere but in its writer's own row", async () => {
      const id = newId();
      await opened(await device.post({ rows: [await draftRow(id, 1, "Quillon")] }));
      const [row] = await keeper().look("select body, state, version from sealed_row where row_id = $1", [id]);
      expect(row).toEqual({ body: null, state: "opened", version: 1 });
      const drafts = await keeper().look("select account_id from opened_draft where content like '%Quillon%'");
      expect(drafts).toEqual([{ account_id: jo.who.accountId }]);
      for (const table of ["audit", "sealed_row", "sealed_slot", "sealed_database"])
        expect(JSON.stringify(await keeper().look(`select * from ${table}`)), table).not.toContain("Quillon");
    });
  });

  test("no word that was sealed reaches the log", async () => {
    await newDevice();
    const CANARY = "Zephyrine";
    const { practice } = server();
    const theCase = caseOperation(practice, { body: caseBody(practice, {}, CANARY) });
    const profile = profileOperation(practice, theCase.caseId, {
      body: profileBody(practice, { [`voice/motor/${CANARY}`]: { mark: CANARY } }),
    });
    const rows = [
      await opRow(theCase, 1),
      await opRow(profile, 2),
      await device.vault.row({ table: "outbox", id: newId(), version: 1, seq: 3 }, `{"${CANARY}": ${CANARY}`),
      await draftRow(newId(), 1, CANARY),
    ];
    await device.post({ rows, givenUp: true });
    await openWithKit();
    const answer = await device.post({});
    expect(statesOf(answer)).toContain("opened");
    expect(JSON.stringify((await returned()).drafts)).toContain(CANARY);
    await device.send(await signedMessage(device, jo.who.accountId, { database: CANARY }));
    await device.send({ deviceId: CANARY, accountId: CANARY, blob: CANARY, signature: CANARY });
    const said = [...server().lines, JSON.stringify(answer)];
    expect(said.filter((words) => words.toLowerCase().includes(CANARY.toLowerCase()))).toEqual([]);
  });
};
