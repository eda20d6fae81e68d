import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { byKeys, byMouse, byTouch, type Hands } from "../support/hands";
import { createVisitor } from "../support/visitor";

let app: RunningApp;
let device: Device | undefined;

beforeAll(async () => {
  app = await startApp();
});

afterEach(async () => {
  await device?.forget();
  device = undefined;
});

afterAll(async () => {
  await app.stop();
});

const arrive = async (hands: (page: Page) => Hands, options: BrowserContextOptions = {}) => {
  device = await openDevice(options);
  const page = device.context().pages()[0] ?? (await device.context().newPage());
  await page.goto(app.origin);
  const visitor = createVisitor(page, hands(page));
  await visitor.signIn();
  return { page, visitor };
};

/** A whole visit: three lines marked by two or three people, the picture, one thing to try, and one of the ways to finish. */
const wholeVisit = async ({ page, visitor }: Awaited<ReturnType<typeof arrive>>): Promise<void> => {
  await visitor.newFamily();
  await visitor.startVisit();
  await visitor.agree();
  await visitor.mark("Amelia", 64);
  await visitor.mark("Mum", 40);
  await visitor.goOn(/^Next: /);
  await visitor.mark("Mum", 26);
  await visitor.toPicture();
  await visitor.toPlan();
  await visitor.tryOneThing("A quiet corner after lunch");
  await visitor.finish("This is right for today");
  await page.getByText("Right for today.").waitFor();
};

const rowText = (page: Page, strandId: string) => page.locator(`li[data-strand="${strandId}"]`).textContent();

test("a whole visit by keyboard alone", async () => {
  const arrived = await arrive(byKeys);
  await wholeVisit(arrived);
  expect(await rowText(arrived.page, "communication")).toContain(
    "Amelia: right of the middle. Mum: a little left of the middle.",
  );
  await arrived.page.locator('[data-delivery="delivered"]').waitFor();
});

test("a whole visit by touch on a screen of 320 px", async () => {
  const arrived = await arrive(byTouch, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  await wholeVisit(arrived);
  expect(await rowText(arrived.page, "energy")).toContain("Mum: left of the middle.");
  const overflow = await arrived.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("HAZ-02 the server dies before the first strand: the visit is finished without it, and is there after a reload", async () => {
  const { page, visitor } = await arrive(byMouse);
  await visitor.newFamily();
  await visitor.startVisit();
  await app.kill();
  onTestFinished(app.start);
  await visitor.agree({ loves: "Snails and trains" });
  await visitor.mark("Amelia", 30);
  await visitor.goOn(/^Next: /);
  await visitor.saved();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Energy and rest" }).waitFor();
  await visitor.toPicture();
  await visitor.toPlan();
  await visitor.tryOneThing("Time outside before class");
  await visitor.finish("Finish for today");
  await page.reload();
  await page.getByText("Finished for today.").waitFor();
  expect(await rowText(page, "communication")).toContain("Amelia: left of the middle");
  expect(await page.getByText("Snails and trains").count()).toBe(1);
  expect(await page.getByRole("slider").count()).toBe(0);
});

test('a child who passes, two parents who differ, and "we see it differently"', async () => {
  const { page, visitor } = await arrive(byMouse);
  await visitor.newFamily();
  await visitor.startVisit();
  await visitor.agree();
  await visitor.pass("Amelia");
  await visitor.mark("Mum", 30);
  await visitor.mark("Dad", 70);
  await visitor.seeTogether();
  await page.getByText("Amelia: passes").waitFor();
  await page.getByRole("button", { name: "We see this differently" }).click();
  await page.getByText(/That is a finished answer/).waitFor();
  await visitor.toPicture();
  const aside = page.getByRole("complementary", { name: "Beside the picture" });
  await aside
    .getByText(/looks different to different people\. Mum: left of the middle\. Dad: right of the middle\./)
    .waitFor();
  expect(await aside.getByText("That is a finished answer.").count()).toBe(1);
  await visitor.toPlan();
  await page.getByRole("radio", { name: /We see some of it differently/ }).click();
  const view = page.getByRole("group", { name: "Different view 1" });
  await view.getByLabel("Who?").selectOption({ label: "Dad" });
  await view.getByLabel(/In their words/).fill("At the weekend it goes well.");
  await visitor.finish("We see some of it differently");
  await page.goto(page.url().replace("picture", "plan"));
  await page.getByText("At the weekend it goes well.").waitFor();
});
