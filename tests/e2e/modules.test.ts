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

const STORY = "She sleeps with the light on after the move.";

/** Signed in, with a visit begun and agreed to, and no server from here on. */
const inAVisit = async (hands: (page: Page) => Hands, family = AMELIA) => {
  const page = await device.context().newPage();
  await page.goto(app.origin);
  const visitor = createVisitor(page, hands(page), family);
  await visitor.signIn();
  await visitor.newFamily();
  const record = page.url();
  await visitor.startVisit();
  await visitor.agree();
  await visitor.saved();
  return { page, visitor, record };
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
  const { page, visitor, record } = await inAVisit(byMouse);
  await visitor.openMore();
  expect(await page.getByRole("link", { name: "Moving on" }).count()).toBe(0);
  expect(await page.getByText("The story so far").count()).toBe(0);
  await finish(page, visitor);
  const picture = page.url();
  await page.goto(record);
  await visitor.startVisit();
  await visitor.agree();
  await visitor.saved();
  const visit = page.url();
  await visitor.leave();
  await app.kill();

  await page.goto(record);
  await page.getByRole("heading", { name: "The story so far" }).waitFor();
  await visitor.openAlone();
  await visitor.nextPage();
  await page.getByRole("button", { name: /^Add/ }).first().click();
  await page.getByRole("textbox").first().fill(STORY);
  await visitor.saved();
  await page.goto(record);
  await visitor.openAlone();
  await page.getByRole("textbox").first().waitFor();
  expect(await page.getByRole("textbox").first().inputValue()).toBe(STORY);

  // On the screen that people look at together there is no trace of it, nor in the copy.
  for (const place of ["more", "picture", "plan", "report"]) {
    await page.goto(visit.replace(/\/strands\/.*/, `/${place}`));
    await page.locator("main h1").first().waitFor();
    expect(await page.getByText(/story so far|after the move/i).count()).toBe(0);
  }
  await page.goto(picture);
  await page.locator("main h1").first().waitFor();
  expect(await page.getByText(/story so far|after the move/i).count()).toBe(0);
});

test("HAZ-16 an area's own questionnaire comes from a FHIR file and is filled without a server by keys; withdrawn words say so", async () => {
  const terminal = collectingTerminal();
  const fixture = join(import.meta.dirname, "../unit/core/questionnaire/from-fhir/fixtures/playground.json");
  expect(runImport([fixture, join(app.dataDir, "questionnaires"), "--licence", "CC0-1.0"], terminal)).toBe(0);
  mkdirSync(join(app.dataDir, "questionnaires/broken/v1"), { recursive: true });
  writeFileSync(join(app.dataDir, "questionnaires/broken/v1/structure.json"), '{"__proto__": 1}');
  await app.kill();
  await app.start();
  expect(app.output()).toContain("questionnaires/broken/v1/structure.json: ");

  // A laptop: on a touch screen the page is covered once Tab leaves it.
  await device.forget();
  device = await openDevice();
  const { page, visitor } = await inAVisit(byKeys);
  await app.kill();
  await visitor.openMore();
  expect(await page.getByRole("link", { name: /broken/i }).count()).toBe(0);
  await visitor.openPages("At the playground (made up)", "Mum");
  await page.getByText("There are no wrong answers.").waitFor();
  await visitor.answerChoice("A. What do you like to do there?", "Dig in the sand");
  await visitor.answerChoice("Holes?", "Yes");
  await visitor.answerChoice("Who comes along?", "A friend");
  await visitor.saved();
  await page.reload();
  await page.locator("[data-page]").waitFor();
  expect(await page.getByLabel("Dig in the sand").isChecked()).toBe(true);
  await finish(page, visitor);

  // The area takes these words back: the next visit offers others, and what was said with them stays.
  const withdrawn = [{ id: "nd-profile", version: 1, useInstead: "Ask the records keeper for the new set." }];
  writeFileSync(join(app.dataDir, "withdrawn.json"), JSON.stringify(withdrawn));
  await app.start();
  await page.goto(page.url());
  await page.getByText("Ask the records keeper for the new set.").first().waitFor();
  await visitor.goOn("What else was said");
  await visitor.goOn("At the playground (made up)");
  await page.getByText("Dig in the sand").waitFor();
});
