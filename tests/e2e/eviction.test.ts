import { afterEach, beforeAll, afterAll, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { byMouse } from "../support/hands";
import { createVisitor } from "../support/visitor";

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
