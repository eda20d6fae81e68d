import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readRescueFile } from "#core/sealed/rescue-file";
import { deriveHere } from "#platform/sealing/derive-here";
import { createRescueSeal } from "#platform/sealing/rescue-seal";
import { type RunningApp, startApp } from "../support/app";
import type { Device } from "../support/browser";
import { fillDevice } from "../support/full-device";
import { valueOf } from "../support/value-of";
import { beginOn, noteOn } from "../support/visit-on-a-device";

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

const PASSPHRASE = "four made up words";

test("HAZ-02 a full disk in the middle of a visit: it is said with what to do, the words stay, and are saved once there is room", async () => {
  const { page, note, visitor } = await beginOn(app, devices);
  await note.fill("Saved while there was room.");
  await visitor.saved();
  const disk = await fillDevice(page, app.origin);
  const words = await disk.typeUntilFull(note, "On a full disk she told us about the harbour.");
  const said = page.locator('[data-save-state="failed"]');
  expect(await said.textContent()).toBe(
    "Not saved: this device is full. Take films, photos or downloads off it, and keep this page open. It is saved as soon as there is room.",
  );
  await note.pressSequentially(" And of the boats.");
  expect(await note.inputValue()).toBe(`${words} And of the boats.`);
  expect(await said.count()).toBe(1);

  await disk.makeRoom();
  await visitor.saved();
  await page.reload();
  await note.waitFor();
  expect(await noteOn(page).inputValue()).toBe(`${words} And of the boats.`);
});

test("HAZ-02 from a failed save a rescue file is one tap away, holds the words that could not be saved, and changes nothing on the page", async () => {
  const { page, note } = await beginOn(app, devices);
  const disk = await fillDevice(page, app.origin);
  const words = await disk.typeUntilFull(note, "Nowhere but on this page.");
  await page.getByRole("button", { name: "Make a rescue file" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("A passphrase for this file").fill(PASSPHRASE);
  await dialog.getByLabel("The same passphrase again").fill(PASSPHRASE);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Make the file" }).click(),
  ]);
  await dialog.getByText(/was handed to this device/).waitFor();
  const file = valueOf(readRescueFile(await readFile(await download.path(), "utf8")));
  const { open } = createRescueSeal({ derive: deriveHere, areaKey: undefined });
  const { drafts } = valueOf(await open(file, PASSPHRASE));
  expect(drafts.map(({ content }) => content).join()).toContain(words);
  expect(JSON.stringify(file)).not.toContain("Nowhere but");

  await dialog.getByRole("button", { name: "Go on" }).click();
  expect(await note.inputValue()).toBe(words);
  await disk.makeRoom();
  await page.locator('[data-save-state="saved"]').waitFor();
});
