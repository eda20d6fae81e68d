import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { byMouse } from "../support/hands";
import { createVisitor } from "../support/visitor";

let app: RunningApp;
let device: Device;
beforeAll(async () => {
  app = await startApp();
  device = await openDevice();
});
afterAll(async () => {
  await device.forget();
  await app.stop();
});

test("HAZ-02 a plan is looked at again with the server dead, the tab closed on the way; the review goes when it is back, and a second profile stands beside the first", async () => {
  let page = await device.context().newPage();
  await page.goto(app.origin);
  const first = createVisitor(page, byMouse(page));
  await first.signIn();
  await first.newFamily();
  const { pathname: casePath } = new URL(page.url());
  await first.startVisit();
  await first.agree();
  await first.mark("Amelia", 30);
  await first.mark("Mum", 60);
  await first.toPicture();
  await first.toPlan();
  await first.tryOneThing("A quiet corner after lunch");
  await first.finish("This is right for today");
  await page.locator('header [data-delivery="delivered"]').waitFor();

  await app.kill();
  onTestFinished(async () => {
    await app.kill();
    await app.start();
  });
  await page.getByRole("link", { name: "See the plan" }).click();
  await page.getByRole("link", { name: "Look at the plan again" }).click();
  const corner = () => page.getByRole("region", { name: "A quiet corner after lunch" });
  await corner().getByRole("group", { name: "Did we try it?" }).getByRole("radio", { name: "A little" }).check();
  await corner().getByRole("button", { name: "Amelia" }).click();
  await corner().getByLabel("In Amelia's words").fill("It is too near the door.");
  await first.saved();
  const { pathname: reviewPath } = new URL(page.url());

  // The tab goes at once; the session of the browser stays, so that what is finished can go by itself.
  await page.close({ runBeforeUnload: false });
  page = await device.context().newPage();
  await page.goto(app.origin + reviewPath);
  await corner().getByRole("button", { name: "Amelia" }).click();
  expect(await corner().getByLabel("In Amelia's words").inputValue()).toBe("It is too near the door.");
  await corner().getByRole("radio", { name: "Change it" }).check();
  await page.getByRole("button", { name: "Keep what we said" }).click();
  const list = page.getByRole("region", { name: "Looked at again" });
  await list.getByText("It is too near the door.").waitFor();
  await list.locator('[data-delivery="waiting"]').waitFor();

  await app.start();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await list.locator('[data-delivery="delivered"]').waitFor({ timeout: 30_000 });

  await list.getByRole("button", { name: "Start a new profile" }).click();
  await page.waitForURL(/\/start$/);
  const second = createVisitor(page, byMouse(page));
  await second.agree();
  await second.mark("Amelia", 70);
  await second.toPicture();
  await second.toPlan();
  await second.finish("This is right for today");

  await page.goto(app.origin + casePath);
  await page.getByRole("link", { name: "See the profiles side by side" }).click();
  const strand = page.locator('[data-strand="communication"]');
  await strand.getByText(/^Second, /).waitFor();
  const lines = await strand.getByRole("listitem").allTextContents();
  expect(lines.slice(0, 2)).toEqual([
    expect.stringMatching(/^First, .*Amelia: left of the middle\. Mum: .*not compared\.$/),
    expect.stringMatching(/^Second, .*Amelia: right of the middle\.$/),
  ]);
  expect(await strand.getByText("First, Mum: marked then, and not in the newest profile.").isVisible()).toBe(true);
  const events = await page.getByRole("region", { name: "What happened when" }).locator("b").allTextContents();
  expect(events).toEqual([
    "A profile was made",
    "A plan was made",
    "The plan was looked at again",
    "A profile was made",
  ]);
});
