import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";

const root = join(import.meta.dirname, "../..");
/** A file that every version keeps, and that no page needs in order to open. */
const FILE = "icons/icon-192.png";

let dist: string;
let app: RunningApp;
let device: Device;
let page: Page;

beforeAll(async () => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  dist = mkdtempSync(join(root, ".cache/dist-"));
  cpSync(join(root, "dist"), dist, { recursive: true });
  app = await startApp({ dist });
  device = await openDevice();
  page = await device.context().newPage();
  // The whole app comes along first, on a machine that may be busy.
  await page.goto(app.origin, { waitUntil: "commit" });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 100_000 });
});

afterAll(async () => {
  await device.forget();
  await app.stop();
  rmSync(dist, { recursive: true });
});

const served = (file: string) => join(dist, "app", file);
const whole = readFileSync(join(root, "dist/app", FILE));

/** A version in which that file is new, so that no device has it yet; the bytes that it is to have stay the same. */
const publishNext = (name: string): void => {
  const worker = readFileSync(join(root, "dist/app/sw.js"), "utf8");
  const next = worker.replace(
    new RegExp(`"revision":"[0-9a-f]+","url":"${FILE}"`, "g"),
    `"revision":"${name}","url":"${FILE}"`,
  );
  expect(next).not.toBe(worker);
  writeFileSync(served("sw.js"), next);
};

/** Looks for a new version, and says what became of the one that was found. */
const lookForNext = () =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    let isFound = false;
    registration.addEventListener("updatefound", () => {
      isFound = true;
    });
    // It may fail so soon that the page is told of both at once.
    await registration.update().catch(() => undefined);
    while (registration.installing !== null) await new Promise((resolve) => setTimeout(resolve, 20));
    return { isFound, waits: registration.waiting !== null, goesOn: registration.active?.state };
  });

const opensOffline = async (): Promise<void> => {
  await app.kill();
  await page.reload();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await app.start();
};

const changedAt = (at: number): Buffer => {
  const bytes = Buffer.from(whole);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
};

test.each([
  ["missing", undefined],
  ["cut short", whole.subarray(0, whole.length - 1)],
  ["empty", Buffer.alloc(0)],
  ["other in one bit", changedAt(whole.length >> 1)],
])(
  "HAZ-02 a new version with a file that is %s never takes the place of the old one, which goes on offline",
  async (name, bytes) => {
    publishNext(`broken-${name.replaceAll(" ", "-")}`);
    if (bytes === undefined) rmSync(served(FILE));
    else writeFileSync(served(FILE), bytes);

    expect(await lookForNext()).toEqual({ isFound: true, waits: false, goesOn: "activated" });
    await opensOffline();
  },
);

test("the same version is taken once its files are whole", async () => {
  publishNext("mended");
  writeFileSync(served(FILE), whole);
  expect(await lookForNext()).toEqual({ isFound: true, waits: true, goesOn: "activated" });
});

test("every file that the app keeps is named with what its bytes are", () => {
  const worker = readFileSync(join(root, "dist/app/sw.js"), "utf8");
  const urls = new Set([...worker.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url));
  const vouchedFor = new Set(
    [
      ...worker.matchAll(/"integrity":"sha256-[A-Za-z0-9+/]{43}=","revision":(?:null|"[0-9a-f]+"),"url":"([^"]+)"/g),
    ].map(([, url]) => url),
  );
  expect(vouchedFor.size).toBeGreaterThan(100);
  expect([...urls].filter((url) => !vouchedFor.has(url))).toEqual([]);
});
