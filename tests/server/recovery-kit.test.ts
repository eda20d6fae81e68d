import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { ensureArea } from "#server/identity/people";
import { newAreaKey, openAreaKey } from "#server/recovery/area-key-pair";
import { makeRecoveryKit } from "#server/recovery/area-keys";
import { newRecoveryKit, readRecoveryKit } from "#server/recovery/recovery-kit";
import { openPostgresStore } from "#server/store/open-postgres-store";
import type { Store } from "#server/store/store";
import { runRecover } from "../../src/cli/commands/run-recover";
import { runRecoveryKit } from "../../src/cli/commands/run-recovery-kit";
import { collectingTerminal } from "../support/collecting-terminal";
import { createDatabase } from "../support/postgres";
import { newId } from "../support/server/bodies";
import { enrolled, newVault } from "../support/server/sealing-device";
import { createTestServer, type TestServer } from "../support/server/test-server";
import { runs } from "../support/runs";
import { valueOf } from "../support/value-of";

describe("a recovery kit", () => {
  test("is eight groups of five letters, another each time, and is read however it is typed", () => {
    const kit = newRecoveryKit();
    expect(kit).toMatch(/^(?:[A-HJ-KM-NP-Z2-9]{5} ){7}[A-HJ-KM-NP-Z2-9]{5}$/);
    expect(newRecoveryKit()).not.toBe(kit);
    for (const typed of [kit, kit.toLowerCase(), kit.replaceAll(" ", "-"), ` ${kit.replaceAll(" ", "\n")}\r\n`])
      expect(readRecoveryKit(typed)).toEqual({ ok: true, value: kit });
  });

  test("with one slip, or two letters or groups that changed places, is known by the group", () => {
    const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 30 }),
        (group, at, by) => {
          const groups = newRecoveryKit().split(" ");
          const right = groups[group] ?? "";
          const other = letters.charAt((letters.indexOf(right.charAt(at)) + by) % 31);
          groups[group] = right.slice(0, at) + other + right.slice(at + 1);
          expect(readRecoveryKit(groups.join(" "))).toEqual({
            ok: false,
            error: { type: "NotAKit", group: group + 1 },
          });
        },
      ),
      runs,
    );
    const groups = newRecoveryKit().split(" ");
    expect(readRecoveryKit([groups[1], groups[0], ...groups.slice(2)].join(" ")).ok).toBe(false);
    expect(readRecoveryKit(groups.slice(1).join(" "))).toEqual({ ok: false, error: { type: "NotAKit" } });
    expect(readRecoveryKit(groups.join(" ").replace(/^./, "0"))).toMatchObject({ ok: false, error: { group: 1 } });
  });

  test("opens its own area's key, and no other kit, area or key does", () => {
    const [areaId, kit] = [newId(), newRecoveryKit()];
    const key = newAreaKey(areaId, kit);
    const opened = valueOf(openAreaKey(areaId, kit, key));
    expect(opened.pair.getPublicKey("base64")).toBe(key.publicKey);
    const changed = Buffer.from(key.wrapped, "base64");
    changed[40] = (changed[40] ?? 0) ^ 1;
    for (const other of [
      openAreaKey(areaId, newRecoveryKit(), key),
      openAreaKey(newId(), kit, key),
      openAreaKey(areaId, kit, { ...key, keyId: newId() }),
      openAreaKey(areaId, kit, { ...key, wrapped: changed.toString("base64") }),
      openAreaKey(areaId, kit, { ...key, wrapped: "" }),
    ])
      expect(other).toEqual({ ok: false, error: { type: "OtherKit" } });
    expect(key.wrapped).not.toContain(opened.pair.getPrivateKey("base64").slice(0, 20));
  });
});

describe("by hand", () => {
  let url: string;
  let store: Store;
  let server: TestServer;
  beforeAll(async () => {
    url = await createDatabase(inject("postgresPort"));
    store = valueOf(await openPostgresStore(url));
    server = await createTestServer(store);
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });
  const kitFor = async (...argv: readonly string[]) => {
    const terminal = collectingTerminal();
    const code = await runRecoveryKit({ DATABASE_URL: url })(argv, terminal);
    return { code, out: terminal.written.out, err: terminal.written.err };
  };
  const recover = async (typed: string, ...argv: readonly string[]) => {
    const terminal = collectingTerminal();
    const code = await runRecover({ DATABASE_URL: url }, () => typed)(argv, terminal);
    return { code, out: terminal.written.out, err: terminal.written.err };
  };

  test("a kit is printed once, and another only when it is asked for", async () => {
    const areaId = newId();
    expect(await kitFor(areaId)).toMatchObject({ code: 1, err: "there is no such area\n" });
    await store.asDesk((tx) => ensureArea(tx, { areaId, name: "Dunes", settings: {} }));
    const first = await kitFor(areaId);
    expect([first.code, readRecoveryKit(first.out).ok]).toEqual([0, true]);
    const again = await kitFor(areaId);
    expect([again.code, again.out]).toEqual([1, ""]);
    const another = await kitFor(areaId, "--another");
    expect([another.code, readRecoveryKit(another.out).ok]).toEqual([0, true]);
    expect(another.out).not.toBe(first.out);
  });

  test("what lies sealed is opened with the kit on stdin, and what is not is named", async () => {
    const areaId = await server.newArea();
    const kit = valueOf(await makeRecoveryKit(store, areaId));
    const jo = await server.newPerson(areaId);
    const session = (await jo.ask("/api/session")).json<{
      area: { recoveryKey: { keyId: string; publicKey: string } };
    }>();
    const device = await enrolled(server, jo, session.area.recoveryKey);
    const [good, bad] = [newId(), newId()];
    const stranger = await newVault(newId());
    const rows = [
      await device.vault.row({ table: "draft", id: good, version: 1 }, "{}"),
      await stranger.row({ table: "draft", id: bad, version: 1 }, "{}"),
    ];
    expect((await device.post({ rows, givenUp: true })).held.map(({ state }) => state)).toEqual(["sealed", "sealed"]);

    expect(await recover("AAAAA", areaId)).toMatchObject({ code: 1, err: "a kit has eight groups of five letters\n" });
    expect(await recover(newRecoveryKit(), areaId)).toMatchObject({
      code: 1,
      err: "this kit opens no key of this area\n",
    });
    expect(await recover(kit, areaId)).toEqual({
      ...{ code: 1, out: "1 opened, 1 left\n" },
      err: `device ${device.deviceId}: draft ${bad}: does-not-open\n`,
    });
    const { drafts } = (await jo.ask("/api/sync/sealed")).json<{ drafts: { id: string }[] }>();
    expect(drafts.map(({ id }) => id)).toEqual([good]);
  });

  test("called in another way it says how, and without a database too", async () => {
    expect((await kitFor()).code).toBe(2);
    expect((await kitFor("Dunes")).code).toBe(2);
    expect((await recover("", newId(), "x")).code).toBe(2);
    const terminal = collectingTerminal();
    expect(await runRecoveryKit({})([newId()], terminal)).toBe(2);
    expect(terminal.written.err).toContain("DATABASE_URL is not set");
  });
});
