import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import practicePeople from "../../practice/people.json";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { endAccess, giveAccess } from "../support/give-access";
import { byMouse } from "../support/hands";
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

const deviceOf = async (name: string) => {
  const device = await openDevice();
  devices.push(device);
  const page = device.context().pages()[0] ?? (await device.context().newPage());
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.signIn(name);
  return { device, page, visitor };
};

const accountOf = (name: string): string => practicePeople.people.find((person) => person.name === name)?.id ?? "";
const sendNow = async (page: Page): Promise<void> => {
  await page.goto(`${app.origin}/settings`);
  await page.getByRole("button", { name: "Send now" }).click();
};
const isAllSent = (page: Page) => page.locator('[data-sync="all-delivered"]').first().waitFor();
const openHeld = async (page: Page): Promise<void> => {
  await page.goto(`${app.origin}/settings`);
  await page.getByRole("link", { name: "See what is held" }).click();
  await page.getByRole("heading", { name: "Held safely", level: 1 }).waitFor();
};
const faultsIn = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);

test("HAZ-02 work that arrives after access ended is held; its sender sees it, the records keeper takes it in, and it arrives", async () => {
  const grace = await deviceOf("Grace Okafor");
  await grace.visitor.newFamily();
  const caseId = /\/cases\/([0-9a-f-]{36})/.exec(grace.page.url())?.[1] ?? "";
  await sendNow(grace.page);
  await isAllSent(grace.page);
  const of = { caseId, accountId: accountOf("Tomasz Lewandowski") };
  await giveAccess(app, of);
  const tomasz = await deviceOf("Tomasz Lewandowski");
  await tomasz.page.goto(`${app.origin}/cases/${caseId}`);
  await tomasz.page.getByRole("heading", { name: "Amelia", level: 1 }).waitFor();

  await tomasz.device.context().setOffline(true);
  await tomasz.page.getByRole("button", { name: "Set a visit" }).click();
  await tomasz.page.getByLabel("Day", { exact: true }).fill(`${new Date().getFullYear() + 1}-05-04`);
  await tomasz.page.getByLabel(/^Where/).fill("Snails, at the door");
  await tomasz.page.getByRole("button", { name: "Save the visit" }).click();
  await tomasz.page.getByText("Snails, at the door").waitFor();
  await endAccess(app, of);
  await tomasz.device.context().setOffline(false);
  await sendNow(tomasz.page);
  await openHeld(tomasz.page);
  await tomasz.page.getByRole("heading", { name: "A family's details, Amelia" }).waitFor();
  await tomasz.page.getByText("You no longer had this family when it arrived.").waitFor();
  expect(await tomasz.page.getByRole("link", { name: "Keep a copy in a rescue file" }).isVisible()).toBe(true);
  expect(await faultsIn(tomasz.page)).toEqual([]);

  const imogen = await deviceOf("Imogen Hartley");
  await imogen.page.goto(`${app.origin}/settings`);
  await imogen.page.getByRole("link", { name: "See what has not arrived" }).click();
  await imogen.page.getByRole("heading", { name: "Tomasz Lewandowski" }).waitFor();
  await imogen.page.getByText("1 thing is held safely.", { exact: false }).waitFor();
  expect(await imogen.page.getByText(/Snails|Amelia/).count()).toBe(0);
  expect(await faultsIn(imogen.page)).toEqual([]);

  const ruth = await deviceOf("Ruth Adeyemi");
  await openHeld(ruth.page);
  const open = ruth.page.getByRole("button", { name: "Open a family's details from Tomasz Lewandowski" });
  await open.waitFor();
  expect(await ruth.page.getByText(/Snails|Amelia/).count()).toBe(0);
  expect(await faultsIn(ruth.page)).toEqual([]);
  await open.click();
  const dialog = ruth.page.getByRole("dialog");
  await dialog.getByText(/Snails, at the door/).waitFor();
  expect(await faultsIn(ruth.page)).toEqual([]);
  await dialog.getByLabel("What you say to Tomasz Lewandowski").fill("Grace knows of it now.");
  await dialog.getByRole("button", { name: "Take it in" }).click();
  await ruth.page.getByText(/^Taken in by Ruth Adeyemi on /).waitFor();

  await sendNow(tomasz.page);
  await isAllSent(tomasz.page);
  await openHeld(tomasz.page);
  await tomasz.page.getByText("Nothing that you sent is held.").waitFor();
  await sendNow(grace.page);
  await grace.page.goto(`${app.origin}/cases/${caseId}`);
  await grace.page.getByText("Snails, at the door").waitFor();
}, 240_000);
