import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createApp } from "#server/app";
import { NO_AREA_FILES } from "#server/area-files/area-files";
import { readConfig } from "#server/config";
import { noStore } from "../support/server/no-store";

const CANARY = "Zephyrine";

let app: FastifyInstance;
let appDir: string;
let lines: string[];

beforeEach(async () => {
  const config = readConfig({ LOG_LEVEL: "trace" }, []);
  if (!config.ok) throw new Error("the test's own configuration is wrong");
  appDir = mkdtempSync(join(tmpdir(), "strandline-app-"));
  writeFileSync(join(appDir, "index.html"), "");
  lines = [];
  app = await createApp({
    config: config.value,
    appDir,
    log: { write: (line) => lines.push(line) },
    store: noStore,
    practicePeople: undefined,
    areaFiles: NO_AREA_FILES,
  });
  app.get("/bug/:name", () => {
    throw Object.assign(new Error(`could not save ${CANARY}`), { code: "E_SAVE" });
  });
  app.get("/twice/:name", (_request, reply) => {
    void reply.send("once");
    return reply.send("twice");
  });
  app.post("/echo", (request) => request.body);
});

afterEach(async () => {
  await app.close();
  rmSync(appDir, { recursive: true });
});

test("an answer is logged by its route's pattern, status and time", async () => {
  await app.inject("/profiles/018f/picture");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual(
    expect.objectContaining({
      method: "GET",
      route: "/profiles/*",
      status: 200,
      ms: expect.any(Number) as number,
      reqId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    }),
  );
});

test("no name reaches the log, by address, query, header, body or the words of an error", async () => {
  const named = [
    { url: `/profiles/${CANARY}?child=${CANARY}` },
    { url: `/nowhere/${CANARY}` },
    { url: `/bug/${CANARY}` },
    { url: `/twice/${CANARY}?child=${CANARY}` },
    { url: "/healthz", headers: { "x-child": CANARY, cookie: `name=${CANARY}`, "user-agent": CANARY } },
    { url: "/echo", method: "POST", payload: { child: CANARY } },
    { url: "/echo", method: "POST", payload: `{"child":"${CANARY}`, headers: { "content-type": "application/json" } },
    { url: "/echo", method: "POST", payload: CANARY, headers: { "content-type": `text/${CANARY}` } },
    { url: `/%E0%A4%A/${CANARY}` },
  ] as const;
  for (const request of named) await app.inject(request);

  expect(lines.length).toBeGreaterThanOrEqual(named.length);
  expect(lines.filter((line) => line.toLowerCase().includes(CANARY.toLowerCase()))).toEqual([]);
});

test("a bug is logged by its kind and place, and answered without either", async () => {
  const answer = await app.inject("/bug/x");
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toEqual({ error: "failed" });

  const failed = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ msg }) => msg === "failed");
  expect(failed).toMatchObject({ kind: "Error", code: "E_SAVE", route: "/bug/:name" });
  expect(failed?.["frames"]).toEqual(
    expect.arrayContaining([expect.stringContaining("request-log.test.ts") as string]),
  );
});
