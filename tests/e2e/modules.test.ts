import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runImport } from "../../src/cli/commands/run-import";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { collectingTerminal } from "../support/collecting-terminal";
import { byKeys, byMouse, byTouch, type Hands } from "../support/hands";
import { AMELIA, createVisitor, type VisitorFamily } from "../support/visitor";

let app: RunningApp;
let device: Device;
beforeEach(async () => {
  app = await startApp();
  device = await openDevice({ hasTouch: true });
});
afterEach(async () => {
  await device.forget();
  await app.stop();
});

const IDRIS: VisitorFamily = {
  ...{ name: "Idris Reed", called: "Idris", decides: "child" },
  born: { day: "15", month: "3", year: String(new Date().getFullYear() - 14) },
  people: [{ name: "Sarah Reed", called: "Mum", role: "Mum" }],
};

/** Signed in, with a visit begun and agreed to, and no server from here on. */
const inAVisit = async (hands: (page: Page) => Hands, family = AMELIA) => {
  const page = await device.context().newPage();
  await page.goto(app.origin);
  const visitor = createVisitor(page, hands(page), family);
  await visitor.signIn();
  await visitor.newFamily();
  await visitor.startVisit();
  await visitor.agree();
  await visitor.saved();
  return { page, visitor };
};
const finish = async (page: Page, visitor: ReturnType<typeof createVisitor>): Promise<void> => {
  await page.goto(page.url().replace(/\/(?:pages|own|more).*/, "/plan"));
  await visitor.finish("This is right for today");
};

test("moving on is talked about without a server by somebody in Year 9, and by nobody younger", async () => {
  const { page, visitor } = await inAVisit(byTouch, IDRIS);
  await app.kill();
  await visitor.openMore();
  await visitor.openPages("Moving on", "Idris");
  await visitor.answerChoice("Whose words are these?", "My own, as the young person");
  await visitor.answerWords("What do you want to do next?", "Boat building at the college.");
  await visitor.nextPage();
  await visitor.answerWords("What helps you now, on an ordinary day?", "The same seat on the bus.");
  await visitor.saved();
  await finish(page, visitor);
  await visitor.goOn("What else was said");
  await page.getByRole("link", { name: "Moving on" }).tap();
  await page.getByText("Boat building at the college.").waitFor();
  await page.getByText("The same seat on the bus.").waitFor();
});

test("HAZ-24 the story so far is written without a server away from the shared screen, in a second visit, by somebody trained", async () => {
  const { page, visitor } = await inAVisit(byMouse);
  await visitor.openMore();
  expect(await page.getByRole("link", { name: "Moving on" }).count()).toBe(0);
  expect(await page.getByText("The story so far").count()).toBe(0);
  await finish(page, visitor);
  await page.goto(app.origin);
  await page.getByRole("link", { name: /Amelia/ }).first().click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  const record = page.url();
  await visitor.startVisit();
  await visitor.agree();
  await visitor.saved();
  await app.kill();

  await page.goto(record);
  await page.getByRole("heading", { name: "The story so far" }).waitFor();
  await page.locator('a[href*="/own/story-so-far/"]').click();
  await page.getByText(/Only you should be looking at this screen/).waitFor();
  await visitor.goOn(/Only I am looking|Open/);
  await page.locator("[data-page]").waitFor();
  await visitor.nextPage();
  const words = page.getByRole("textbox").first();
  await page.getByRole("button", { name: /^Add/ }).first().click();
  await words.fill("With the family who look after her now");
  await visitor.saved();
  const own = page.url();
  await page.reload();
  await page.goto(own);
  expect(await page.getByRole("textbox").first().inputValue()).toBe("With the family who look after her now");

  for (const place of ["more", "picture", "plan", "report"]) {
    await page.goto(own.replace(/\/own\/.*/, `/${place}`));
    await page.locator("main h1, main h2").first().waitFor();
    expect(await page.getByText(/story so far|look after her now/i).count()).toBe(0);
  }
});

test("an area's own questionnaire comes from a FHIR file, is filled without a server by keys, and can be withdrawn", async () => {
  const terminal = collectingTerminal();
  const fixture = join(import.meta.dirname, "../unit/core/questionnaire/from-fhir/fixtures/playground.json");
  expect(runImport([fixture, join(app.dataDir, "questionnaires"), "--licence", "CC0-1.0"], terminal)).toBe(0);
  mkdirSync(join(app.dataDir, "questionnaires/broken/v1"), { recursive: true });
  writeFileSync(join(app.dataDir, "questionnaires/broken/v1/structure.json"), '{"__proto__": 1}');
  await app.kill();
  await app.start();
  expect(app.output()).toContain("questionnaires/broken/v1/structure.json: ");

  const { page, visitor } = await inAVisit(byKeys);
  await app.kill();
  await visitor.openMore();
  await page.screenshot({ path: "/tmp/look/own-more.png" });
});
