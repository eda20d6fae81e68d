import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Page } from "playwright-core";
import { type RunningApp, startApp } from "../support/app";
import type { Device } from "../support/browser";
import { giveAccess } from "../support/give-access";
import { readPdf } from "../support/pdf-file";
import { accountOf, deviceOf, idIn } from "../support/two-people";

let app: RunningApp;
const devices: Device[] = [];

beforeAll(async () => {
  app = await startApp();
});

afterEach(async () => {
  await Promise.all(devices.splice(0).map((device) => device.forget()));
});

afterAll(async () => {
  await app.stop();
});

/** Whatever becomes of the test, the next one finds a server. */
const backAfterwards = (): void => {
  onTestFinished(async () => {
    await app.kill();
    await app.start();
  });
};

const delivered = (page: Page) => page.locator('header [data-delivery="delivered"]').waitFor({ timeout: 30_000 });
const sendNow = async (page: Page): Promise<void> => {
  await page.goto(`${app.origin}/settings`);
  await page.getByRole("button", { name: "Send now" }).click();
  await page.locator('[data-sync="all-delivered"]').waitFor();
};

test("HAZ-02 a visit finished with the server dead is printed, and delivered by itself when it is back; a colleague sees it, and nobody else", async () => {
  const grace = await deviceOf(app.origin, "Grace Okafor", devices);
  await grace.visitor.newFamily();
  const caseId = idIn(grace.page.url(), "cases");
  await grace.page.locator('main [data-delivery="delivered"]').first().waitFor();
  await grace.visitor.startVisit();
  await app.kill();
  backAfterwards();
  await grace.visitor.agree({ loves: "Snails and trains" });
  await grace.visitor.mark("Amelia", 64);
  await grace.page.getByLabel("What goes well").fill("Tells long stories about trains");
  await grace.page.getByRole("button", { name: "Pin as a strength" }).click();
  await grace.visitor.toPicture();
  await grace.visitor.toPlan();
  await grace.visitor.tryOneThing("A quiet corner after lunch");
  await grace.visitor.finish("This is right for today");
  await grace.page.locator('header [data-delivery="waiting"]').waitFor();
  const profileId = idIn(grace.page.url(), "profiles");

  await grace.page.getByRole("link", { name: "Make a copy" }).click();
  await grace.page.getByRole("radio", { name: /Mum/ }).check();
  await grace.page.getByText("Made for: Mum").waitFor();
  const [copy] = await Promise.all([
    grace.page.waitForEvent("download"),
    grace.page.getByRole("button", { name: "Save", exact: true }).click(),
  ]);
  expect(readPdf(await readFile(await copy.path())).text).toContain("Snails and trains");

  await app.start();
  await grace.page.evaluate(() => window.dispatchEvent(new Event("online")));
  await delivered(grace.page);
  await grace.page.getByRole("button", { name: /^Sent/ }).click();
  await grace.page.getByText("Receipt number").waitFor();
  await grace.page.keyboard.press("Escape");

  const tomasz = await deviceOf(app.origin, "Tomasz Lewandowski", devices);
  const sian = await deviceOf(app.origin, "Siân Pritchard", devices);
  for (const { page } of [tomasz, sian]) {
    await page.goto(`${app.origin}/profiles/${profileId}/picture`);
    await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
  }

  await giveAccess(app, { caseId, accountId: accountOf("Tomasz Lewandowski") });
  for (const { page } of [tomasz, sian]) await sendNow(page);
  await tomasz.page.goto(`${app.origin}/profiles/${profileId}/picture`);
  await tomasz.page.getByText("Snails and trains").waitFor();
  await delivered(tomasz.page);
  expect(await tomasz.page.locator('li[data-strand="communication"]').textContent()).toContain("right of the middle");
  await sian.page.goto(`${app.origin}/profiles/${profileId}/picture`);
  await sian.page.getByRole("heading", { name: "There is nothing here" }).waitFor();
  await sian.page.goto(`${app.origin}/cases`);
  await sian.page.getByRole("heading", { level: 1 }).waitFor();
  expect(await sian.page.getByText("Amelia").count()).toBe(0);
});

test("the session ends while a visit is open: it goes on, is finished, and goes once the same person signs in again", async () => {
  const { page, visitor } = await deviceOf(app.origin, "Grace Okafor", devices);
  await visitor.newFamily();
  await visitor.startVisit();
  await page.context().clearCookies();
  await visitor.agree();
  await visitor.mark("Amelia", 30);
  await visitor.toPicture();
  await visitor.toPlan();
  await visitor.finish("Finish for today");
  await page.getByRole("link", { name: "Sign in to send" }).click();
  await page.getByText("You are working as Grace Okafor.").waitFor();
  await visitor.signIn("Grace Okafor");
  await page.goBack();
  await page.goto(`${app.origin}/cases`);
  expect(await page.locator('[data-delivery="waiting"]').count()).toBe(0);
});

test("somebody else signs in on the same device: their families open, and what waited is not sent in their name", async () => {
  const { page, visitor } = await deviceOf(app.origin, "Grace Okafor", devices);
  await app.kill();
  backAfterwards();
  await visitor.newFamily();
  const caseId = idIn(page.url(), "cases");
  await app.start();
  await page.context().clearCookies();
  await page.goto(`${app.origin}/sign-in`);
  await visitor.signIn("Siân Pritchard");
  await page.goto(`${app.origin}/cases/${caseId}`);
  await page.getByRole("heading", { name: "There is nothing here" }).waitFor();

  await page.goto(`${app.origin}/sign-in`);
  await visitor.signIn("Grace Okafor");
  await page.goto(`${app.origin}/cases/${caseId}`);
  await page.locator('main [data-delivery="delivered"]').first().waitFor();
  const sian = await deviceOf(app.origin, "Siân Pritchard", devices);
  await sian.page.goto(`${app.origin}/cases/${caseId}`);
  await sian.page.getByRole("heading", { name: "There is nothing here" }).waitFor();
});

test("HAZ-07 signing out closes the families in every window, and the Back button brings none of them back", async () => {
  const { page, visitor } = await deviceOf(app.origin, "Grace Okafor", devices);
  await visitor.newFamily();
  const other = await page.context().newPage();
  await other.goto(`${app.origin}/cases`);
  await other
    .getByRole("link", { name: /Amelia Reed/ })
    .first()
    .waitFor();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  for (const window of [page, other]) {
    await window.waitForURL(/\/sign-in$/);
    await window.getByRole("heading", { name: "Sign in" }).waitFor();
    await window.evaluate(() => {
      setTimeout(() => {
        history.back();
      });
    });
    await window.waitForTimeout(1_500);
    expect(await window.getByText("Amelia").count()).toBe(0);
  }
  expect((await page.context().cookies()).filter(({ name }) => name === "strandline-session")).toEqual([]);
});
