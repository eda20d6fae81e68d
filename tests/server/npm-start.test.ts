import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { untilItEnds } from "../support/app";

const root = join(import.meta.dirname, "../..");
let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "strandline-npm-"));
});
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

const npm = (...args: string[]) => {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, PORT: "0", DATA_DIR: dataDir };
  return spawn("npm", args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
};

test("whoever ends npm start ends the server, and leaves nobody on its port", { timeout: 60_000 }, async () => {
  const child = npm("start", "--", "--practice");
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await vi.waitFor(() => {
    expect(said).toContain("Strandline is at");
  }, 40_000);
  const origin = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? "";
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);

  child.kill("SIGTERM");
  await once(child, "exit");
  await vi.waitFor(() => expect(fetch(`${origin}/healthz`)).rejects.toThrow(), 10_000);
});

test("under npm run -s only the program itself speaks on stdout", { timeout: 60_000 }, async () => {
  const { code, out } = await untilItEnds(npm("run", "-s", "score"));
  expect(code).not.toBe(0);
  expect(out).toBe("");
});
