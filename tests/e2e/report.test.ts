import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { byMouse } from "../support/hands";
import { type PdfFile, readPdf } from "../support/pdf-file";
import { createVisitor } from "../support/visitor";

let app: RunningApp;
let device: Device;
let page: Page;
const complaints: string[] = [];

const listenTo = (opened: Page): Page => {
  opened.on("pageerror", (error) => complaints.push(error.message));
  opened.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) complaints.push(message.text());
  });
  return opened;
};

/** The server is gone as soon as the app is installed: everything after this comes from the device. */
beforeAll(async () => {
  app = await startApp();
  device = await openDevice({ acceptDownloads: true });
  page = listenTo(await device.context().newPage());
  await page.goto(app.origin);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await app.kill();
  const visitor = createVisitor(page, byMouse(page));
  await visitor.newFamily();
  await visitor.startVisit();
  await visitor.agree();
  await visitor.mark("Amelia", 64);
  await visitor.mark("Mum", 30);
  await visitor.mark("Dad", 32);
  await page.getByLabel("What goes well").fill("Reads the map for everyone");
  await page.getByRole("button", { name: "Pin as a strength" }).click();
  await visitor.seeTogether();
  await visitor.toPicture();
  await visitor.toPlan();
  await visitor.tryOneThing("A quiet corner after lunch");
  await visitor.finish("Finish for today");
});

afterAll(async () => {
  await device.forget();
  await app.stop();
});

const savedCopy = async (from: Page): Promise<PdfFile> => {
  const [download] = await Promise.all([
    from.waitForEvent("download"),
    from.getByRole("button", { name: "Save", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^profile-\d{4}-\d\d-\d\d\.pdf$/);
  return readPdf(await readFile(await download.path()));
};

test("a finished profile becomes a PDF on a device that has no server, and again after the browser was closed", async () => {
  await page.getByRole("link", { name: "Make a copy" }).click();
  await page.getByRole("radio", { name: /Mum/ }).check();
  await page.getByText("Made for: Mum").waitFor();
  const first = await savedCopy(page);
  expect(first.info).toMatchObject({ Title: "Amelia's profile, made for Mum", Tagged: "yes", "PDF version": "1.7" });
  expect(first.text).toContain("Building dens");
  expect(first.text).toContain("A quiet corner after lunch");
  expect(first.text).toContain("Finished for today: to check at home.");
  for (const each of first.pages) expect(each).toContain("Practice: a made-up family");

  const address = page.url();
  const later = listenTo(await (await device.reopen()).newPage());
  await later.goto(address);
  await later.getByRole("radio", { name: /Dad/ }).check();
  expect((await savedCopy(later)).info["Title"]).toBe("Amelia's profile, made for Dad");
  page = later;
});

test("printing hands the PDF to the system in another window, and the page's own rules do not stand in its way", async () => {
  const [opened] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("button", { name: "Print", exact: true }).click(),
  ]);
  await page.getByText(/The copy opened in another window/).waitFor();
  await opened.close().catch(() => undefined);
});

test("what is written stays inside the page's rules: no complaint of the content security policy", () => {
  expect(complaints).toEqual([]);
});
