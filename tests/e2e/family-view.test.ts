import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice, showPractitioner } from "../support/browser";
import { byMouse } from "../support/hands";
import { AMELIA, createVisitor, type VisitorFamily } from "../support/visitor";

/** Another child whom the same practitioner knows. Made up. */
const TOMASZ: VisitorFamily = {
  ...AMELIA,
  name: "Tomasz Bednarek",
  called: "Tomek",
  people: [{ name: "Ewa Bednarek", called: "Mama", role: "Mum" }],
};
const OTHERS = /Tom\w* Bednarek|Tomek|Ewa|T\. B\./;

let app: RunningApp;
let device: Device;
let page: Page;
let otherRecord = "";
let visit = "";

const text = () => page.locator("body").innerText();
const heading = (name: string) => page.getByRole("heading", { level: 1, name });
const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

beforeAll(async () => {
  app = await startApp();
  device = await openDevice({}, { leaves: false });
  page = await device.context().newPage();
  await page.goto(app.origin);
  const other = createVisitor(page, byMouse(page), TOMASZ);
  await other.signIn();
  await other.newFamily();
  otherRecord = page.url();
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.newFamily();
  await visitor.startVisit();
  visit = page.url().replace(/\/start$/, "");
  await visitor.agree();
  await visitor.mark("Mum", 30);
});

afterAll(async () => {
  await device.forget();
  await app.stop();
});

test("family view is left by nobody but the practitioner: not by an address, not by Back, not by a crash", async () => {
  const visitor = createVisitor(page, byMouse(page));
  await visitor.as("Amelia");
  await page.getByLabel("What goes well").fill("Builds dens");
  await visitor.saved();
  for (const address of ["/cases", "/settings", "/sign-in", otherRecord, `${visit}/own/story-so-far/_open`]) {
    await page.goto(new URL(address, app.origin).href);
    await heading("You are in a visit").waitFor();
    expect(await text()).not.toMatch(OTHERS);
  }
  await press("Go on with the visit");
  await page.waitForURL(`${visit}/strands/communication`);
  await visitor.as("Amelia");
  await expect.poll(() => page.getByLabel("What goes well").inputValue()).toBe("Builds dens");

  await page.getByRole("link", { name: "Next: Energy and rest" }).click();
  await heading("Energy and rest").waitFor();
  await page.locator('[data-save-state="saved"]').waitFor();
  await device.kill();
  const context = await device.reopen();
  page = await context.newPage();
  await page.goto(app.origin);
  await page.waitForURL(`${visit}/strands/energy`);
  await heading("Energy and rest").waitFor();
  await page.goBack();
  expect(await text()).not.toMatch(OTHERS);
  await page.goto(`${app.origin}/cases`);

  await press("Leave the visit");
  await showPractitioner(page, "Leave the visit", "a guess");
  await page.getByText("That is not the passphrase").waitFor();
  expect(await text()).not.toMatch(OTHERS);
  await showPractitioner(page, "Leave the visit");
  await heading("Your families").waitFor();
  expect(await text()).toMatch(OTHERS);
});

test("HAZ-07 in guest mode the child has one page: nothing else by address, Back, keys or a crash, until it is given back", async () => {
  await page.goto(`${visit}/strands/communication`);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.as("Amelia");
  await press("Hand it to Amelia");
  const giveBack = () => page.getByRole("button", { name: "Give it back" });
  await giveBack().waitFor();
  await page.getByRole("slider", { name: "Amelia's mark" }).press("ArrowRight");
  await visitor.saved();

  const isTheirsAlone = async (): Promise<void> => {
    await giveBack().first().waitFor();
    await page.waitForURL(`${visit}/strands/communication`);
    expect(await page.getByRole("slider").count()).toBe(1);
    expect(await page.locator("nav, [role=navigation]").count()).toBe(0);
    expect(await text()).not.toMatch(/Mum|Dad|Leave the visit|Builds dens/);
    expect(await text()).not.toMatch(OTHERS);
    expect(await text()).toMatch(/Practice area/);
  };
  await isTheirsAlone();
  for (const address of [
    "/",
    "/cases",
    `${visit}/picture`,
    `${visit}/strands`,
    `${visit}/strands/energy`,
    otherRecord,
  ]) {
    await page.goto(new URL(address, app.origin).href);
    await isTheirsAlone();
  }
  await page.goBack();
  await isTheirsAlone();
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(links.filter((href) => href !== "#main" && href?.endsWith("/communication/_done") !== true)).toEqual([]);

  await device.kill();
  page = await (await device.reopen()).newPage();
  await page.goto(app.origin);
  await isTheirsAlone();
  await expect.poll(() => page.getByRole("slider").getAttribute("aria-valuenow")).toBe("50");

  await page.getByRole("link", { name: "I am done" }).click();
  await heading("Thank you, Amelia").waitFor();
  await giveBack().last().click();
  await showPractitioner(page, "Go on with the visit", "a guess");
  await page.getByText("That is not the passphrase").waitFor();
  await showPractitioner(page, "Go on with the visit");
  await page.getByRole("button", { name: "Leave the visit" }).waitFor();
  expect(page.url()).toBe(`${visit}/strands/communication`);
});
