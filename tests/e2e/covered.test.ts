import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { DEVICE_PASSPHRASE } from "../support/device-passphrase";
import { byMouse } from "../support/hands";
import { createVisitor } from "../support/visitor";

const PIN = "384 921";
const WORDS = "Counts the boats on the way to school";

let app: RunningApp;
let device: Device;
let page: Page;
let visitUrl = "";

beforeAll(async () => {
  app = await startApp();
  device = await openDevice();
  page = await device.context().newPage();
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.signIn();
  await choosePin();
  await page.goto(app.origin);
  await visitor.newFamily();
  await visitor.startVisit();
  await visitor.agree();
  await visitor.saved();
  visitUrl = page.url();
});
afterAll(async () => {
  await device.forget();
  await app.stop();
});

const choosePin = async (): Promise<void> => {
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Choose a PIN" }).click();
  const dialog = page.getByRole("dialog", { name: "Choose a PIN" });
  await dialog.getByLabel("Passphrase for this device").fill(DEVICE_PASSPHRASE);
  await dialog.getByLabel("New PIN").fill(PIN);
  await dialog.getByRole("button", { name: "Keep this PIN" }).click();
  await page.getByText("A PIN is chosen.").waitFor();
};

/** A headless page is always in front: this is what another app in front of it does to it. */
const putAway = (isHidden: boolean): Promise<void> =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, "visibilityState", {
      configurable: true,
      get: () => (hidden ? "hidden" : "visible"),
    });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);

const covered = () => page.getByRole("heading", { name: "Covered" });
const uncover = async (pin = PIN): Promise<void> => {
  await page.getByLabel("PIN", { exact: true }).fill(pin);
  await page.getByRole("button", { name: "Uncover" }).click();
};

test("put away in mid-sentence: no word is in the page, and the PIN brings back the strand, the words and the cursor", async () => {
  const note = page.getByLabel("What goes well");
  await note.fill(WORDS);
  await note.press("Home");
  await note.press("ArrowRight");
  const place = page.url();
  // In the very task in which it is hidden: the system takes its picture of the app then.
  const atOnce = await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
    return { html: document.documentElement.outerHTML, text: document.body.innerText, title: document.title };
  });
  for (const word of [WORDS, "Amelia", "Mum", "Grace", "Focus"]) expect(atOnce.html).not.toContain(word);
  expect(atOnce.text).toContain("Strandline");
  expect(atOnce.title).toBe("Strandline");
  await putAway(false);
  await covered().waitFor();
  expect(await page.content()).not.toContain("Amelia");
  expect(await page.getByRole("button", { name: "Lock this device" }).count()).toBe(0);

  await uncover();
  await note.waitFor();
  expect(await note.inputValue()).toBe(WORDS);
  await expect.poll(() => note.evaluate((field) => document.activeElement === field)).toBe(true);
  expect(await note.evaluate((field) => (field as HTMLTextAreaElement).selectionStart)).toBe(1);
  expect(page.url()).toBe(place);
  await page.locator('[data-save-state="saved"]').waitFor();
});

test("a dialog that was open when the page was covered is above it again, and Escape closes it", async () => {
  await page.getByRole("button", { name: "Leave the visit" }).click();
  const dialog = page.getByRole("dialog", { name: "Leave the visit?" });
  await dialog.waitFor();
  await putAway(true);
  await putAway(false);
  await uncover();
  await dialog.waitFor();
  expect(await dialog.evaluate((element) => element.matches(":modal"))).toBe(true);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
});

test("a print dialog of the app's own does not cover, and being put away after it does", async () => {
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await putAway(true);
  expect(await page.content()).toContain("Amelia");
  await putAway(false);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  expect(await covered().count()).toBe(0);
  await putAway(true);
  await putAway(false);
  await uncover();
  await page.getByLabel("What goes well").waitFor();
});

test("wrong PINs slow down, and after five only the passphrase uncovers", async () => {
  await putAway(true);
  await putAway(false);
  const pin = page.getByLabel("PIN", { exact: true });
  const button = page.getByRole("button", { name: "Uncover" });
  for (const seconds of [1, 2]) {
    await uncover("111222");
    await page.getByText(`Please wait ${seconds} second`).waitFor();
    expect(await button.isDisabled()).toBe(true);
    await button.and(page.locator(":enabled")).waitFor();
    expect(await pin.inputValue()).toBe("");
  }
  await page.getByRole("button", { name: "Use the passphrase" }).click();
  await page.getByLabel("Passphrase for this device").fill(DEVICE_PASSPHRASE);
  await button.click();
  await page.getByLabel("What goes well").waitFor();
});

test("HAZ-18 a visit is covered after a quarter of an hour, and not locked before four hours, though the clock jumps a year", async () => {
  const fake = await device.context().newPage();
  await fake.clock.install({ time: new Date("2026-11-24T09:00:00Z") });
  // One window writes.
  await page.close();
  page = fake;
  await fake.goto(visitUrl);
  await fake.getByLabel("What goes well").waitFor();
  await fake.clock.fastForward("14:50");
  expect(await covered().count()).toBe(0);
  await fake.clock.fastForward("00:20");
  await covered().waitFor();
  for (const year of ["2027-11-24T09:16:00Z", "2025-11-24T09:16:00Z"]) {
    await fake.clock.setSystemTime(new Date(year));
    await fake.clock.runFor(10_000);
    expect(await covered().count()).toBe(1);
  }
  await fake.clock.fastForward("03:40:00");
  expect(await covered().count()).toBe(1);
  await uncover();
  await fake.clock.runFor(1_000);
  await fake.getByLabel("What goes well").waitFor();

  // The four hours are over, and it is left alone.
  await fake.clock.fastForward("00:50:00");
  await fake.clock.runFor(2_000);
  await fake.waitForURL(/\/unlock/);
  expect(await fake.content()).not.toContain("Amelia");
});
