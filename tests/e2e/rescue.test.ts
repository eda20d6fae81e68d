import { readFile } from "node:fs/promises";
import { afterEach, beforeAll, afterAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { byMouse } from "../support/hands";
import { createVisitor } from "../support/visitor";

const FILE_PASSPHRASE = "three words for a file";

let app: RunningApp;
const devices: Device[] = [];
beforeAll(async () => {
  app = await startApp();
});
afterEach(async () => {
  for (const device of devices.splice(0)) await device.forget();
});
afterAll(async () => {
  await app.stop();
});

const arrive = async () => {
  const device = await openDevice();
  devices.push(device);
  const page = await device.context().newPage();
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.signIn();
  return { device, page, visitor };
};

test("HAZ-02 a rescue file made on one device brings an unfinished visit and what was unsent to another, and is delivered once", async () => {
  const { page, visitor } = await arrive();
  await app.kill();
  await visitor.newFamily();
  await visitor.startVisit();
  await visitor.agree({ loves: "Building dens" });
  await visitor.saved();
  await page.getByRole("button", { name: "Leave the visit" }).click();
  await visitor.goOn("Leave the visit").catch(() => undefined);
  await page.evaluate(() => {
    history.replaceState(null, "", "/settings/rescue");
  });
  await page.reload();
  await page.getByLabel("A passphrase for this file").fill(FILE_PASSPHRASE);
  await page.getByLabel("The same passphrase again").fill(FILE_PASSPHRASE);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make the file" }).click();
  const path = await (await download).path();
  const text = await readFile(path, "utf8");
  for (const words of ["Building dens", "Amelia", "Sarah", "Okafor"]) expect(text).not.toContain(words);

  await app.start();
  const other = await arrive();
  await other.page.goto(`${app.origin}/settings/rescue`);
  await other.page.getByLabel("The rescue file").setInputFiles(path);
  await other.page.getByLabel("Its passphrase").fill(FILE_PASSPHRASE);
  await other.page.getByRole("button", { name: "Put it back" }).click();
  await other.page.getByText(/It was put back: one draft, one thing that waits to be sent/).waitFor();
  await other.page.getByRole("button", { name: "Put it back" }).waitFor();
  await other.page.goto(app.origin);
  await other.page.locator('[data-sync="all-delivered"]').waitFor();
});

test("HAZ-02 databases that the browser cleared are missed: the app says what was in them", async () => {
  const { device, page, visitor } = await arrive();
  await visitor.newFamily();
  await visitor.startVisit();
  await visitor.agree();
  await visitor.saved();
  await page.goto("about:blank");
  const cdp = await device.context().newCDPSession(page);
  await cdp.send("Storage.clearDataForOrigin", { origin: app.origin, storageTypes: "indexeddb" });
  await page.goto(app.origin);
  await page.getByRole("heading", { name: "This device's browser cleared what was kept here" }).waitFor();
  await page.getByText(/As last known: one draft, nothing that waited/).waitFor();
  await page.getByText("What had been sent is safe. Sign in, and it comes back.").waitFor();
});
