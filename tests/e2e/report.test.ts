import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
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
    if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text());
  });
  return opened;
};

/** The server is gone as soon as the app is installed: everything after this comes from the device. */
beforeAll(async () => {
  app = await startApp();
  device = await openDevice({ acceptDownloads: true });
  page = listenTo(await device.context().newPage());
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.signIn();
  await app.kill();
  await visitor.newFamily();
  await visitor.startVisit();
  // Letters that have to be shaped bring HarfBuzz into the worker, without a server too.
  await visitor.agree({ loves: "Building dens with سارة" });
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
  expect(download.suggestedFilename()).toMatch(/^profile-\d{4}-\d\d-\d\d-for-[MD]\.pdf$/);
  return readPdf(await readFile(await download.path()));
};

test("a finished profile becomes a PDF on a device that has no server, and again after the browser was closed", async () => {
  await page.getByRole("link", { name: "Make a copy" }).click();
  await page.getByRole("radio", { name: /Mum/ }).check();
  await page.getByText("Made for: Mum").waitFor();
  const first = await savedCopy(page);
  expect(first.info).toMatchObject({ Title: "Amelia's profile, made for Mum", Tagged: "yes", "PDF version": "1.7" });
  expect(first.text).toContain("Building dens with");
  expect(first.text).toContain("سارة");
  expect(first.text).toContain("A quiet corner after lunch");
  expect(first.text).toContain("To check at home until");
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
  await page.getByText(/The pages opened in another window/).waitFor();
  await opened.close().catch(() => undefined);
});

test.each([
  ["en-GB", 320],
  ["en-GB", 1180],
  ["ar-XB", 320],
  ["ar-XB", 1180],
])(
  "the copy as it is read, in %s at %i px: axe finds nothing, and nothing is wider than the screen",
  async (language, width) => {
    await page.setViewportSize({ width, height: 820 });
    await page.evaluate((chosen) => {
      for (const name of Object.keys(localStorage).filter((each) => each.startsWith("preferences")))
        localStorage.setItem(name, JSON.stringify({ language: chosen }));
    }, language);
    await page.reload();
    await page.getByRole("radio").nth(1).check();
    await page.locator("section[aria-label] button").first().click();
    await page.locator("article").waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" · ")}`)).toEqual([]);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBeLessThanOrEqual(0);
  },
);

test("what is written stays inside the page's rules: no complaint of the content security policy", () => {
  expect(complaints).toEqual([]);
});
