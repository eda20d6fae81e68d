import { aDeliveringDevice } from "../support/delivering"; // first: it brings the database
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { ok } from "#core/result";
import type { Operation } from "#core/schema/operation";
import { sha256Hex } from "#platform/digest";
import { verifyAudit } from "#server/audit/verify-audit";
import type { Who } from "#server/access/as-account";
import { openPostgresStore } from "#server/store/open-postgres-store";
import { openPracticeStore } from "#server/store/open-practice-store";
import type { Store } from "#server/store/store";
import { syncOnce } from "#sync/sync-once";
import { createTransport } from "#sync/transport";
import { runAuditVerify } from "../../src/cli/commands/run-audit-verify";
import { runBackup } from "../../src/cli/commands/run-backup";
import { runRestore } from "../../src/cli/commands/run-restore";
import { collectingTerminal } from "../support/collecting-terminal";
import { fetchInto } from "../support/fetch-into";
import { createDatabase } from "../support/postgres";
import { caseOperation, profileBody, profileOperation } from "../support/server/bodies";
import { createTestServer, newDevice, type TestServer } from "../support/server/test-server";
import { valueOf } from "../support/value-of";

type Env = Readonly<Record<string, string>>;
interface Place {
  readonly env: Env;
  readonly practice: boolean;
  readonly open: () => Promise<Store>;
  /** Loses the database, and gives the environment of the one to restore into. */
  readonly lose: () => Promise<Place>;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "strandline-restore-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const inPractice = (): Promise<Place> => {
  const place: Place = {
    env: { DATA_DIR: folder },
    practice: true,
    open: async () => valueOf(await openPracticeStore(folder)),
    lose: () => {
      rmSync(join(folder, "practice"), { recursive: true });
      return Promise.resolve(place);
    },
  };
  return Promise.resolve(place);
};
const inPostgres = async (): Promise<Place> => {
  const url = await createDatabase(inject("postgresPort"));
  return {
    env: { DATABASE_URL: url, BACKUP_DATABASE_URL: url.replace("login_of_tests", "owner") },
    practice: false,
    open: async () => valueOf(await openPostgresStore(url)),
    lose: inPostgres,
  };
};
const places = [
  ["PGlite", inPractice],
  ["PostgreSQL", inPostgres],
] as const;

const said = async (command: typeof runBackup, env: Env, ...args: readonly string[]) => {
  const terminal = collectingTerminal();
  return { code: await command(env)(args, terminal), ...terminal.written };
};

describe.each(places)("%s", (_, makePlace) => {
  test("what was delivered after a backup is all there again once the backup is restored, and nothing is doubled", async () => {
    const place = await makePlace();
    const { practice } = place;
    const device = await aDeliveringDevice();
    const syncWith = async (server: TestServer, who: Who): Promise<unknown> => {
      const { cookie, deviceId } = await newDevice(server.app, server.store, who);
      const { fetch } = fetchInto(server.app, cookie);
      const transport = createTransport({ fetch, accountId: who.accountId, sha256: sha256Hex });
      const deps = {
        transport,
        deliveries: device.deliveries,
        events: device.events,
        questionnaires: device.questionnaires,
        deviceId: () => Promise.resolve(ok(deviceId)),
        sha256: sha256Hex,
      };
      // What is offered again goes in the round that follows.
      valueOf(await syncOnce(deps));
      return valueOf(await syncOnce(deps));
    };
    const finish = async (...operations: readonly Operation[]): Promise<void> => {
      valueOf(await device.outbox.add(operations));
    };
    const amended = (first: Operation, parents: readonly string[], loves: string): Operation =>
      profileOperation(practice, first.caseId, {
        ...{ recordId: first.recordId, parents },
        body: profileBody(practice, { "loves/a": { hiddenFrom: [], loves, easier: "" } }),
      });

    const first = await createTestServer(await place.open());
    const { who } = await first.newPerson(await first.newArea());
    const [theCase, laterCase] = [caseOperation(practice), caseOperation(practice)];
    const [before, twice] = [profileOperation(practice, theCase.caseId), profileOperation(practice, theCase.caseId)];
    const apart = profileOperation(practice, theCase.caseId);
    await finish(theCase, before, twice, apart);
    await syncWith(first, who);
    await first.close();
    await first.store.close();
    const file = join(folder, "backup");
    expect(await said(runBackup, place.env, file)).toMatchObject({ code: 0 });

    const second = await createTestServer(await place.open());
    const change = amended(before, [before.opId], "trains");
    const unheard = amended(twice, [twice.opId], "kites");
    const newest = amended(twice, [unheard.opId], "boats");
    const held = caseOperation(practice, { body: '{"schemaVersion":1,"sections":{"child":"wrong"}}' });
    const later = profileOperation(practice, laterCase.caseId);
    // Beside the head that stands: nobody has brought the two together yet.
    const [here, beside] = [amended(apart, [apart.opId], "mud"), amended(apart, [apart.opId], "snails")];
    await finish(change, unheard, newest, laterCase, later, held, here, beside);
    await syncWith(second, who);
    const lostEpoch = second.store.facts.epoch;
    await second.close();
    await second.store.close();

    const empty = await place.lose();
    expect(await said(runRestore, empty.env, file)).toMatchObject({ code: 0 });
    const third = await createTestServer(await empty.open());
    expect(third.store.facts.epoch).not.toBe(lostEpoch);
    expect(await syncWith(third, who)).toEqual({ waiting: 0, needPerson: 1 });
    expect(await syncWith(third, who)).toEqual({ waiting: 0, needPerson: 1 });

    const other = await newDevice(third.app, third.store, who);
    const { puts } = await other.pull();
    const [both, ...others] = [...puts].sort((one) => (one.recordId === apart.recordId ? -1 : 1));
    const heads = new Map(others.map((put) => [put.recordId, put.revId]));
    // What it followed is known to nobody any more; what stood before that is, and it goes on from there.
    expect(heads).toEqual(new Map([theCase, change, newest, laterCase, later].map((op) => [op.recordId, op.opId])));
    expect(others.flatMap((put) => put.branches)).toEqual([]);
    expect(both?.body).toContain("mud");
    expect(both?.branches.map(({ body }) => /mud|snails/.exec(body)?.[0])).toEqual(["snails"]);
    // What is held there is held again too: the same operation is answered as it was now.
    const asked = await third.store.asAccount(who, async (tx) =>
      tx
        .selectFrom("quarantine" as never)
        .selectAll()
        .execute(),
    );
    expect(asked.map((row) => (row as { op_id: string }).op_id)).toEqual([held.opId]);
    expect((await verifyAudit(third.store)).broken).toEqual([]);
    await third.close();
    await third.store.close();
  }, 300_000);

  test("a backup is not written over, and is not restored over anything", async () => {
    const place = await makePlace();
    await (await place.open()).close();
    const file = join(folder, "backup");
    expect((await said(runBackup, place.env, file)).code).toBe(0);
    expect(await said(runBackup, place.env, file)).toMatchObject({
      code: 1,
      err: expect.stringContaining("none is written over") as string,
    });
    expect(await said(runRestore, place.env, file)).toMatchObject({
      code: 1,
      err: expect.stringContaining("nothing is written over") as string,
    });
    expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
    const empty = await place.lose();
    expect((await said(runRestore, empty.env, join(folder, "nothing"))).err).toContain("there is no such file");
    writeFileSync(join(folder, "other"), "not a backup");
    expect((await said(runRestore, empty.env, join(folder, "other"))).code).toBe(1);
    expect((await said(runRestore, empty.env, file)).code).toBe(0);
  });

  test("the command that examines the audit prints heads, and finds out an end that was taken away", async () => {
    const place = await makePlace();
    const server = await createTestServer(await place.open());
    const jo = await server.newPerson(await server.newArea());
    await jo.push([caseOperation(place.practice), caseOperation(place.practice)]);
    await server.close();
    await server.store.close();
    const whole = await said(runAuditVerify, place.env);
    expect(whole).toMatchObject({ code: 0, err: expect.stringContaining("1 chains are whole") as string });
    const [, , link, hash] = whole.out.trim().split(" ");
    expect(link).toBe("2");
    const heads = join(folder, "heads");
    writeFileSync(heads, whole.out);
    expect(await said(runAuditVerify, place.env, heads)).toMatchObject({ code: 0 });
    writeFileSync(heads, `${jo.who.areaId} area 3 ${String(hash)}\n`);
    expect(await said(runAuditVerify, place.env, heads)).toMatchObject({
      code: 1,
      err: expect.stringMatching(`broken: area ${jo.who.areaId}, chain area, entry 3: the chain ends before`) as string,
    });
    writeFileSync(heads, "what is this\n");
    expect((await said(runAuditVerify, place.env, heads)).code).toBe(2);
  });
});

test("a login that row security holds makes no empty backup", async () => {
  const { env, open } = await inPostgres();
  await (await open()).close();
  const file = join(folder, "backup");
  expect(await said(runBackup, { DATABASE_URL: env["DATABASE_URL"] ?? "" }, file)).toMatchObject({
    code: 1,
    err: expect.stringContaining("would back up empty tables") as string,
  });
  expect(existsSync(file)).toBe(false);
});

test("without PostgreSQL's programs it says which is missing", async () => {
  const { env } = await inPostgres();
  const { code, err } = await said(runBackup, { ...env, POSTGRES_BIN: folder }, join(folder, "backup"));
  expect([code, err]).toEqual([1, expect.stringContaining("pg_dump is not on this machine")]);
});

test("a practice area that is open is not backed up, and says by which process", async () => {
  const { env, open } = await inPractice();
  const store = await open();
  const { code, err } = await said(runBackup, env, join(folder, "backup"));
  expect([code, err]).toEqual([
    1,
    expect.stringContaining(`in use by another Strandline (process ${String(process.pid)})`),
  ]);
  await store.close();
});
