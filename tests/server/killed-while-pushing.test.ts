import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { PushResponse, type PushResult } from "#core/schema/wire";
import { openPostgresStore } from "#server/store/open-postgres-store";
import { startApp, type RunningApp } from "../support/app";
import { connect, createDatabase } from "../support/postgres";
import { caseOperation, profileOperation } from "../support/server/bodies";
import { createTestServer, type TestDevice } from "../support/server/test-server";
import { valueOf } from "../support/value-of";

const KILLS = Number(process.env["KILLS"] ?? 5);
let app: RunningApp;
let jo: TestDevice;
let superuser: Awaited<ReturnType<typeof connect>>;

beforeAll(async () => {
  const url = await createDatabase(inject("postgresPort"));
  const store = valueOf(await openPostgresStore(url));
  const server = await createTestServer(store);
  jo = await server.newPerson(await server.newArea());
  await server.close();
  await store.close();
  superuser = await connect(url.replace("login_of_tests", "owner"));
  app = await startApp({ args: [], env: { DATABASE_URL: url } });
});
afterAll(async () => {
  await app.stop();
  await superuser.end();
});

const isReady = (): Promise<void> =>
  vi.waitFor(
    async () => {
      expect((await fetch(`${app.origin}/readyz`)).status).toBe(200);
    },
    { timeout: 30_000, interval: 20 },
  );

const push = async (ops: readonly unknown[]): Promise<readonly PushResult[]> => {
  const answer = await fetch(`${app.origin}/api/sync/push`, {
    method: "POST",
    headers: { origin: app.origin, cookie: jo.cookie, "content-type": "application/json" },
    body: JSON.stringify({ protocol: 1, deviceId: jo.deviceId, ops, events: [] }),
  });
  return PushResponse.parse(await answer.json()).results;
};

test(
  "HAZ-02 a server killed in the middle of a push loses nothing that it acknowledged and doubles nothing that is sent again",
  async () => {
    const delays = fc.sample(fc.integer({ min: 1, max: 120 }), { numRuns: KILLS, seed: 20_261_122 });
    let interrupted = 0;
    for (const delayMs of delays) {
      await isReady();
      const theCase = caseOperation(false);
      const profiles = Array.from({ length: 15 }, () => profileOperation(false, theCase.caseId));
      const amendments = profiles.map(({ opId, recordId }) =>
        profileOperation(false, theCase.caseId, { recordId, parents: [opId] }),
      );
      const ops = [theCase, ...profiles, ...amendments];
      const acknowledged = new Map<string, PushResult>();
      const sending = (async () => {
        // In small pushes, so that some are acknowledged before the end comes.
        for (let next = 0; next < ops.length; next += 3) {
          for (const result of await push(ops.slice(next, next + 3))) acknowledged.set(result.opId, result);
        }
      })().catch(() => (interrupted += 1));
      await pause(delayMs);
      await app.kill();
      await sending;

      await app.start();
      await isReady();
      const again = await push(ops);
      expect(again.map(({ status }) => status)).toEqual(ops.map(() => "accepted"));
      for (const result of again)
        if (acknowledged.has(result.opId)) expect(result).toEqual(acknowledged.get(result.opId));
      const { rows } = await superuser.query(
        `select (select count(*) from strandline.revision where case_id = $1) as revisions,
        (select count(*) from strandline.branch where case_id = $1) as branches,
        (select count(*) from strandline.audit where rev_id = any ($2) and kind = 'op-accepted') as audited`,
        [theCase.caseId, ops.map(({ opId }) => opId)],
      );
      expect(rows).toEqual([{ revisions: ops.length, branches: 0, audited: ops.length }]);
    }
    // The delays are meant to fall into the pushing, or this shows nothing.
    expect(interrupted).toBeGreaterThan(0);
  },
  40_000 + KILLS * 40_000,
);
