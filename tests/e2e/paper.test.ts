import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { byMouse } from "../support/hands";
import { readPdf } from "../support/pdf-file";
import { createVisitor } from "../support/visitor";

let app: RunningApp;
let device: Device;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  device = await openDevice({ acceptDownloads: true });
  page = await device.context().newPage();
  await page.goto(app.origin);
});
afterAll(async () => {
  await device.forget();
  await app.stop();
});

const saved = async (): Promise<ReturnType<typeof readPdf>> => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save", exact: true }).click(),
  ]);
  return readPdf(await readFile(await download.path()));
};

test("HAZ-20 without a server a set is printed, entered by its code, and the copy says so; a wrong code is refused", async () => {
  const visitor = createVisitor(page, byMouse(page));
  await visitor.signIn();
  await app.kill();
  await visitor.newFamily();
  await page.getByRole("link", { name: "Print a blank set" }).click();
  await page.getByRole("checkbox", { name: "Dad" }).uncheck();
  const set = await saved();
  expect(set.info).toMatchObject({ Title: "Pages to fill in, for Amelia", Tagged: "yes" });
  const mums = set.pages.filter((each) => each.includes("For Mum"));
  expect(mums).toHaveLength(9);
  expect(set.text).not.toMatch(/For Dad|Reed|2018/);
  const [code = ""] = /[A-HJKMNP-Z2-9]{4}-PRA-NA[A-HJKMNP-Z2-9]/.exec(mums[0] ?? "") ?? [];
  const [planCode = ""] = /[A-HJKMNP-Z2-9]{4}-PRA-PA[A-HJKMNP-Z2-9]/.exec(set.text) ?? [];
  expect([code, planCode]).not.toContain("");

  await page.getByRole("link", { name: "Back to the record" }).click();
  await visitor.startVisit();
  await visitor.agree();
  await visitor.mark("Amelia", 64);
  await visitor.as("Mum");
  await page.getByText("Copy from paper", { exact: true }).click();
  const field = page.getByLabel("The code on the page");
  const copy = page.getByRole("button", { name: "Copy this page" });
  // One letter else: two that were both wrong would now and then be right together.
  await field.fill(code.slice(0, -1) + (code.endsWith("A") ? "B" : "A"));
  await copy.click();
  await page.getByText(/This is not the code of a page/).waitFor();
  await field.fill(code.toLowerCase().replaceAll("-", " "));
  await copy.click();
  await page.getByText(`Copying page ${code} for Mum.`).waitFor();
  await visitor.mark("Mum", 30);
  await page.getByLabel("What goes well").fill("Sings on the way home");
  await page.getByText(/^The mark and the words: copied from paper by Grace Okafor on /).waitFor();
  await visitor.mark("Dad", 40);
  await visitor.seeTogether();
  await visitor.toPicture();
  const key = page.getByRole("list", { name: "From paper" });
  expect(await key.innerText()).toMatch(/^Mum: copied from paper by Grace Okafor on \d+ \w+ \d{4}\.$/);
  await visitor.toPlan();
  await page.getByText("Copy from paper", { exact: true }).click();
  await field.fill(planCode);
  await copy.click();
  await page.getByText(`Copying page ${planCode}.`).waitFor();
  await page.getByLabel("Amelia's goal").fill("Ride the bus with Sam");
  await page.getByText(/^This was copied from paper by Grace Okafor on /).waitFor();
  await page.getByRole("button", { name: "Stop copying" }).click();
  await visitor.tryOneThing("A quiet corner after lunch");
  await visitor.finish("This is right for today");
  await page.getByRole("link", { name: "Make a copy" }).click();
  await page.getByRole("radio", { name: /Mum/ }).check();
  const text = (await saved()).text.replaceAll(/\s+/g, " ");
  expect(text).toMatch(/Mum's mark and words were copied from paper by Grace Okafor on \w+,? \d+ \w+ \d{4}\./);
  expect(text).toMatch(/Ride the bus with Sam This was copied from paper by Grace Okafor on/);
  expect(text).not.toContain("Dad's mark was copied");
});
