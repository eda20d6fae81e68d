import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app";
import { openDevice, type Device } from "../support/browser";
import { showPractitioner } from "../support/browser";
import { byMouse } from "../support/hands";
import { createVisitor } from "../support/visitor";

const root = join(import.meta.dirname, "../..");
let dist: string;
let app: RunningApp;
let device: Device;

beforeAll(async () => {
  // Inside the repository, so that the copied server still finds its packages.
  mkdirSync(join(root, ".cache"), { recursive: true });
  dist = mkdtempSync(join(root, ".cache/dist-"));
  cpSync(join(root, "dist"), dist, { recursive: true });
  app = await startApp({ dist });
  device = await openDevice();
});

afterAll(async () => {
  await device.forget();
  await app.stop();
  rmSync(dist, { recursive: true });
});

test("a new version waits until a page lets it, and then takes over every tab", async () => {
  const context = device.context();
  // Counted from the start of each page, so that no test comes too late to see it.
  await context.addInitScript(() => {
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      const { dataset } = document.documentElement;
      dataset["takeovers"] = String(Number(dataset["takeovers"] ?? 0) + 1);
    });
  });
  const page = await context.newPage();
  await page.goto(app.origin);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const otherTab = await context.newPage();
  await otherTab.goto(app.origin);
  appendFileSync(join(dist, "app/sw.js"), "\n// the next version\n");
  await nextVersionWaits(page);
  // A worker asked to step aside while it still answers the page's first requests can hold Chromium up for minutes, so
  // wait until it is quiet, as it is by the time a person has read the offer.
  await page.reload({ waitUntil: "networkidle" });
  expect(await page.evaluate(isWaiting)).toBe(true);
  expect(await otherTab.evaluate(countTakeovers)).toBe(0);

  await page.evaluate(async () => {
    (await navigator.serviceWorker.ready).waiting?.postMessage({ type: "SKIP_WAITING" });
  });
  for (const tab of [page, otherTab])
    await tab.waitForFunction(() => document.documentElement.dataset["takeovers"] === "1");
  expect(await page.evaluate(isWaiting)).toBe(false);
});

test("a message that says anything else changes nothing", async () => {
  const page = await device.context().newPage();
  await page.goto(app.origin);
  appendFileSync(join(dist, "app/sw.js"), "\n// the version after that\n");
  await nextVersionWaits(page);
  await page.evaluate(async () => {
    const { waiting } = await navigator.serviceWorker.ready;
    for (const words of ["SKIP_WAITING", { type: "skip" }, null, 7]) waiting?.postMessage(words);
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  expect(await page.evaluate(isWaiting)).toBe(true);
});

test("a page that was loaded past the service worker is taken by it all the same", async () => {
  const page = await device.context().newPage();
  await page.goto(app.origin);
  const browserItself = await device.context().newCDPSession(page);
  await browserItself.send("Page.enable");
  const loaded = page.waitForEvent("load");
  await browserItself.send("Page.reload", { ignoreCache: true });
  await loaded;
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
});

test("a new version that is found in mid-visit waits, loses no word, and is used once the visit is left", async () => {
  const page = await device.context().newPage();
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.signIn();
  await visitor.newFamily();
  await visitor.startVisit();
  await visitor.agree();
  await page.getByLabel("What goes well").fill("Half a sentence, when the new version came");
  appendFileSync(join(dist, "app/sw.js"), "\n// found in mid-visit\n");
  await nextVersionWaits(page);

  await page.getByText("A new version is ready. It waits until the visit is left.").waitFor();
  expect(await page.getByRole("button", { name: "Use it now" }).count()).toBe(0);
  await visitor.saved();
  await page.getByRole("button", { name: "Leave the visit" }).click();
  await showPractitioner(page, "Leave the visit");

  const reloaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Use it now" }).click();
  await reloaded;
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting === null);
  expect(await page.getByText("A new version").count()).toBe(0);
  await visitor.goOn("Carry on with the visit");
  expect(await page.getByLabel("What goes well").inputValue()).toBe("Half a sentence, when the new version came");
});

const nextVersionWaits = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (registration.waiting === null) await new Promise((resolve) => setTimeout(resolve, 20));
  });

const isWaiting = async () => (await navigator.serviceWorker.ready).waiting !== null;
const countTakeovers = () => Number(document.documentElement.dataset["takeovers"] ?? 0);
