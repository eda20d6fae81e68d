import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createApp } from "#server/app";
import { NO_AREA_FILES } from "#server/area-files/area-files";
import { readConfig } from "#server/config";
import { noStore } from "../support/server/no-store";
import { valueOf } from "../support/value-of";

const CANARY = "Zephyrine";
const TOKEN = "0123456789abcdef";

let appDir: string;
beforeEach(() => {
  appDir = mkdtempSync(join(tmpdir(), "strandline-app-"));
  writeFileSync(join(appDir, "index.html"), "");
});
afterEach(() => {
  rmSync(appDir, { recursive: true });
});

const appWith = (env: Readonly<Record<string, string>>) =>
  createApp({
    config: valueOf(readConfig(env, ["--practice"])),
    appDir,
    log: { write: () => undefined },
    store: noStore,
    practicePeople: undefined,
    areaFiles: NO_AREA_FILES,
  });

test("without a token there are no counts, whoever asks and whatever they bring", async () => {
  const app = await appWith({});
  const nowhere = await app.inject("/metrics.txt");
  for (const authorization of ["", "Bearer ", "Bearer undefined", `Bearer ${TOKEN}`]) {
    const answer = await app.inject({ url: "/metrics", headers: { authorization } });
    expect(answer.statusCode).toBe(nowhere.statusCode);
    expect(answer.body).not.toContain("strandline_answers");
  }
  await app.close();
});

test("with another token than the server's nothing is told, not even that it is there", async () => {
  const app = await appWith({ METRICS_TOKEN: TOKEN });
  for (const authorization of ["", `Bearer ${TOKEN}x`, TOKEN, `bearer ${TOKEN}`]) {
    const answer = await app.inject({ url: "/metrics", headers: { authorization } });
    expect([answer.statusCode, answer.body]).toEqual([404, '{"error":"not-found"}']);
  }
  await app.close();
});

test("answers are counted by method, route and status, with how long they took, and without a name or an address", async () => {
  const app = await appWith({ METRICS_TOKEN: TOKEN });
  const metrics = async (): Promise<string> =>
    (await app.inject({ url: "/metrics", headers: { authorization: `Bearer ${TOKEN}` } })).body;
  await app.inject("/healthz");
  await app.inject("/healthz");
  for (const url of [`/profiles/${CANARY}?child=${CANARY}`, `/nowhere/${CANARY}`, `/api/${CANARY}`]) {
    await app.inject({ url, headers: { cookie: CANARY, "user-agent": CANARY, "x-child": CANARY } });
  }
  const told = await metrics();
  expect(told).toContain('strandline_answers_seconds_count{method="GET",route="/healthz",status="200"} 2\n');
  expect(told).toContain('strandline_answers_seconds_bucket{method="GET",route="/healthz",status="200",le="+Inf"} 2\n');
  expect(told).toMatch(/_sum\{method="GET",route="\/healthz",status="200"\} \d+\.\d{6}\n/);
  expect(told).toContain('route="/profiles/*"');
  expect(told).not.toContain(CANARY);
  expect(told).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  for (const line of told.trim().split("\n")) {
    expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ [\w .]+|\w+(?:\{\w+="[^"]*"(?:,\w+="[^"]*")*\})? [\d.]+)$/);
  }
  expect(await metrics()).toContain('route="/metrics",status="200"');
  await app.close();
});

test("a token that could be guessed is refused, and not repeated", () => {
  const read = readConfig({ METRICS_TOKEN: "short" }, []);
  expect(read).toMatchObject({ ok: false, error: { faults: [{ name: "METRICS_TOKEN" }] } });
  expect(JSON.stringify(read)).not.toContain('"short"');
});
