import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { type RunningApp, startApp } from "../support/app";
import type { Device } from "../support/browser";
import { giveAccess } from "../support/give-access";
import { byKeys } from "../support/hands";
import { accountOf, deviceOf, idIn, putRightAndSetVisit } from "../support/two-people";

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

const sendNow = async (page: Page): Promise<void> => {
  await page.goto(`${app.origin}/settings`);
  await page.getByRole("button", { name: "Send now" }).click();
  await page.locator('[data-sync="all-delivered"]').waitFor();
};

test("HAZ-02 two people change one child's profile and next visit apart; the second brings them together by keyboard, a crash between, and the other device has one version with both", async () => {
  const grace = await deviceOf(app.origin, "Grace Okafor", devices);
  await grace.visitor.newFamily();
  const caseId = idIn(grace.page.url(), "cases");
  await grace.visitor.startVisit();
  await grace.visitor.agree();
  await grace.visitor.mark("Amelia", 64);
  await grace.visitor.toPicture();
  await grace.visitor.toPlan();
  await grace.visitor.finish("This is right for today");
  const profileId = idIn(grace.page.url(), "profiles");
  await sendNow(grace.page);
  await giveAccess(app, { caseId, accountId: accountOf("Tomasz Lewandowski") });
  const tomasz = await deviceOf(app.origin, "Tomasz Lewandowski", devices);
  await sendNow(tomasz.page);

  await tomasz.device.context().setOffline(true);
  await putRightAndSetVisit(tomasz.page, { caseId, profileId }, "Snails in the garden");
  await putRightAndSetVisit(grace.page, { caseId, profileId }, "Trains at night");
  await sendNow(grace.page);
  await tomasz.device.context().setOffline(false);
  await sendNow(tomasz.page);

  let { page } = tomasz;
  await page.goto(`${app.origin}/cases/${caseId}`);
  let keys = byKeys(page);
  await keys.press(page.getByRole("link", { name: "Look at both" }));
  await page.getByRole("heading", { name: "Two versions", level: 1 }).waitFor();
  await page.getByText("Amelia's record.", { exact: false }).waitFor();
  const where = () => page.getByRole("group", { name: "Where" });
  expect(await where().getByText("Trains at night, at the door").isVisible()).toBe(true);
  expect(await where().getByText("Snails in the garden, at the door").isVisible()).toBe(true);
  const axe = await new AxeBuilder({ page }).analyze();
  expect(axe.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await page.getByRole("button", { name: "Keep this" }).click();
  await page.getByRole("heading", { name: "It is not kept yet" }).waitFor();
  await keys.press(where().getByRole("radio", { name: "Write it anew" }));
  await keys.write(page.getByLabel("Your words"), "At the garden gate");
  await page.locator('[data-save-state="saved"]').waitFor();

  // The tab goes at once; what was chosen is still there.
  const { href } = new URL(page.url());
  await page.close({ runBeforeUnload: false });
  page = await tomasz.device.context().newPage();
  keys = byKeys(page);
  await page.goto(href);
  await page.getByLabel("Your words").waitFor();
  expect(await page.getByLabel("Your words").inputValue()).toBe("At the garden gate");
  const preview = page.getByRole("region", { name: "What it will be" });
  expect(await preview.getByText("At the garden gate").isVisible()).toBe(true);
  await keys.press(page.getByRole("button", { name: "Keep this" }));
  await page.getByRole("heading", { name: "Amelia", level: 1 }).waitFor();
  await page.getByText("At the garden gate").waitFor();

  // The profile is next: each has what only the other device wrote, and there is nothing to choose.
  await keys.press(page.getByRole("link", { name: "Look at both" }));
  await page.getByText("A profile of Amelia.", { exact: false }).waitFor();
  await page.getByText("Snails in the garden").waitFor();
  await keys.press(page.getByRole("button", { name: "Keep this" }));
  await page.getByRole("heading", { name: "Amelia", level: 1 }).waitFor();
  await page.getByRole("link", { name: "Look at both" }).waitFor({ state: "detached" });
  await sendNow(page);

  await sendNow(grace.page);
  await grace.page.goto(`${app.origin}/cases/${caseId}`);
  await grace.page.getByText("At the garden gate").waitFor();
  expect(await grace.page.locator('[data-delivery="needs-you"]').count()).toBe(0);
  await grace.page.goto(`${app.origin}/profiles/${profileId}/picture`);
  await grace.page.getByText("Snails in the garden").waitFor();
  await grace.page.getByText("Trains at night").waitFor();
});
