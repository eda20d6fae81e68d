import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { runServer, startApp, untilItEnds } from "../support/app";
import { createDatabase } from "../support/postgres";
import people from "../../practice/people.json";

let inTheWay: Server | undefined;
let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "strandline-start-"));
});
afterEach(() => {
  inTheWay?.close();
  inTheWay = undefined;
  rmSync(dataDir, { recursive: true });
});

const untilReady = (origin: string): Promise<void> =>
  vi.waitFor(
    async () => {
      expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    },
    { timeout: 50_000, interval: 100 },
  );

test("it says in one line where it is, and answers there at once, with its pages", async () => {
  const app = await startApp({ untilItIsReady: false });
  expect(app.output()).toBe(`Strandline is at ${app.origin} (practice area: made-up families only)\n`);
  expect(await (await fetch(`${app.origin}/healthz`)).json()).toEqual({ status: "ok" });
  expect((await fetch(`${app.origin}/index.html`)).status).toBe(200);
  await app.stop();
});

test("while its database is being made it says so, again and again, and is never deaf to it for long", async () => {
  const app = await startApp({ untilItIsReady: false });
  const answers: (readonly [number, unknown])[] = [];
  for (let isOpen = false; !isOpen;) {
    const answer = await fetch(`${app.origin}/readyz`);
    isOpen = answer.ok;
    answers.push([answer.status, await answer.json()]);
    await pause(5);
  }
  // One that worked at it without a pause would have answered once or twice.
  expect(answers.length).toBeGreaterThan(10);
  expect(new Set(answers.slice(0, -1).map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify([503, { status: "not-ready", reason: "store-opening" }])]),
  );
  await app.stop();
}, 120_000);

test("in practice it says how to sign in, and it is so", async () => {
  const app = await startApp();
  await untilReady(app.origin);
  await vi.waitFor(() => {
    expect(app.output()).toContain("does not wait for the disk");
  });
  expect(app.output()).toContain(
    `Sign in as Grace Okafor, or Tomasz Lewandowski, or Siân Pritchard, or Ruth Adeyemi, or Imogen Hartley. The passphrase of each is: ${people.passphrase}`,
  );
  const listed = (await (await fetch(`${app.origin}/api/practice/people`)).json()) as { people: { id: string }[] };
  expect(listed.people).toEqual(
    people.people.map(({ id, name, role, agencyId }) => ({
      ...{ id, name, role },
      agency: people.agencies.find((agency) => agency.id === agencyId)?.name,
    })),
  );
  for (const { id } of listed.people) {
    const answer = await fetch(`${app.origin}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: app.origin },
      body: JSON.stringify({ accountId: id, passphrase: people.passphrase }),
    });
    expect(await answer.json()).toMatchObject({ signedIn: true, practice: true, account: { accountId: id } });
  }
  await app.kill();
  await app.start();
  await untilReady(app.origin);
  await app.stop();
});

test("two never work on one folder: the second ends with the reason", async () => {
  const first = await startApp();
  const { code, out, err } = await untilItEnds(runServer(["--practice"], { PORT: "0", DATA_DIR: first.dataDir }));
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(err).toContain("is in use by another Strandline (process ");
  await first.stop();
});

test("with a database it migrates, answers, and knows no practice", async () => {
  const url = await createDatabase(inject("postgresPort"));
  const app = await startApp({ args: [], env: { DATABASE_URL: url } });
  await untilReady(app.origin);
  expect(app.output()).toBe(`Strandline is at ${app.origin}\n`);
  expect((await fetch(`${app.origin}/api/practice/people`)).status).toBe(404);
  expect(await (await fetch(`${app.origin}/api/session`)).json()).toEqual({ signedIn: false, practice: false });
  await app.stop();
});

test("with a database that is not there it ends with a code, and without the address, which may hold a password", async () => {
  const env = { PORT: "0", DATABASE_URL: "postgres://u:secret@127.0.0.1:1/d" };
  const { code, err } = await untilItEnds(runServer([], env));
  expect(code).toBe(1);
  expect(err).toContain("cannot be reached (ECONNREFUSED)");
  expect(err).not.toContain("secret");
});

test("it comes back on the same port after it was killed", async () => {
  const app = await startApp();
  const { origin } = app;
  await app.kill();
  await expect(fetch(origin)).rejects.toThrow();
  await app.start();
  expect(app.origin).toBe(origin);
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  await app.stop();
});

test("without --practice it says that there is only practice", async () => {
  const child = runServer([], { PORT: "0", DATA_DIR: dataDir });
  const ended = untilItEnds(child);
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await vi.waitFor(() => {
    expect(said).toContain("does not wait for the disk");
  }, 50_000);
  child.kill("SIGTERM");
  const { code, out } = await ended;
  expect(out).toContain("(practice area: made-up families only)\nAn area cannot be set up yet");
  expect(code).toBe(0);
});

test("a port that is taken ends it with the reason and a way out", async () => {
  inTheWay = createServer().listen(0, "127.0.0.1");
  await once(inTheWay, "listening");
  const { port } = inTheWay.address() as AddressInfo;

  const { code, out, err } = await untilItEnds(runServer(["--practice"], { PORT: String(port), DATA_DIR: dataDir }));
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(err).toBe(
    `Strandline did not start: port ${port} is already in use. ` +
      `Stop what uses it, or choose another: PORT=${port + 1} npm start\n`,
  );
});

test("a flag that it does not know ends it with the reason", async () => {
  const { code, err } = await untilItEnds(runServer(["--practise"], {}));
  expect(code).toBe(1);
  expect(err).toBe("Strandline did not start:\n  --practise is not a flag; the only one is --practice\n");
});
