import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { byKeys, byMouse, byTouch } from "../support/hands";
import { createVisitor } from "../support/visitor";

let app: RunningApp;
let device: Device;
beforeAll(async () => {
  app = await startApp();
  device = await openDevice({ hasTouch: true });
});
afterAll(async () => {
  await device.forget();
  await app.stop();
});

/** Two ways of working on one screen, page about. */
const handsOn = (page: Page) => {
  const keys = createVisitor(page, byKeys(page));
  const touch = createVisitor(page, byTouch(page));
  let turn = 0;
  return () => ((turn += 1) % 2 === 1 ? keys : touch);
};

test("HAZ-02 offline, by keys and by touch: pages are filled, killed in the middle, and finished with every word", async () => {
  let page = await device.context().newPage();
  await page.goto(app.origin);
  const begin = createVisitor(page, byMouse(page));
  await begin.signIn();
  await begin.newFamily();
  await begin.startVisit();
  await begin.agree();
  await begin.saved();
  await app.kill();

  await begin.openMore();
  await begin.openPages("Other things worth knowing", "Mum");
  let next = handsOn(page);
  let hands = next();
  await hands.answerChoice("Is there any worry about hearing?", "Yes");
  await hands.answerWords("What do you notice, and where?", "She turns the sound up at home.");
  await hands.answerChoice("What helps with hearing now?", "Signing");
  await hands.answerQuietly("Has hearing been tested since the newborn test?", "Don't know");
  expect(await hands.nextPage()).toMatch(/\/sight$/);
  hands = next();
  await hands.answerChoice("Is there any worry about seeing?", "Not sure");
  await hands.answerQuietly("When was the last eye test?", "Leave this for later");
  expect(await hands.nextPage()).toMatch(/\/sleep$/);
  hands = next();
  await hands.answerChoice("How are most nights?", "Some are hard");
  await hands.answerChoice("Which parts are hard?", "Waking very early");
  await hands.answerWords("What has helped, even a little?", "A story, and the landing light.");
  await hands.saved();
  await device.kill();

  await device.reopen();
  page = await device.context().newPage();
  await page.goto(app.origin);
  await page.locator('[data-page="sleep"]').waitFor();
  expect(await page.getByLabel("What has helped, even a little?").inputValue()).toBe("A story, and the landing light.");
  expect(await page.getByLabel("Waking very early").isChecked()).toBe(true);
  next = handsOn(page);
  hands = next();
  // The end has the address of the whole; each page has one below it.
  while ((await hands.nextPage()).split("/").length > 3) hands = next();
  const left = page.getByRole("main").getByRole("listitem");
  await left.filter({ hasText: "When was the last eye test?" }).waitFor();
  expect(await left.filter({ hasText: "Is there any worry about hearing?" }).count()).toBe(0);
  await hands.doneForNow();
  await page.getByText("Begun by Mum.").waitFor();

  await hands.openPages("About me");
  await page.getByText(/I have to tell someone who can help/).waitFor();
  hands = next();
  await hands.nextPage();
  await hands.answerChoice("Pick a picture to stand for you.", "Turtle");
  hands = next();
  await hands.nextPage();
  await page.getByRole("img", { name: "Turtle" }).waitFor();
  await hands.answerChoice("What do you love?", "Animals");
  hands = next();
  await hands.answerChoice("What do you love?", "Music");
  await hands.nextPage();
  await hands.answerQuietly("What are you good at?", "Pass");
  await hands.saved();
  await page.reload();
  await page.locator('[data-page="good-at"]').waitFor();
  await page.getByRole("img", { name: "Turtle" }).waitFor();

  const end = createVisitor(page, byTouch(page));
  await page.goto(page.url().replace(/\/pages\/.*/, "/plan"));
  await end.finish("This is right for today");
  await end.goOn("What else was said");
  await page.getByText("Answered by Amelia.").waitFor();
  await page.getByRole("link", { name: "Other things worth knowing" }).tap();
  await page.getByText("A story, and the landing light.").waitFor();
  await page.getByText("She turns the sound up at home.").waitFor();
});
