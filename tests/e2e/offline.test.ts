import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { startApp, type RunningApp } from "../support/app";
import { openDevice, type Device } from "../support/browser";

let app: RunningApp;
let device: Device;

beforeAll(async () => {
  app = await startApp();
  device = await openDevice();
});

afterAll(async () => {
  await device.forget();
  await app.stop();
});

test("whose pictures they are stands beside them", async () => {
  const licence = await (await fetch(`${app.origin}/pictures/LICENSE.txt`)).text();
  for (const words of ["OpenMoji", "Benedikt Groß", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"])
    expect(licence).toContain(words);
});

test("after one visit the app opens, reloads and answers deep links with the server dead, and works again after", async () => {
  const complaints: string[] = [];
  const page = await device.context().newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text());
  });

  await page.goto(app.origin);
  await expectShell(page);
  await takesControl(page);

  await app.kill();
  await expect(fetch(app.origin)).rejects.toThrow();

  const reloaded = await page.reload();
  expect(reloaded?.fromServiceWorker()).toBe(true);
  expect(reloaded?.headers()["content-security-policy"]).toContain("require-trusted-types-for 'script'");
  await expectShell(page);

  const deepLink = await device.context().newPage();
  const answer = await deepLink.goto(`${app.origin}/profiles/x/picture`);
  expect(answer?.status()).toBe(200);
  expect(answer?.fromServiceWorker()).toBe(true);
  await expectShell(deepLink);
  await deepLink.close();

  const restarted = await device.reopen();
  const coldStart = await restarted.newPage();
  expect((await coldStart.goto(app.origin))?.fromServiceWorker()).toBe(true);
  await expectShell(coldStart);

  expect(complaints).toEqual([]);
});

test("the service worker keeps no answer of the API and none of the health check", async () => {
  await app.kill();
  await app.start();
  const page = await device.context().newPage();
  await page.goto(app.origin);
  await takesControl(page);

  const answers = await page.evaluate(async () =>
    Promise.all(
      ["/healthz", "/api/nothing-here"].map(async (path) => {
        const answer = await fetch(path);
        return { path, status: answer.status, kept: (await caches.match(path)) !== undefined };
      }),
    ),
  );
  expect(answers).toEqual([
    { path: "/healthz", status: 200, kept: false },
    { path: "/api/nothing-here", status: 404, kept: false },
  ]);

  const visited = await page.goto(`${app.origin}/healthz`);
  expect(await visited?.json()).toEqual({ status: "ok" });
  await page.goBack();

  const kept = await page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  });
  expect(kept).toContain("/index.html");
  expect(kept).toContain("/fonts/atkinson-hyperlegible-regular.woff2");
  const { pictures } = JSON.parse(readFileSync("questionnaires/pictures.json", "utf8")) as { pictures: object };
  expect(kept).toEqual(expect.arrayContaining(Object.keys(pictures).map((name) => `/pictures/${name}.svg`)));
  expect(kept.filter((path) => path.startsWith("/api") || path === "/healthz")).toEqual([]);
});

const takesControl = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** React has drawn something, so scripts and styles came along, not just the page. */
const expectShell = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.querySelector("#root")?.hasChildNodes());
};
