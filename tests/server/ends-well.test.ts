import { request } from "node:http";
import { expect, inject, test, vi } from "vitest";
import { openPostgresStore } from "#server/store/open-postgres-store";
import { PushResponse } from "#core/schema/wire";
import { runServer, untilItEnds } from "../support/app";
import { createDatabase } from "../support/postgres";
import { caseOperation } from "../support/server/bodies";
import { createTestServer } from "../support/server/test-server";
import { valueOf } from "../support/value-of";

test("a server that is told to end answers the push that has begun, and ends by itself", async () => {
  const url = await createDatabase(inject("postgresPort"));
  const store = valueOf(await openPostgresStore(url));
  const server = await createTestServer(store);
  const jo = await server.newPerson(await server.newArea());
  await server.close();
  await store.close();
  const child = runServer([], { DATABASE_URL: url, PORT: "0" });
  const ended = untilItEnds(child);
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await vi.waitFor(() => {
    expect(said).toMatch(/localhost:\d+/);
  }, 50_000);
  const origin = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? "";
  await vi.waitFor(async () => {
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  }, 50_000);

  const ops = Array.from({ length: 20 }, () => caseOperation(false));
  const message = JSON.stringify({ protocol: 1, deviceId: jo.deviceId, ops, events: [] });
  const half = Math.floor(message.length / 2);
  const answered = new Promise<{ readonly status: number | undefined; readonly body: string }>((resolve, reject) => {
    const asked = request(`${origin}/api/sync/push`, {
      method: "POST",
      headers: {
        ...{ origin, cookie: jo.cookie, "content-type": "application/json", expect: "100-continue" },
        "content-length": Buffer.byteLength(message),
      },
    });
    asked.on("error", reject);
    asked.on("response", (answer) => {
      let body = "";
      answer.on("data", (chunk: Buffer) => (body += chunk.toString()));
      answer.on("end", () => {
        resolve({ status: answer.statusCode, body });
      });
    });
    // The server has the request in its hands once it asks for the rest of it.
    asked.on("continue", () => {
      asked.write(message.slice(0, half));
      child.kill("SIGTERM");
      asked.end(message.slice(half));
    });
    asked.flushHeaders();
  });
  const { status, body } = await answered;
  expect(status).toBe(200);
  const { results } = PushResponse.parse(JSON.parse(body));
  expect(results.map((result) => result.status)).toEqual(ops.map(() => "accepted"));
  expect((await ended).code).toBe(0);
  await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
});
