import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "#server/app";
import { NO_AREA_FILES } from "#server/area-files/area-files";
import { readConfig } from "#server/config";
import { pageRoutes } from "#server/page-routes";
import { noStore } from "../support/server/no-store";

let appDir: string;
let app: FastifyInstance;
const withoutStore = { store: noStore, practicePeople: undefined, areaFiles: NO_AREA_FILES };

const configFrom = (env: Record<string, string>) => {
  const config = readConfig(env, ["--practice"]);
  if (!config.ok) throw new Error("the test's own configuration is wrong");
  return config.value;
};

beforeAll(async () => {
  appDir = mkdtempSync(join(tmpdir(), "strandline-app-"));
  mkdirSync(join(appDir, "assets"));
  writeFileSync(join(appDir, "index.html"), "<!doctype html><title>Strandline</title>");
  writeFileSync(join(appDir, "sw.js"), "// worker");
  writeFileSync(join(appDir, "manifest.webmanifest"), "{}");
  writeFileSync(join(appDir, "assets/main-abc123.js"), "export {};");
  writeFileSync(join(appDir, ".built-from"), "secret");
  app = await createApp({ config: configFrom({}), appDir, log: { write: () => undefined }, ...withoutStore });
});

afterAll(async () => {
  await app.close();
  rmSync(appDir, { recursive: true });
});

describe("the health check", () => {
  test("says ok and is never kept", async () => {
    const answer = await app.inject("/healthz");
    expect(answer.json()).toEqual({ status: "ok" });
    expect(answer.headers["cache-control"]).toBe("no-store");
  });
});

describe("the app's files", () => {
  test.each(["/index.html", "/sw.js", "/manifest.webmanifest"])("%s is asked for again each time", async (path) => {
    const answer = await app.inject(path);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["cache-control"]).toBe("no-cache");
  });

  test("a file with its hash in the name is kept for good", async () => {
    const answer = await app.inject("/assets/main-abc123.js");
    expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(answer.headers["content-type"]).toContain("javascript");
  });

  test("a missing file is not answered with the shell", async () => {
    const answer = await app.inject("/assets/main-old.js");
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toEqual({ error: "not-found" });
  });

  test.each(["/.built-from", "/../package.json", "/%2e%2e/package.json", "/assets/..%2f..%2fetc/passwd"])(
    "%s is not served",
    async (path) => {
      expect((await app.inject(path)).statusCode).toBeGreaterThanOrEqual(400);
    },
  );
});

describe("the app's pages", () => {
  const addresses = pageRoutes.map((route) => route.replace("*", "018f/picture"));

  test.each([...addresses, "/cases?name=x"])("%s is answered with the shell", async (path) => {
    const answer = await app.inject(path);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toContain("text/html");
    expect(answer.headers["cache-control"]).toBe("no-cache");
  });

  test.each(["/nowhere", "/casesx", "/api", "/api/sync/push", "/profiles", "/cases.php"])(
    "%s is no page, and says so in JSON",
    async (path) => {
      const answer = await app.inject({ url: path, headers: { accept: "text/html", "sec-fetch-mode": "navigate" } });
      expect(answer.statusCode).toBe(404);
      expect(answer.headers["content-type"]).toContain("application/json");
      expect(answer.headers["cache-control"]).toBe("no-store");
    },
  );

  test("a script that fetches a page is told that nothing is there", async () => {
    const answer = await app.inject({ url: "/cases/018f", headers: { "sec-fetch-mode": "cors" } });
    expect(answer.statusCode).toBe(404);
  });

  test("nothing can be posted to a page", async () => {
    expect((await app.inject({ method: "POST", url: "/cases/018f" })).statusCode).toBe(404);
  });
});

describe("the headers", () => {
  test.each(["/", "/healthz", "/assets/main-abc123.js", "/nowhere"])("%s carries the strict policy", async (path) => {
    const { headers } = await app.inject(path);
    const policy = String(headers["content-security-policy"]).split(";");
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types strandline",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["permissions-policy"]).toContain("camera=()");
  });

  test("localhost is never told to insist on https", async () => {
    expect((await app.inject("/")).headers["strict-transport-security"]).toBeUndefined();
  });

  test("an https origin is", async () => {
    const config = configFrom({ PUBLIC_ORIGIN: "https://strandline.example" });
    const secure = await createApp({ config, appDir, log: { write: () => undefined }, ...withoutStore });
    expect((await secure.inject("/")).headers["strict-transport-security"]).toBe("max-age=31536000");
    await secure.close();
  });
});
