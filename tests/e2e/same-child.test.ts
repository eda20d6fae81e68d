import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import practicePeople from "../../practice/people.json";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { giveAccess } from "../support/give-access";
import { byKeys, byMouse } from "../support/hands";
import { createVisitor } from "../support/visitor";

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

const idIn = (url: string): string => /\/cases\/([0-9a-f-]{36})/.exec(url)?.[1] ?? "";
const accountOf = (name: string): string => practicePeople.people.find((person) => person.name === name)?.id ?? "";

const sendNow = async (page: Page): Promise<void> => {
  await page.goto(`${app.origin}/settings`);
  await page.getByRole("button", { name: "Send now" }).click();
  await page.locator('[data-sync="all-delivered"]').waitFor();
};

/** Signs in on a device of their own and writes the same made-up child down there. */
const madeBy = async (name: string): Promise<{ readonly page: Page; readonly caseId: string }> => {
  const device = await openDevice();
  devices.push(device);
  const page = device.context().pages()[0] ?? (await device.context().newPage());
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.signIn(name);
  await visitor.newFamily();
  const caseId = idIn(page.url());
  await page.getByRole("heading", { name: "Amelia", level: 1 }).waitFor();
  await sendNow(page);
  return { page, caseId };
};

const openCase = async (page: Page, caseId: string): Promise<void> => {
  await page.goto(`${app.origin}/cases/${caseId}`);
  await page.getByRole("heading", { name: "Amelia", level: 1 }).waitFor();
};

const axeFinds = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);

test("HAZ-11 two people each made the same child; one joins them by keyboard, the other sees it and takes it back", async () => {
  const grace = await madeBy("Grace Okafor");
  const tomasz = await madeBy("Tomasz Lewandowski");
  await giveAccess(app, { caseId: grace.caseId, accountId: accountOf("Tomasz Lewandowski") });
  await giveAccess(app, { caseId: tomasz.caseId, accountId: accountOf("Grace Okafor") });
  await sendNow(grace.page);
  await sendNow(tomasz.page);

  let { page } = grace;
  await openCase(page, grace.caseId);
  const keys = byKeys(page);
  await page.getByRole("heading", { name: "Is this the same child?" }).waitFor();
  expect(await axeFinds(page)).toEqual([]);
  await keys.press(page.getByRole("link", { name: "Look at both" }));
  await page.getByRole("heading", { name: "One child, or two?", level: 1 }).waitFor();
  expect(await axeFinds(page)).toEqual([]);
  await keys.press(page.getByRole("button", { name: "Yes, one child" }));
  await page.getByRole("heading", { name: "One child, two records" }).waitFor();
  expect(await axeFinds(page)).toEqual([]);
  await sendNow(page);

  ({ page } = tomasz);
  await sendNow(page);
  await openCase(page, tomasz.caseId);
  await page.getByRole("heading", { name: "One child: the other record leads" }).waitFor();
  await page.getByText("Grace Okafor said one child", { exact: false }).waitFor();
  await page.getByRole("link", { name: "Look at both" }).click();
  await page.getByRole("button", { name: "They are not joined after all" }).click();
  await page.getByRole("heading", { name: "Is this the same child?" }).waitFor();
  await sendNow(page);

  ({ page } = grace);
  await sendNow(page);
  await openCase(page, grace.caseId);
  await page.getByRole("heading", { name: "Is this the same child?" }).waitFor();
  await keys.press(page.getByRole("link", { name: "Look at both" }));
  await page.getByRole("heading", { name: "One child, or two?", level: 1 }).waitFor();
  await keys.press(page.getByRole("button", { name: "No, two children" }));
  await page.getByText("is another child's", { exact: false }).waitFor();
  await sendNow(page);

  ({ page } = tomasz);
  await sendNow(page);
  await openCase(page, tomasz.caseId);
  await page.getByText("is another child's", { exact: false }).waitFor();
  expect(await page.getByRole("heading", { name: "Is this the same child?" }).count()).toBe(0);
}, 240_000);
