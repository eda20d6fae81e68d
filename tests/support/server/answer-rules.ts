import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { caseBody, caseOperation, profileBody, profileOperation, voice } from "./bodies";
import { createTestServer, type TestDevice, type TestServer } from "./test-server";

const CANARY = "Zephyrine";

/** What the server says of itself, and what it never says of anybody. */
export const describeAnswers = (server: () => TestServer): void => {
  let jo: TestDevice;
  beforeAll(async () => {
    jo = await server().newPerson(await server().newArea());
  });

  test("no word that was sent reaches the log or the answer to what was wrong with it", async () => {
    const { practice, lines, app } = server();
    const theCase = caseOperation(practice, { body: caseBody(practice, {}, CANARY) });
    const canaries = { [`voice/motor/${CANARY}`]: voice(3, { goesWell: CANARY }), [CANARY]: { [CANARY]: CANARY } };
    const profile = profileOperation(practice, theCase.caseId, { body: profileBody(practice, canaries) });
    const malformed = [
      { ...profile, [CANARY]: CANARY },
      { ...profile, recordType: CANARY, body: { [CANARY]: CANARY } },
      { ...profile, sha256: CANARY, clientTime: CANARY },
      profileOperation(practice, theCase.caseId, { body: `{"${CANARY}` }),
      profileOperation(practice, theCase.caseId, {
        body: profileBody(practice, { [`voice/motor/${CANARY}`]: { mark: CANARY, goesWell: [CANARY] }, frame: CANARY }),
      }),
    ];
    const answers: string[] = [JSON.stringify(await jo.push([theCase, profile, ...malformed]))];
    expect(JSON.stringify(await jo.pull())).toContain(CANARY);
    const message = { protocol: 1, deviceId: jo.deviceId, ops: [], events: [] };
    for (const [path, payload, headers] of [
      ["/api/sync/push", { ...message, [CANARY]: CANARY }],
      ["/api/sync/push", { ...message, deviceId: CANARY }],
      ["/api/sync/push", { ...message, ops: [{ opId: CANARY, body: CANARY }] }],
      ["/api/sync/push", `{"${CANARY}": ${CANARY}`],
      ["/api/sync/push", gzipSync(CANARY), { "content-encoding": "gzip" }],
      ["/api/sync/push", CANARY, { "content-encoding": "gzip" }],
      ["/api/sync/push", CANARY, { "content-type": `text/${CANARY}` }],
      ["/api/sync/pull", { manifest: [[CANARY, CANARY]] }],
      ["/api/sync/digest", { digest: CANARY }],
      [`/api/sync/${CANARY}?${CANARY}`, { [CANARY]: CANARY }],
      ["/api/session", { name: CANARY, passphrase: CANARY }],
      ["/api/session", { name: [CANARY], passphrase: CANARY }],
      ["/api/session", { accountId: CANARY, passphrase: CANARY }],
    ] as const) {
      const answer = await jo.send(path, payload, headers);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      answers.push(answer.body, JSON.stringify(answer.headers));
    }
    expect((await app.inject({ url: "/openapi.json" })).statusCode).toBe(200);
    expect(lines.length).toBeGreaterThan(15);
    expect([...answers, ...lines].filter((words) => words.toLowerCase().includes(CANARY.toLowerCase()))).toEqual([]);
  });

  describe("every answer of the API", () => {
    test.each(["/api/session", "/api/sync/push", "/api/sync/pull", "/api/sync/digest", "/api/nowhere"])(
      "%s is kept by nobody",
      async (url) => {
        for (const method of ["GET", "POST", "DELETE"] as const) {
          expect((await server().app.inject({ method, url })).headers["cache-control"]).toBe("no-store");
        }
      },
    );
  });

  test("a long answer is packed for whoever can unpack it, and plain for others", async () => {
    const { practice } = server();
    const theCase = caseOperation(practice);
    const body = profileBody(practice, { "loves/a": { loves: "trains ".repeat(700) } });
    await jo.push([theCase, profileOperation(practice, theCase.caseId, { body })]);
    const pull = (coding: string) => jo.send("/api/sync/pull", { manifest: [] }, { "accept-encoding": coding });
    const plain = await pull("identity");
    expect(plain.headers["content-encoding"]).toBeUndefined();
    for (const [accepted, coding, unpack] of [
      ["gzip, deflate", "gzip", gunzipSync],
      ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
    ] as const) {
      const packed = await pull(accepted);
      expect(packed.headers).toMatchObject({ "content-encoding": coding, vary: "accept-encoding" });
      expect(packed.headers["content-length"]).toBe(String(packed.rawPayload.length));
      expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
      expect(JSON.parse(unpack(packed.rawPayload).toString())).toEqual(plain.json());
    }
  });

  test("it is ready when its database is there, and says why when it is not", async () => {
    const ready = await server().app.inject("/readyz");
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: "ready" }]);
    const { store } = server();
    for (const condition of ["unreachable", "opening"] as const) {
      const cut = await createTestServer({ ...store, condition: () => Promise.resolve(condition) });
      const answer = await cut.app.inject("/readyz");
      expect([answer.statusCode, answer.json()]).toEqual([503, { status: "not-ready", reason: `store-${condition}` }]);
      await cut.close();
    }
  });

  test("the API's description is made of the schemas that it is held to", async () => {
    const answer = await server().app.inject("/openapi.json");
    const { paths } = answer.json<{ paths: Record<string, Record<string, unknown>> }>();
    expect(Object.keys(paths).sort()).toEqual([
      "/api/devices",
      "/api/held",
      "/api/held/decide",
      "/api/held/decided",
      "/api/held/open",
      "/api/overview",
      "/api/questionnaires/{id}/{version}",
      "/api/session",
      "/api/sync/digest",
      "/api/sync/pull",
      "/api/sync/push",
      "/api/sync/sealed",
      "/api/sync/sealed/give-up",
      "/api/sync/sealed/taken",
    ]);
    const push = JSON.stringify(paths["/api/sync/push"]);
    for (const name of ["opId", "parents", "schemaVersion", "sha256", "clientTime", "deviceId", "hmac", "auditSeq"]) {
      expect(push).toContain(`"${name}"`);
    }
    expect(push).toContain('"additionalProperties":false');
  });
};
